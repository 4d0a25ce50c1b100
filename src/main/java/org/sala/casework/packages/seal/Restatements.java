package org.sala.casework.packages.seal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.consent.ItemFields;
import org.sala.casework.station.Act;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.domain.Compartment;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.merge.Home;
import org.sala.merge.Lineage;
import org.sala.merge.Written;
import org.sala.store.Records;

/**
 * Says again, without what a yes leaves out, what stood in the same revision with it: a person was
 * written down with number and name in one, and headquarters is to know the number; a part in a
 * case with role and loss in one. What is said again changes nothing here; it builds on every head,
 * the kept and the sent, so that at headquarters it stands alone and no two values are taken for a
 * disagreement.
 */
@BehindTheDesk
public final class Restatements {
  private final Station station;
  private final Ledger ledger;
  private final ConsentLimits left;

  public Restatements(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
    this.left = new ConsentLimits(station, ledger);
  }

  /** The plan with what has to be said again for it, which is written now. */
  public SealPlan into(SealPlan plan) {
    SealPlan whole = plan;
    for (RecordId person : plan.items().keySet()) {
      List<Act> acts = new ArrayList<>(List.of(again(person, Kinds.PERSON, person)));
      partsIn(plan.about(), person).forEach(p -> acts.add(again(p, Kinds.INVOLVEMENT, person)));
      for (Act act : acts) {
        if (!act.parts().isEmpty()) {
          whole = whole.with(ledger.write(act).change());
        }
      }
    }
    return whole;
  }

  /** The person's parts in these cases. */
  private List<RecordId> partsIn(List<RecordId> cases, RecordId person) {
    return station.view().records().pointingTo(person, "person").stream()
        .filter(r -> r.kind().equals(Kinds.INVOLVEMENT.key()))
        .map(Records.Row::id)
        .filter(
            id ->
                Optional.ofNullable(station.view().records().fields(id).get("case"))
                    .flatMap(f -> f.value().asRef())
                    .filter(cases::contains)
                    .isPresent())
        .toList();
  }

  private Act again(RecordId record, Kind kind, RecordId person) {
    List<Written> all = new ArrayList<>();
    for (Records.RevisionRow row : station.view().records().revisions(record)) {
      if (row.compartment() == Compartment.INVESTIGATION) {
        station.journal().revision(row.at()).ifPresent(r -> all.add(row.written(r)));
      }
    }
    List<Written> sent = all.stream().filter(w -> left.of(w.revision()).isEmpty()).toList();
    Home home = station.view().records().find(record).orElseThrow().home();
    Set<StationId> deciding = station.state().deciding();
    Lineage here = Lineage.of(home, all, deciding);
    Lineage there = Lineage.of(home, sent, deciding);
    Map<String, FieldState> known = there.fields();
    Map<String, Value> again = new LinkedHashMap<>();
    here.fields()
        .forEach(
            (key, state) -> {
              Set<String> kept = new HashSet<>(ItemFields.of(kind.key(), key));
              kept.retainAll(left.by(person));
              boolean same =
                  known.containsKey(key)
                      && !known.get(key).disputed()
                      && known.get(key).value().equals(state.value());
              if (kept.isEmpty() && !state.disputed() && !same) {
                again.put(key, state.value());
              }
            });
    Set<RevisionId> heads = new LinkedHashSet<>(here.heads());
    heads.addAll(there.heads());
    return new Act().restate(record, kind, again, List.copyOf(heads));
  }
}
