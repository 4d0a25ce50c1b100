package org.sala.casework.consent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.Act;
import org.sala.casework.station.Begun;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.casework.station.Supervision;
import org.sala.crypto.SigningKey;
import org.sala.domain.Fingerprint;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/**
 * Letting a protected part go without the person's yes. Danger to life and a child's protection let
 * any officer decide alone; any other reason is a supervisor's. Each time stands before
 * supervisors, here and at headquarters, until one of them who did not decide it has signed for it.
 */
public final class Overrides {
  private final Station station;
  private final Ledger ledger;
  private final Officers officers;
  private final Supervision supervision;
  private final SignedFor signed;

  public Overrides(Station station, Ledger ledger, Officers officers) {
    this.station = station;
    this.ledger = ledger;
    this.officers = officers;
    this.supervision = new Supervision(station);
    this.signed = new SignedFor(station);
  }

  /**
   * One time, which no supervisor has signed for yet.
   *
   * @param words why, as the officer wrote it
   * @param by the name of who decided it; empty where it is not known here
   */
  public record Waiting(
      RecordId id,
      String purpose,
      String recipient,
      Consents.Reason why,
      String words,
      Fingerprint author,
      String by,
      Optional<Moment> at) {
    @Override
    public String toString() {
      return "Waiting[" + id + "]";
    }
  }

  /** What came of signing. */
  public enum Signed {
    DONE,
    WRONG_PASSPHRASE,
    NO_SUPERVISOR,
    /** Nobody signs for what was decided by the same officer. */
    OWN_DECISION
  }

  /** Whether whoever is at the desk supervises. */
  public boolean supervising() {
    return supervision.numberOf(station.me()).isPresent();
  }

  /**
   * Writes down that a protected part leaves without a yes.
   *
   * @param words why, in the officer's own words; needed where a supervisor decides
   * @throws CaseworkFault {@code NOT_A_SUPERVISOR} where the reason is a supervisor's alone
   */
  public RecordId decide(
      RecordId person, String purpose, String recipient, Consents.Reason why, String words) {
    if (why == Consents.Reason.SUPERVISOR) {
      if (!supervising()) {
        throw new CaseworkFault(CaseworkFault.Code.NOT_A_SUPERVISOR);
      }
      if (words.isBlank()) {
        throw new IllegalArgumentException("a supervisor decides for a reason");
      }
    }
    return new Consents(station, ledger).override(person, purpose, recipient, why, words);
  }

  /**
   * Returns what was decided for a person without a yes and no supervisor has signed for, the first
   * first.
   */
  public List<Waiting> waiting(RecordId person) {
    List<Waiting> all = new ArrayList<>();
    Map<Fingerprint, String> names = officers.names();
    for (Records.Row row : station.view().records().pointingTo(person, "person")) {
      if (row.kind().equals(Kinds.CONSENT.key())) {
        Map<String, FieldState> f = station.view().records().fields(row.id());
        Optional<Consents.Reason> why = Stored.text(f, "answer").flatMap(Consents.Reason::of);
        if (why.isPresent() && !signed.is(row.id(), f)) {
          Fingerprint author = decider(row.id(), f);
          all.add(
              new Waiting(
                  row.id(),
                  Stored.text(f, "purpose").orElse(""),
                  Stored.text(f, "recipient").orElse(""),
                  why.get(),
                  Stored.text(f, "why").orElse(""),
                  author,
                  names.getOrDefault(author, ""),
                  Optional.ofNullable(f.get("at")).map(FieldState::value).flatMap(Moment::of)));
        }
      }
    }
    return all;
  }

  /** Returns who wrote a decision down, whatever another hand has put on top of it. */
  private Fingerprint decider(RecordId consent, Map<String, FieldState> f) {
    return new Hands(station, consent)
        .of(f.get("purpose")).stream()
            .map(Records.RevisionRow::author)
            .findFirst()
            .or(() -> Begun.by(station, consent))
            .orElseThrow();
  }

  /** The supervisor at the desk signs for all of a person. */
  public Signed sign(RecordId person, String remark) {
    return sign(person, remark, station.officer().signing());
  }

  /** A supervisor signs with the own passphrase at somebody else's desk. */
  public Signed sign(RecordId person, String remark, String handle, char[] passphrase) {
    return officers
        .second(handle, passphrase)
        .map(key -> sign(person, remark, key))
        .orElse(Signed.WRONG_PASSPHRASE);
  }

  private Signed sign(RecordId person, String remark, SigningKey key) {
    Fingerprint who = new Fingerprint(key.verifying().fingerprint());
    Optional<String> number = supervision.numberOf(who);
    if (number.isEmpty()) {
      return Signed.NO_SUPERVISOR;
    }
    List<Waiting> others = waiting(person).stream().filter(w -> !w.author().equals(who)).toList();
    if (others.isEmpty()) {
      return Signed.OWN_DECISION;
    }
    Act act = new Act();
    for (Waiting w : others) {
      Map<String, Value> fields = new LinkedHashMap<>();
      fields.put("toldAt", station.now().toValue());
      fields.put("supervisor", Value.text(number.get()));
      fields.put("supervisorName", Value.text(officers.names().getOrDefault(who, "")));
      Stored.put(fields, "remark", remark.strip());
      act.edit(w.id(), Kinds.CONSENT, fields);
      if (station.state().flag("isHeadquarters")) {
        // So that it goes back to the station, where it stands too.
        act.make(
            station.ids().record(),
            Kinds.DECISION,
            station.scope(),
            Map.of(
                "record", Value.ref(w.id()),
                "proposer", Value.text(who.hex()),
                "at", station.now().toValue()));
      }
    }
    ledger.write(act, key);
    return Signed.DONE;
  }
}
