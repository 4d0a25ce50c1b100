package org.sala.casework.packages.receipt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sala.casework.keys.Issuing;
import org.sala.casework.packages.register.ChangeOutcomes;
import org.sala.casework.packages.register.Doubt;
import org.sala.casework.packages.seal.PartnerSealing;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Begun;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.casework.station.Together;
import org.sala.crypto.AgeRecipient;
import org.sala.domain.Change;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.parcel.ParcelHeader;
import org.sala.parcel.Purpose;
import org.sala.store.Records;

/**
 * What headquarters answers. A receipt names the package's digest, what became of it, and one
 * outcome for each change; it travels as a package.
 */
@BehindTheDesk
public final class Receipts {
  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;

  public Receipts(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
  }

  /** What became of a package, as it stands in its receipt. */
  public enum Word {
    IMPORTED,
    PARTLY,
    HELD,
    REJECTED
  }

  /**
   * What a receipt says.
   *
   * @param outcomes one of {@link ChangeOutcomes} by change id; empty where the word holds for all
   *     of them
   * @param newIncarnation tells a second copy of a workspace to go on under numbers of its own
   */
  public record Answer(
      StationId to,
      String parcel,
      String digest,
      Word word,
      Map<String, String> outcomes,
      List<Doubt> doubts,
      boolean newIncarnation) {
    /** Returns this answer with or without the order to start a new incarnation. */
    public Answer order(boolean order) {
      return new Answer(to, parcel, digest, word, outcomes, doubts, order);
    }
  }

  /** Seals the answer; empty when the station has no keys here and cannot be written to. */
  public Optional<RecordId> send(Answer answer) {
    return send(
            answer,
            List.of(),
            new Issuing(station).notesTo(answer.to()),
            Optional.empty(),
            true,
            run -> {})
        .map(Sealing.Sealed::id);
  }

  /**
   * Seals the answer to a station; a laptop that was restored is told with it what it has lost.
   *
   * @param audited says with it how far the audit was right
   * @param again whether the package may have been answered before, by somebody who was cut off
   * @param along adds what is written down together with it
   */
  public Optional<Sealing.Sealed> send(
      Answer answer,
      ParcelHeader asked,
      AuditCountersigning audited,
      boolean again,
      Consumer<Together> along) {
    return send(
        answer,
        new LostChanges(station).lost(asked),
        LostChanges.note(asked, new Issuing(station).notesTo(answer.to())),
        Optional.of(audited),
        again,
        along);
  }

  private Optional<Sealing.Sealed> send(
      Answer answer,
      List<Change> back,
      Map<String, String> notes,
      Optional<AuditCountersigning> audited,
      boolean again,
      Consumer<Together> along) {
    // What waits for the station goes along, and with nothing else.
    return ledger.turns().of(answer.to(), () -> sealed(answer, back, notes, audited, again, along));
  }

  private Optional<Sealing.Sealed> sealed(
      Answer answer,
      List<Change> back,
      Map<String, String> notes,
      Optional<AuditCountersigning> audited,
      boolean again,
      Consumer<Together> along) {
    Map<String, String> all = new LinkedHashMap<>(notes);
    all.putAll(new HeadquartersHoldings(station, ledger).notes(answer.to()));
    all.putAll(new LostChanges(station).runsNote(answer.to()));
    new SettledDisagreements(station, ledger).write(answer.to());
    DecisionDelivery.Back decided = new DecisionDelivery(station, ledger, audit).to(answer.to());
    Compartment compartment =
        LostChanges.isProtected(back) || decided.protection()
            ? Compartment.PROTECTION
            : Compartment.INVESTIGATION;
    Optional<AgeRecipient> theirs = new Issuing(station).recipient(answer.to(), compartment);
    if (theirs.isEmpty()) {
      return Optional.empty();
    }
    Set<ChangeId> returning = new LinkedHashSet<>();
    LostChanges lost = new LostChanges(station);
    Set<RevisionId> withheld = new HashSet<>(lost.withheld(back));
    KeptFromStations kept = new KeptFromStations(station, ledger);
    for (Change c : back) {
      Set<RevisionId> stay =
          c.revisions().stream().map(Revision::id).filter(kept::keeps).collect(Collectors.toSet());
      withheld.addAll(stay);
      if (stay.isEmpty() || stay.size() < c.revisions().size()) {
        returning.add(c.id());
      }
    }
    returning.addAll(decided.changes());
    // What stays here and what goes back was asked of a view that a crash may have emptied since.
    station.mustSeeAll();
    List<ChangeId> changes = new ArrayList<>(returning);
    // A receipt that is all of its package is not asked for before the package is written down.
    boolean first = changes.isEmpty();
    try {
      Optional<Saved> begun = again ? begun(answer, audited) : Optional.empty();
      Saved saved = begun.orElseGet(() -> write(answer, audited, first));
      changes.add(saved.change());
      List<SealPlan.Enclosed> files = new ArrayList<>(lost.files(back, withheld));
      withheld.addAll(decided.withheld());
      Set<RecordId> feared = new LinkedHashSet<>(kept.feared());
      feared.addAll(decided.feared());
      long bytes =
          back.stream().flatMap(c -> c.revisions().stream()).mapToLong(r -> r.bytes().length).sum()
              + files.stream().mapToLong(f -> f.file().size()).sum()
              + decided.bytes();
      files.addAll(decided.files());
      Map<String, SealPlan.Enclosed> once = new LinkedHashMap<>();
      files.forEach(f -> once.putIfAbsent(f.file().digest(), f));
      SealPlan plan =
          SealPlan.back(
                  changes,
                  withheld,
                  List.copyOf(once.values()),
                  compartment == Compartment.PROTECTION,
                  bytes,
                  station.folder().free())
              .without(feared);
      return Optional.of(
          new Sealing(station, ledger, audit)
              .seal(
                  Purpose.RECEIPT,
                  answer.to(),
                  List.of(theirs.get()),
                  compartment,
                  plan,
                  all,
                  answer.digest(),
                  new Sealing.Beside(Sealing.Abroad.NOTHING, along),
                  Progress.none()));
    } finally {
      ledger.showRest();
    }
  }

