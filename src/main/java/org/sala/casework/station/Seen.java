package org.sala.casework.station;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.domain.Compartment;
import org.sala.domain.Kind;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.merge.Version;
import org.sala.store.Records;

/**
 * Names the versions, field by field, that somebody who writes now had before the eyes. What is
 * written builds on these: where the same field was written meanwhile, by whoever carried a package
 * in or sits at another desktop, both stand beside each other and nothing is written over unseen.
 *
 * @param fields the revisions that had set what was seen; a field that is not named was empty
 */
public record Seen(Map<String, Set<RevisionId>> fields) {
  public Seen {
    fields = Map.copyOf(fields);
  }

  private Set<RevisionId> of(String key) {
    return fields.getOrDefault(key, Set.of());
  }

  /** Whether a field was seen as these revisions had set it. */
  public boolean sameAs(String key, Set<RevisionId> setBy) {
    return of(key).equals(setBy);
  }

  /** Whether what a revision had set was seen. */
  public boolean holds(String key, RevisionId revision) {
    return of(key).contains(revision);
  }

  /** The revisions that had set a field, to be kept with a draft; nothing where it was empty. */
  public String by(String key) {
    return of(key).stream().sorted().map(RevisionId::hex).collect(Collectors.joining(" "));
  }

  /**
   * Returns what was seen, but for a field that was seen at another time: what a draft was kept
   * with.
   */
  public Seen with(String key, String by) {
    Map<String, Set<RevisionId>> all = new HashMap<>(fields);
    all.put(
        key,
        by.isEmpty()
            ? Set.of()
            : Arrays.stream(by.split(" ", -1))
                .map(RevisionId::new)
                .collect(Collectors.toUnmodifiableSet()));
    return new Seen(all);
  }

  /** Whether some fields of a record stand exactly as they were seen. */
  public boolean stands(Map<String, FieldState> now, Set<String> keys) {
    return keys.stream().allMatch(k -> setters(now.get(k)).equals(of(k)));
  }

  /** Fields that one revision sets, and what it builds on. */
  record Piece(Set<String> keys, List<RevisionId> parents) {}

  /**
   * What revisions of a record that set some fields build on. What came unseen is not among the
   * ancestors of what is written into the same field: such a field has a revision of its own, for
   * what was seen in another field may have been written on top of it.
   */
  List<Piece> pieces(
      Station station, RecordId record, Kind kind, Compartment compartment, Set<String> keys) {
    Records records = station.view().records();
    Map<String, FieldState> now =
        compartment == Compartment.PROTECTION
            ? new ProtectedPart(station).fields(record)
            : records.fieldsAndEmptied(record);
    List<Records.RevisionRow> all = records.revisions(record);
    Set<RevisionId> own = own(station, record);
    Set<String> seen = new LinkedHashSet<>();
    List<Piece> pieces = new ArrayList<>();
    for (String key : keys) {
      FieldState state = now.get(key);
      Set<RevisionId> setters = setters(state);
      Set<RevisionId> on = new TreeSet<>();
      if (state == null || !state.disputed() || !Settling.leavesOpen(station, kind, key)) {
        on.addAll(of(key));
      }
      setters.stream().filter(own::contains).forEach(on::add);
      boolean emptied =
          state != null && !state.disputed() && state.value() instanceof Value.Nothing;
      if (on.containsAll(setters) || emptied && of(key).isEmpty()) {
        seen.add(key);
      } else {
        pieces.add(new Piece(Set.of(key), beside(station, on, setters, compartment, all)));
      }
    }
    if (!seen.isEmpty()) {
      pieces.addFirst(new Piece(seen, records.heads(record, compartment)));
    }
    return pieces;
  }

  /**
   * Returns what to write beside where the field was empty when it was seen; whoever made the
   * record is nobody's rival, and it stays one record. What came first may lie on top of what came
   * later, so that it is the one on top of nothing.
   */
  private static List<RevisionId> beside(
      Station station,
      Set<RevisionId> on,
      Set<RevisionId> setters,
      Compartment compartment,
      List<Records.RevisionRow> all) {
    return on.isEmpty()
        ? all.stream()
            .filter(r -> r.compartment() == compartment && !setters.contains(r.id()))
            .filter(
                r ->
                    station
                        .journal()
                        .revision(r.at())
                        .filter(body -> body.parents().isEmpty())
                        .isPresent())
            .map(Records.RevisionRow::id)
            .limit(1)
            .toList()
        : List.copyOf(on);
  }

  /**
   * Returns the revisions of a record that are this officer's own; nobody is a rival of his own,
   * for a page may still show what it was before the last save.
   */
  public static Set<RevisionId> own(Station station, RecordId record) {
    return station.view().records().revisions(record).stream()
        .filter(r -> r.author().equals(station.me()))
        .map(Records.RevisionRow::id)
        .collect(Collectors.toSet());
  }

  private static Set<RevisionId> setters(@Nullable FieldState state) {
    return state == null
        ? Set.of()
        : state.versions().stream().map(Version::revision).collect(Collectors.toSet());
  }
}
