package org.sala.casework.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.Kind;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.merge.Home;
import org.sala.merge.Lineage;
import org.sala.merge.Written;
import org.sala.store.Records;

/**
 * What became of a record, field by field: who, when, why, from where; and taking back the last
 * act.
 */
public final class Histories {
  private final Station station;
  private final Officers officers;
  private final Undoing undoing;

  public Histories(Station station, Ledger ledger, Officers officers) {
    this.station = station;
    this.officers = officers;
    this.undoing = new Undoing(station, ledger);
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
   * @param stationName what the station is called; empty for this one, and where nobody knows it
   * @param fields empty when the act's content is not ours to read
   */
  public record Entry(
      ChangeId change,
      Fingerprint author,
      String authorName,
      StationId station,
      boolean here,
      String stationName,
      Moment time,
      Optional<String> reason,
      Compartment compartment,
      List<FieldChange> fields) {
    private Entry with(List<FieldChange> more) {
      List<FieldChange> all = new ArrayList<>(fields);
      all.addAll(more);
      return new Entry(
          change,
          author,
          authorName,
          station,
          here,
          stationName,
          time,
          reason,
          compartment,
          List.copyOf(all));
    }

    @Override
    public String toString() {
      return "Entry[" + change + "]";
    }
  }

  /**
   * How many acts there were on a record, which is known long before what they were.
   *
   * @param first when it began
   */
  public record Acts(int number, Optional<Moment> first) {}

  /** Counts the acts on a record, as {@link #of} lists them. */
  public Acts acts(RecordId record) {
    List<Records.RevisionRow> rows = station.view().records().revisions(record);
    long acts = rows.stream().map(r -> new Act(r.change(), r.compartment())).distinct().count();
    return new Acts((int) acts, rows.stream().findFirst().map(Records.RevisionRow::time));
  }

  private record Act(ChangeId change, Compartment compartment) {}

  /** The acts on a record, the last first. */
  public List<Entry> of(RecordId record) {
    Map<Fingerprint, String> names = officers.names();
    Map<RevisionId, Written> known = new HashMap<>();
    List<Entry> entries = new ArrayList<>();
    for (Records.RevisionRow row : station.view().records().revisions(record)) {
      Optional<Revision> revision = station.journal().revision(row.at());
      List<FieldChange> fields = new ArrayList<>();
      revision.ifPresent(
          r -> {
            Map<String, FieldState> before = before(station, r, known);
            r.fields()
                .forEach(
                    (k, v) ->
                        fields.add(
                            new FieldChange(
                                k,
                                value(before.get(k)),
                                Optional.of(v).filter(a -> !(a instanceof Value.Nothing)))));
            known.put(r.id(), row.written(r));
          });
      add(
          entries,
          new Entry(
              row.change(),
              row.author(),
              names.getOrDefault(row.author(), ""),
              row.station(),
              row.station().equals(station.identity().station()),
              where(row.station()),
              row.time(),
              revision.flatMap(Revision::reason),
              row.compartment(),
              fields));
    }
    return entries;
  }

  /** The acts on every record of some kinds that names a person, the last first. */
  public List<Entry> about(RecordId person, Set<Kind> kinds) {
    Set<String> keys = kinds.stream().map(Kind::key).collect(Collectors.toSet());
    Records records = station.view().records();
    return Stream.concat(
            records.pointingTo(person, "person").stream(),
            records.pointingTo(person, "other").stream())
        .filter(r -> keys.contains(r.kind()))
        .map(Records.Row::id)
        .distinct()
        .flatMap(id -> of(id).stream())
        .sorted(Comparator.comparing((Entry e) -> e.time().instant()).reversed())
        .toList();
  }

  /**
   * What an act wrote of one record.
   *
   * @param fields families of the fields; {@code protection} stands for those that are protected
   */
  public record Wrote(String kind, List<String> fields) {
    public Wrote {
      fields = List.copyOf(fields);
    }
  }

  /** What an act wrote, as far as it can be read here. */
  public List<Wrote> wrote(ChangeId act) {
    return station.view().records().revisionsOf(act).stream()
        .flatMap(row -> station.journal().revision(row.at()).stream())
        .map(
            r ->
                new Wrote(
                    r.kind(),
                    r.compartment() == Compartment.PROTECTION
                        ? List.of("protection")
                        : r.fields().keySet().stream()
                            .map(k -> k.split("/", 2)[0])
                            .distinct()
                            .toList()))
        .toList();
  }

  /** One act is one entry, though some of its fields build on other versions than the rest. */
  private static void add(List<Entry> entries, Entry entry) {
    for (int i = 0; i < entries.size() && entries.get(i).change().equals(entry.change()); i++) {
      if (entries.get(i).compartment() == entry.compartment()) {
        entries.set(i, entries.get(i).with(entry.fields()));
        return;
      }
    }
    entries.addFirst(entry);
  }

  /** Returns where a change came from; nothing where it was made here. */
  private String where(StationId id) {
    return id.equals(station.identity().station()) ? "" : new Roster(station.state()).called(id);
  }

  /**
   * The fields as they stood before a revision, where all that it rests on is known: what names
   * another home than its record has counted for nothing then, too.
   */
  static Map<String, FieldState> before(
      Station station, Revision r, Map<RevisionId, Written> known) {
    Map<RevisionId, Written> ancestors = new LinkedHashMap<>();
    List<RevisionId> open = new ArrayList<>(r.parents());
    while (!open.isEmpty()) {
      RevisionId id = open.removeLast();
      Written parent = known.get(id);
      if (parent != null && ancestors.putIfAbsent(id, parent) == null) {
        open.addAll(parent.revision().parents());
      }
    }
    Home home = station.view().records().find(r.record()).map(Records.Row::home).orElse(Home.of(r));
    return Lineage.of(home, ancestors.values(), station.state().deciding()).fields();
  }

  /** What a field held; empty where nothing did. */
  static Optional<Value> value(@org.jspecify.annotations.Nullable FieldState state) {
    return Optional.ofNullable(state)
        .map(FieldState::value)
        .filter(v -> !(v instanceof Value.Nothing));
  }

  /**
   * Takes back this officer's last act at this station by setting every field to what it was. What
   * was made cannot be unmade, save that a part which began on a day ends before it began, and an
   * answer about consent becomes one that was not asked for: no undo ever brings a yes back. An act
   * that somebody has built on is not taken back, nor one of fields that are closed for good, nor
   * one that protects somebody.
   */
  public Saved undo() {
    return undoing.last();
  }

  /** Takes back this act, and no other: a later one refuses. */
  public Saved undo(ChangeId act) {
    return undoing.act(act);
  }

  /**
   * This officer's last act here, if it can be taken back. What the program writes by itself of
   * packages that come and go is no act.
   */
  public Optional<ChangeId> undoable() {
    return undoing.possible();
  }
}
