package org.sala.casework.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.consent.Consents;
import org.sala.casework.station.Act;
import org.sala.casework.station.AgeWritten;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.Join;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.merge.Written;
import org.sala.store.Changes;
import org.sala.store.Records;

/** Takes an act back by writing another one: nothing is ever unwritten. */
final class Undoing {
  /**
   * What is typed about people and cases. What leaves this laptop, who is trusted, what was decided
   * and what was asked of others has ways back of its own, or none.
   */
  private static final Set<Kind> TYPED =
      Set.of(
          Kinds.CASE,
          Kinds.INVOLVEMENT,
          Kinds.STATEMENT,
          Kinds.EXHIBIT,
          Kinds.PERSON,
          Kinds.INSIDE,
          Kinds.TRIAGE,
          Kinds.SCREENING,
          Kinds.FEAR,
          Kinds.INTERPRETER,
          Kinds.CONSENT);

  /** The program writes of packages by itself, in the name of whoever is there. */
  private static final Set<String> CARRYING = Set.of(Kinds.PARCEL.key(), Kinds.RECEIPT.key());

  private static final String REASON = "undo ";

  /**
   * Raised for somebody's safety, which goes when it is written who was told; and what the person
   * pointed at: a no to an interpreter is hers, and nobody asks her about the same one again.
   */
  private static final List<String> PROTECTING = List.of("urgency/", "silent/");

  /** What ends a screening, and that its result was seen before anybody wrote on. */
  private static final List<String> ENDING = List.of("closed", "resultOpened/");

  private final Station station;
  private final Ledger ledger;

  Undoing(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  Optional<ChangeId> possible() {
    return lastAct().filter(this::hasWayBack).map(Changes.Row::id);
  }

  private boolean hasWayBack(Changes.Row last) {
    try {
      return !back(last).parts().isEmpty();
    } catch (CaseworkFault no) {
      // Every refusal says the same here: it is not offered.
      return false;
    }
  }

  Saved last() {
    return ledger.write(
        back(lastAct().orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOTHING_TO_UNDO))));
  }

  Saved act(ChangeId act) {
    Changes.Row last =
        lastAct()
            .filter(l -> l.id().equals(act))
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.CHANGED_SINCE));
    return ledger.write(back(last));
  }

  private Optional<Changes.Row> lastAct() {
    return station.view().changes().lastBy(station.me(), station.identity().station(), CARRYING);
  }

  private Act back(Changes.Row last) {
    List<Revision> revisions = new ArrayList<>();
    for (Records.RevisionRow row : station.view().records().revisionsOf(last.id())) {
      revisions.add(
          station
              .journal()
              .revision(row.at())
              .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NO_PROTECTION_KEY)));
    }
    boolean turned = revisions.stream().anyMatch(r -> !made(r, last));
    Act act = new Act().because(REASON + last.id());
    for (Revision r : revisions) {
      Kind kind = kind(r);
      if (!TYPED.contains(kind) || r.reason().filter(w -> w.startsWith(REASON)).isPresent()) {
        throw new CaseworkFault(CaseworkFault.Code.NOTHING_TO_UNDO);
      }
      Map<String, Value> fields = made(r, last) ? unmade(r, kind, turned) : old(r, kind);
      if (!station.view().records().heads(r.record(), r.compartment()).equals(List.of(r.id()))) {
        throw new CaseworkFault(CaseworkFault.Code.CHANGED_SINCE);
      }
      act.edit(r.record(), kind, fields, compartments(r));
    }
    return act;
  }

  /** Whether the act made the record; a first word in its protected part alone does not. */
  private boolean made(Revision r, Changes.Row act) {
    return r.parents().isEmpty()
        && station.view().records().revisions(r.record()).stream()
            .allMatch(row -> row.change().equals(act.id()));
  }

  /**
   * What was made, with nothing left of what it says.
   *
   * @param turned whether the same act edited another record: a part ended where this one begins
   */
  private static Map<String, Value> unmade(Revision r, Kind kind, boolean turned) {
    Map<String, Value> fields = new LinkedHashMap<>();
    if (kind.equals(Kinds.CONSENT)) {
      fields.put("answer", Value.text(Consents.Answer.NOT_ASKED.name()));
    } else if (kind.equals(Kinds.INVOLVEMENT) && turned) {
      r.fields().keySet().stream()
          .filter(k -> !isClosed(kind, k))
          .forEach(k -> fields.put(k, Value.Nothing.HERE));
    } else {
      throw new CaseworkFault(CaseworkFault.Code.NOTHING_TO_UNDO);
    }
    return fields;
  }

  private Map<String, Value> old(Revision r, Kind kind) {
    Map<RevisionId, Written> known = new HashMap<>();
    for (Records.RevisionRow row : station.view().records().revisions(r.record())) {
      station.journal().revision(row.at()).ifPresent(k -> known.put(k.id(), row.written(k)));
    }
    Map<String, FieldState> before = Histories.before(station, r, known);
    Map<String, Value> old = new LinkedHashMap<>();
    r.fields()
        .forEach(
            (key, set) -> {
              if (isClosed(kind, key)
                  || kind.equals(Kinds.SCREENING) && ENDING.stream().anyMatch(key::startsWith)) {
                throw new CaseworkFault(CaseworkFault.Code.CLOSED_FOR_GOOD);
              }
              if (PROTECTING.stream().anyMatch(key::startsWith)
                  && !(set instanceof Value.Nothing)) {
                throw new CaseworkFault(CaseworkFault.Code.PROTECTS);
              }
              Optional<Value> was = Histories.value(before.get(key));
              Value back = was.orElse(Value.Nothing.HERE);
              boolean age = kind.equals(Kinds.PERSON) && key.equals(AgeWritten.BIRTH);
              old.put(key, age ? new AgeWritten(station).marked(r.record(), back) : back);
            });
    return old;
  }

  private static boolean isClosed(Kind kind, String field) {
    return kind.field(field).filter(f -> f.join() == Join.CLOSED).isPresent();
  }

  private static Map<String, Compartment> compartments(Revision r) {
    Map<String, Compartment> all = new HashMap<>();
    r.fields().keySet().forEach(k -> all.put(k, r.compartment()));
    return all;
  }

  private static Kind kind(Revision r) {
    return Kinds.find(r.kind())
        .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOTHING_TO_UNDO));
  }
}
