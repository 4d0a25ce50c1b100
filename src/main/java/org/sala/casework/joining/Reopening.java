package org.sala.casework.joining;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.station.Act;
import org.sala.casework.station.Begun;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Compartment;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.merge.Home;
import org.sala.merge.Lineage;
import org.sala.merge.Version;
import org.sala.merge.Written;
import org.sala.store.Records;

/**
 * Takes a decision between versions back: a new change says every version again, side by side, so
 * that the field is open as it was before, here and at every station that heard of the decision.
 * Nothing is removed; the decision and that it was taken back stand in the history.
 */
public final class Reopening {
  private final Station station;
  private final Ledger ledger;

  public Reopening(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  /**
   * A decision that was made here.
   *
   * @param number what people know the record by
   * @param fields what it decided
   */
  public record Made(
      RecordId id,
      RecordId record,
      String kind,
      String number,
      List<String> fields,
      Optional<Moment> at,
      String reason) {
    public Made {
      fields = List.copyOf(fields);
    }

    @Override
    public String toString() {
      return "Made[" + id + "]";
    }
  }

  /** Decisions that can be taken back, the last first: nothing was written over them since. */
  public List<Made> made(int most) {
    List<Made> all = new ArrayList<>();
    for (Records.Row row : station.view().records().ofKind(Kinds.DECISION.key())) {
      if (all.size() < most) {
        decided(row.id())
            .filter(d -> !d.versions().isEmpty())
            .ifPresent(d -> all.add(made(row.id(), d)));
      }
    }
    return all;
  }

  private Made made(RecordId id, Decided d) {
    boolean person = d.kind().equals(Kinds.PERSON);
    Map<String, FieldState> fields = station.view().records().fields(d.record());
    Optional<RecordId> of = person ? Optional.of(d.record()) : Stored.record(fields, "person");
    return new Made(
        id,
        d.record(),
        d.kind().key(),
        of.map(p -> Stored.number(station, p, "wristband"))
            .orElseGet(() -> Stored.number(station, d.record(), "number")),
        List.copyOf(d.versions().keySet()),
        Optional.ofNullable(station.view().records().fields(id).get("at"))
            .flatMap(f -> Moment.of(f.value())),
        d.reason());
  }

  /**
   * Takes one back. It opens what was closed, and while versions differ every reading that protects
   * somebody holds: one officer is enough.
   *
   * @throws CaseworkFault {@code NOT_HEADQUARTERS}; {@code CHANGED_SINCE} where something was
   *     written over it since, or it was taken back already
   */
  public void takeBack(RecordId decision, String reason) {
    if (!station.state().flag("isHeadquarters")) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_HEADQUARTERS);
    }
    if (reason.isBlank()) {
      throw new IllegalArgumentException("it says why");
    }
    Decided d =
        decided(decision)
            .filter(x -> !x.versions().isEmpty())
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.CHANGED_SINCE));
    Act act = new Act().because(reason.strip());
    int most = d.versions().values().stream().mapToInt(List::size).max().orElseThrow();
    for (int i = 0; i < most; i++) {
      Map<String, Value> side = new LinkedHashMap<>();
      Map<String, Compartment> compartments = new LinkedHashMap<>();
      for (Map.Entry<String, List<Value>> e : d.versions().entrySet()) {
        if (i < e.getValue().size()) {
          side.put(e.getKey(), e.getValue().get(i));
          compartments.put(e.getKey(), d.compartments().get(e.getKey()));
        }
      }
      act.edit(d.record(), d.kind(), side, compartments);
    }
    act.make(
        station.ids().record(),
        Kinds.DECISION,
        station.scope(),
        Map.of(
            "record", Value.ref(d.record()),
            "takesBack", Value.ref(decision),
            "proposer", Value.text(station.me().hex()),
            "at", station.now().toValue()));
    ledger.write(act);
  }

  /**
   * What a decision decided, as far as it still stands.
   *
   * @param versions the values that it decided between, by field
   */
  private record Decided(
      RecordId record,
      Kind kind,
      Map<String, List<Value>> versions,
      Map<String, Compartment> compartments,
      String reason) {
    @Override
    public String toString() {
      return "Decided[" + record + "]";
    }
  }

  private Optional<Decided> decided(RecordId decision) {
    Map<String, FieldState> f = station.view().records().fields(decision);
    Optional<RecordId> record =
        Optional.ofNullable(f.get("record")).flatMap(r -> r.value().asRef());
    Optional<Records.Row> row = record.flatMap(station.view().records()::find);
    Optional<Kind> kind = row.flatMap(r -> Kinds.find(r.kind()));
    if (kind.isEmpty() || f.containsKey("takesBack")) {
      return Optional.empty();
    }
    Records.RevisionRow first = Begun.row(station, decision).orElseThrow();
    Map<RevisionId, Written> all = new HashMap<>();
    List<Revision> deciding = new ArrayList<>();
    for (Records.RevisionRow of : station.view().records().revisions(record.get())) {
      if (station.mayOpen(of.compartment())) {
        station
            .journal()
            .revision(of.at())
            .ifPresent(
                r -> {
                  all.put(r.id(), of.written(r));
                  if (of.change().equals(first.change())) {
                    deciding.add(r);
                  }
                });
      }
    }
    Home home = row.orElseThrow().home();
    Map<String, List<Value>> versions = new LinkedHashMap<>();
    Map<String, Compartment> compartments = new LinkedHashMap<>();
    String reason = "";
    for (Revision r : deciding) {
      reason = r.reason().orElse(reason);
      Map<String, FieldState> before = fields(home, before(r, all));
      Map<String, FieldState> now =
          fields(
              home,
              all.values().stream()
                  .filter(w -> w.revision().compartment() == r.compartment())
                  .toList());
      for (String key : r.fields().keySet()) {
        FieldState was = before.get(key);
        FieldState is = now.get(key);
        boolean stands =
            is != null
                && is.versions().stream().map(Version::revision).toList().equals(List.of(r.id()));
        if (was != null && was.disputed() && stands) {
          versions.put(key, List.copyOf(new LinkedHashSet<>(was.values())));
          compartments.put(key, r.compartment());
        }
      }
    }
    return Optional.of(new Decided(record.get(), kind.get(), versions, compartments, reason));
  }

  private Map<String, FieldState> fields(Home home, List<Written> some) {
    return Lineage.of(home, some, station.state().deciding()).fields();
  }

  /** Everything that a revision builds on. */
  private static List<Written> before(Revision r, Map<RevisionId, Written> all) {
    Set<RevisionId> found = new LinkedHashSet<>();
    Deque<RevisionId> open = new ArrayDeque<>(r.parents());
    List<Written> before = new ArrayList<>();
    while (!open.isEmpty()) {
      RevisionId id = open.remove();
      Written known = all.get(id);
      if (known != null && found.add(id)) {
        before.add(known);
        open.addAll(known.revision().parents());
      }
    }
    return before;
  }
}
