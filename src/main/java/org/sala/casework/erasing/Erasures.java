package org.sala.casework.erasing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.packages.register.PackageMention;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.take.Quarantine;
import org.sala.casework.people.People;
import org.sala.casework.station.Act;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Begun;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Erased;
import org.sala.casework.station.ErasedAtStations;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Seconds;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.crypto.SigningKey;
import org.sala.domain.AuditEntry;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.vault.SlotKind;

/**
 * Erases a case or a person for good: the keys of its scope are destroyed, so that nobody reads
 * again what the journal holds of it, while its chain of frames stays whole and still verifies.
 * That it was done, by whom and why, is written down with ids and numbers alone.
 */
public final class Erasures {
  /** Whoever takes the colleague's key away erases nothing alone for so long. */
  private static final Duration TAKEN_AWAY_LATELY = Duration.ofDays(30);

  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final Officers officers;
  private final Reach reach;
  private final Quarantine quarantine;

  public Erasures(
      Station station, Ledger ledger, AuditTrail audit, Officers officers, People people) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
    this.officers = officers;
    this.reach = new Reach(station, ledger, audit, officers, people);
    this.quarantine = new Quarantine(station, ledger, audit, officers);
  }

  /** Why something is erased. */
  public enum Why {
    /** The person wishes the erasing. */
    WISH,
    /** The time for which it may be kept is over. */
    TIME_OVER,
    /** What is erased should never have been written down here. */
    MISTAKE,
    /** A court or the data protection authority has ordered it. */
    ORDER;

    /** The word in records and commands. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason of that word; empty where there is none. */
    public static Optional<Why> of(String code) {
      return Arrays.stream(values()).filter(w -> w.code().equals(code)).findFirst();
    }
  }

  /** What came of erasing. */
  public enum Outcome {
    /**
     * What was to be erased is gone. The workspace has to be closed: lists still show what was
     * there.
     */
    DONE,
    WRONG_PASSPHRASE,
    SAME_OFFICER,
    /**
     * The second officer has no certificate that holds; at a station that was never enrolled, has
     * been there for less than a day.
     */
    NOT_CERTIFIED
  }

  /** A second officer, who signs with the own key; the caller wipes the passphrase. */
  public record Second(String handle, char[] passphrase) {
    @Override
    public String toString() {
      return "Second";
    }
  }

  /**
   * What would go, what would stay, and who would still have it. Nothing is written.
   *
   * @throws CaseworkFault {@code NOT_FOUND} where it is neither a person nor a case that is here;
   *     {@code ON_SERVER} where others share this headquarters
   */
  public Erasing plan(RecordId about) {
    onlyInAFolder();
    return reach.of(about);
  }

  private void onlyInAFolder() {
    if (station.state().sharing().isPresent()) {
      throw new CaseworkFault(CaseworkFault.Code.ON_SERVER);
    }
  }

  /** Returns what was erased here so far, the last first. */
  public List<Past> past() {
    Map<Fingerprint, String> names = officers.names();
    List<Past> all = new ArrayList<>();
    station
        .view()
        .records()
        .fieldsOfKind(Kinds.ERASURE.key())
        .forEach(
            (id, f) ->
                all.add(
                    new Past(
                        id,
                        Stored.text(f, "of").orElse(""),
                        Stored.text(f, "number").orElse(""),
                        Stored.text(f, "why").orElse(""),
                        Stored.text(f, "reason").orElse(""),
                        names.getOrDefault(signer(id), ""),
                        Stored.key(f, "proposer").map(p -> names.getOrDefault(p, "")).orElse(""),
                        Stored.moment(f, "at").orElseGet(station::now))));
    all.sort(Comparator.comparing((Past p) -> p.at().instant()).reversed());
    return all;
  }

  private Fingerprint signer(RecordId erasure) {
    return Begun.by(station, erasure).orElseThrow();
  }

  /**
   * Returns whether erasing takes a second officer: as soon as there is one who can come in here,
   * and no less where that one's key was just taken away.
   */
  public boolean needsSecond() {
    long slots =
        station.keyFile().slots(station.keys()).stream()
            .filter(s -> s.kind() == SlotKind.OFFICER)
            .count();
    Instant lately = station.now().instant().minus(TAKEN_AWAY_LATELY);
    return slots > 1
        || new Seconds(station, officers).isAnotherCertified()
        || officers.slots().left().stream().anyMatch(l -> l.at().instant().isAfter(lately));
  }

  /**
   * Erases a case or a person for good. It takes protection away, and nothing brings it back: so
   * the number is typed, a reason is given, and a second officer signs where there is one.
   *
   * @param typed the number of the person or case, as somebody typed it
   * @param reason in words, without names: it stays
   * @throws CaseworkFault {@code PROTECTS} while a danger is open, somebody is kept apart, or
   *     another record of the same person rests on what this one says; {@code NO_PROTECTION_KEY}
   *     for who may not open all of it; {@code SAME_OFFICER} where a second is needed and none is
   *     given; {@code ON_SERVER} where others share this headquarters
   */
  public Outcome erase(
      Erasing plan, String typed, Why why, String reason, Optional<Second> second) {
    if (!plan.confirmedBy(typed) || reason.isBlank()) {
      throw new IllegalArgumentException("the number is typed, and it says why");
    }
    onlyInAFolder();
    if (!station.mayOpen(Compartment.PROTECTION)) {
      throw new CaseworkFault(CaseworkFault.Code.NO_PROTECTION_KEY);
    }
    SigningKey author = station.officer().signing();
    if (needsSecond()) {
      Second who = second.orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.SAME_OFFICER));
      Optional<SigningKey> key = officers.second(who.handle(), who.passphrase());
      if (key.isEmpty()) {
        return Outcome.WRONG_PASSPHRASE;
      }
      author = key.get();
      if (author.verifying().fingerprint().equals(station.me().hex())) {
        return Outcome.SAME_OFFICER;
      }
      if (!new Seconds(station, officers)
          .counts(new Fingerprint(author.verifying().fingerprint()))) {
        return Outcome.NOT_CERTIFIED;
      }
    }
    // As it is now: more may have been written or sealed since it was shown.
    Erasing now = reach.of(plan.about());
    if (now.isRefused()) {
      throw new CaseworkFault(CaseworkFault.Code.PROTECTS);
    }
    // Nobody can decide on them once their files are gone: their senders are told first.
    // Also of one that was taken in but for some changes: its file goes for what was taken in.
    Set<RecordId> going = Set.copyOf(now.parcels());
    quarantine.waiting().stream()
        .map(Quarantine.Waiting::id)
        .filter(going::contains)
        .forEach(parcel -> quarantine.sendBack(parcel, reason.strip()));
    RecordId id = station.ids().record();
    ledger.write(act(id, now, why, reason.strip()), author);
    audit.note(AuditEntry.Act.ERASED, now.about(), ErasedAtStations.detail(id, why.code()));
    new Finishing(station).finish();
    return Outcome.DONE;
  }

  private Act act(RecordId id, Erasing e, Why why, String reason) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("about", Value.text(e.about().toString()));
    fields.put("of", Value.text(e.kind()));
    fields.put("scope", Value.text(e.scope().toString()));
    fields.put("number", Value.text(e.number()));
    fields.put("numbers", Value.text(String.join(Erased.BETWEEN, e.numbers())));
    fields.put("records", Value.text(ids(e.records())));
    fields.put("parcels", Value.text(ids(e.parcels())));
    fields.put("why", Value.text(why.code()));
    fields.put("reason", Value.text(reason));
    fields.put("proposer", Value.text(station.me().hex()));
    fields.put("at", station.now().toValue());
    Act act = new Act().make(id, Kinds.ERASURE, station.scope(), fields);
    boolean headquarters = station.state().flag("isHeadquarters");
    for (PackageMention one : e.packages()) {
      boolean toldAgain = headquarters && one.state() == PackageState.CARRIED;
      if (one.state() == PackageState.SEALED || toldAgain) {
        // It had not left, or a stick that is lost cannot be followed by another one: what else is
        // in it is sealed again. A station seals whatever nobody receipted by itself.
        act.edit(
            one.parcel(),
            Kinds.PARCEL,
            Map.of(
                "state", Value.text(PackageState.SET_ASIDE.name()),
                "setAside", Value.text(reason)));
      }
    }
    // Whoever was told that people decide on it is told that nobody does.
    e.waits()
        .forEach(
            (parcel, changes) ->
                act.edit(
                    parcel,
                    Kinds.PARCEL,
                    Map.of("waitingChanges", Value.text(String.join(" ", changes)))));
    return act;
  }

  private static String ids(List<RecordId> records) {
    return records.stream().map(RecordId::toString).collect(Collectors.joining(" "));
  }
}