  /**
   * Returns the same answer where it was written before and lies in no package: the lock or a power
   * cut came before it was sealed. It goes now, so that one thing is not said in two records of
   * which nobody ever gets one.
   */
  private Optional<Saved> begun(Answer answer, Optional<AuditCountersigning> audited) {
    Records records = station.view().records();
    Map<String, Value> says = says(answer);
    for (RecordId id : records.having(Kinds.RECEIPT.key(), "digest", Value.text(answer.digest()))) {
      Records.RevisionRow row = Begun.row(station, id).orElseThrow();
      Map<String, Value> said = new LinkedHashMap<>();
      records.fields(id).forEach((key, state) -> said.put(key, state.value()));
      said.keySet().removeIf(key -> key.startsWith("audit") || key.equals("at"));
      if (said.equals(says)
          && row.station().equals(station.identity().station())
          && station.view().sent().holding(List.of(row.change())).isEmpty()) {
        audited.ifPresent(AuditCountersigning::alone);
        return Optional.of(new Saved(row.change(), row.time(), List.of(id)));
      }
    }
    return Optional.empty();
  }

  /**
   * @param first whether the package's own run follows at once
   */
  private Saved write(Answer answer, Optional<AuditCountersigning> audited, boolean first) {
    AuditCountersigning.Writing writing =
        run -> first ? run.writeFirst(station, ledger, audit) : run.write(station, ledger, audit);
    return audited
        .map(a -> a.with(seen -> run(answer, seen), writing))
        .orElseGet(() -> writing.write(run(answer, Map.of())));
  }

  /** Returns all that an answer says but when it was said, and how far the audit was right. */
  private static Map<String, Value> says(Answer answer) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("parcel", Value.text(answer.parcel()));
    fields.put("digest", Value.text(answer.digest()));
    fields.put("verdict", Value.text(answer.word().name()));
    fields.putAll(ChangeOutcomes.fields(answer.outcomes()));
    if (!answer.doubts().isEmpty()) {
      fields.put("doubts", Value.text(Doubt.codes(answer.doubts())));
    }
    if (answer.newIncarnation()) {
      fields.put("order", Value.text("newIncarnation"));
    }
    return fields;
  }

  /**
   * @param seen what is said of the audit
   */
  private Together run(Answer answer, Map<String, Value> seen) {
    Map<String, Value> fields = says(answer);
    fields.putAll(seen);
    fields.put("at", station.now().toValue());
    Together run = new Together();
    run.act().make(station.ids().record(), Kinds.RECEIPT, station.scope(), fields);
    return run;
  }

  /** The answer to another agency: what became of its package, and nothing else of here. */
  public RecordId toPartner(Answer answer, AgeRecipient theirs, String name) {
    Saved saved =
        begun(answer, Optional.empty()).orElseGet(() -> write(answer, Optional.empty(), false));
    return new Sealing(station, ledger, audit)
        .sealAbroad(
            answer.to(),
            theirs,
            Compartment.INVESTIGATION,
            SealPlan.back(
                List.of(saved.change()), Set.of(), List.of(), false, 0, station.folder().free()),
            answer.digest(),
            new Sealing.Abroad(
                Map.of("peerName", Value.text(name), "purpose", Value.text(PartnerSealing.RECEIPT)),
                Optional.empty()),
            Progress.none());
  }
}
