package org.sala.casework.station;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.merge.FieldState;
import org.sala.merge.Version;
import org.sala.store.Records;

/**
 * Which versions somebody had before their eyes who writes now, field by field. What is written
 * builds on these: where the same field was written meanwhile, by whoever carried a package in or
 * sits at another desktop, both stand beside each other and nothing is written over unseen.
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

  /** Whether some fields of a record stand exactly as they were seen. */
  public boolean stands(Map<String, FieldState> now, Set<String> keys) {
    return keys.stream().allMatch(k -> setters(now.get(k)).equals(of(k)));
  }

  /** What a revision of a record that sets some fields builds on. */
  List<RevisionId> parents(
      Station station, RecordId record, Compartment compartment, Set<String> keys) {
    Records records = station.view().records();
    Map<String, FieldState> now =
        compartment == Compartment.PROTECTION
            ? new ProtectedPart(station).fields(record)
            : records.fields(record);
    List<Records.RevisionRow> all = records.revisions(record);
    Set<RevisionId> own = own(station, all);
    Set<RevisionId> unseen = new HashSet<>();
    Set<RevisionId> on = new TreeSet<>();
    for (String key : keys) {
      Set<RevisionId> setters = setters(now.get(key));
      on.addAll(of(key));
      setters.stream().filter(own::contains).forEach(on::add);
      setters.stream().filter(r -> !on.contains(r)).forEach(unseen::add);
    }
    if (unseen.isEmpty()) {
      return records.heads(record, compartment);
    }
    if (on.isEmpty()) {
      // It was empty then; whoever made the record is nobody's rival, and it stays one record.
      all.stream()
          .filter(r -> r.compartment() == compartment)
          .map(Records.RevisionRow::id)
          .findFirst()
          .filter(r -> !unseen.contains(r))
          .ifPresent(on::add);
    }
    return List.copyOf(on);
  }

  /** Nobody is a rival of his own: a page may still show what it was before the last save. */
  private static Set<RevisionId> own(Station station, List<Records.RevisionRow> all) {
    return all.stream()
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
