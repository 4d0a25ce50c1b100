package org.sala.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.Join;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.merge.Lineage;
import org.sala.store.Changes;
import org.sala.store.Records;

/**
 * What became of a record, field by field: who, when, why, from where; and taking back the last
 * act.
 */
public final class Histories {
  private final Station station;
  private final Ledger ledger;
  private final Officers officers;

  Histories(Station station, Ledger ledger, Officers officers) {
    this.station = station;
    this.ledger = ledger;
    this.officers = officers;
  }

  /** One field before and after; empty where there was or is nothing. */
  public record FieldChange(String key, Optional<Value> before, Optional<Value> after) {
    @Override
    public String toString() {
      return "FieldChange[" + key + "]";
    }
  }

  /**
   * One act on a record.
   *
   * @param here whether it was done at this station
   * @param fields empty when the act's content is not ours to read
   */
  public record Entry(
      ChangeId change,
      Fingerprint author,
      String authorName,
      StationId station,
      boolean here,
      Moment time,
      Optional<String> reason,
      Compartment compartment,
      List<FieldChange> fields) {
    @Override
    public String toString() {
      return "Entry[" + change + "]";
    }
  }

  /** The acts on a record, the last first. */
  public List<Entry> of(RecordId record) {
    Map<Fingerprint, String> names = officers.names();
    Map<RevisionId, Revision> known = new HashMap<>();
    List<Entry> entries = new ArrayList<>();
    for (Records.RevisionRow row : station.view().records().revisions(record)) {
      Optional<Revision> revision = station.journal().revision(row.at());
      List<FieldChange> fields = new ArrayList<>();
      revision.ifPresent(
          r -> {
            Map<String, FieldState> before = before(r, known);
            r.fields()
                .forEach(
                    (k, v) ->
                        fields.add(
                            new FieldChange(
                                k,
                                value(before.get(k)),
                                Optional.of(v).filter(a -> !(a instanceof Value.Nothing)))));
            known.put(r.id(), r);
          });
      entries.addFirst(
          new Entry(
              row.change(),
              row.author(),
              names.getOrDefault(row.author(), ""),
              row.station(),
              row.station().equals(station.identity().station()),
              row.time(),
              revision.flatMap(Revision::reason),
              row.compartment(),
              fields));
    }
    return entries;
  }

  private static Map<String, FieldState> before(Revision r, Map<RevisionId, Revision> known) {
    Map<RevisionId, Revision> ancestors = new LinkedHashMap<>();
    List<RevisionId> open = new ArrayList<>(r.parents());
    while (!open.isEmpty()) {
      RevisionId id = open.removeLast();
      Revision parent = known.get(id);
      if (parent != null && ancestors.putIfAbsent(id, parent) == null) {
        open.addAll(parent.parents());
      }
    }
    return new Lineage(ancestors.values()).fields();
  }

  private static Optional<Value> value(@org.jspecify.annotations.Nullable FieldState state) {
    return Optional.ofNullable(state)
        .map(FieldState::value)
        .filter(v -> !(v instanceof Value.Nothing));
  }

  /**
   * Takes back this officer's last act at this station by setting every field to what it was. What
   * was made cannot be unmade, so an act that made records is not taken back; nor is one that
   * somebody has built on, nor one of fields that are closed for good.
   */
  public Saved undo() {
    Changes.Row last =
        station
            .view()
            .changes()
            .lastBy(station.me(), station.identity().station())
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOTHING_TO_UNDO));
    Act act = new Act().because("undo " + last.id());
    for (Records.RevisionRow row : station.view().records().revisionsOf(last.id())) {
      Revision r =
          station
              .journal()
              .revision(row.at())
              .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NO_PROTECTION_KEY));
      if (r.parents().isEmpty() || r.reason().filter(w -> w.startsWith("undo ")).isPresent()) {
        throw new CaseworkFault(CaseworkFault.Code.NOTHING_TO_UNDO);
      }
      if (closes(r)) {
        throw new CaseworkFault(CaseworkFault.Code.CLOSED_FOR_GOOD);
      }
      if (!station.view().records().heads(r.record(), r.compartment()).equals(List.of(r.id()))) {
        throw new CaseworkFault(CaseworkFault.Code.CHANGED_SINCE);
      }
      act.edit(r.record(), kind(r), old(r), compartments(r));
    }
    return ledger.write(act);
  }

  private Map<String, Value> old(Revision r) {
    Map<RevisionId, Revision> known = new HashMap<>();
    for (Records.RevisionRow row : station.view().records().revisions(r.record())) {
      station.journal().revision(row.at()).ifPresent(k -> known.put(k.id(), k));
    }
    Map<String, FieldState> before = before(r, known);
    Map<String, Value> old = new LinkedHashMap<>();
    r.fields().keySet().forEach(k -> old.put(k, value(before.get(k)).orElse(Value.Nothing.HERE)));
    return old;
  }

  /** Whether an edit set a field that is closed for good. */
  private static boolean closes(Revision r) {
    return r.fields().keySet().stream()
        .anyMatch(k -> kind(r).field(k).filter(f -> f.join() == Join.CLOSED).isPresent());
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
