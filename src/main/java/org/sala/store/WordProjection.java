package org.sala.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;

/** The words by which a record is found: numbers, titles and names in any script. */
final class WordProjection {
  private static final Set<String> KINDS =
      Set.of("case", "exhibit", "person", "statement", "inside", "screening", "referral");

  /** The fields whose words are looked for. */
  private static final Set<String> FAMILIES =
      Set.of("number", "title", "wristband", "name", "alias", "document", "cardCode", "slip");

  private final Sql sql;

  WordProjection(Sql sql) {
    this.sql = sql;
  }

  void refresh(Slice slice) {
    List<RecordId> known = new ArrayList<>();
    List<RecordId> all = new ArrayList<>();
    Map<RecordId, String> kinds = new HashMap<>();
    for (Slice.Touched t : slice.all()) {
      if (KINDS.contains(t.kind()) && concerns(t)) {
        all.add(t.id);
        kinds.put(t.id, t.kind());
        if (!t.fresh) {
          known.add(t.id);
        }
      }
    }
    if (all.isEmpty()) {
      return;
    }
    slice.read(all);
    Map<RecordId, Set<String>> before = before(known);
    List<Object[]> gone = new ArrayList<>();
    List<Object[]> made = new ArrayList<>();
    for (RecordId id : all) {
      Set<String> words = new LinkedHashSet<>();
      for (FieldState f : slice.fields(id).values()) {
        f.values().forEach(v -> collect(f.key(), v, words));
      }
      Set<String> old = before.getOrDefault(id, Set.of());
      if (!old.equals(words)) {
        if (!old.isEmpty()) {
          gone.add(new Object[] {id.value()});
        }
        words.forEach(w -> made.add(new Object[] {kinds.get(id), id.value(), w}));
      }
    }
    sql.batch("delete from word where record = ?", gone);
    sql.batch("insert into word values (?,?,?)", made);
  }

  /** Whether a record may have other words now. */
  private static boolean concerns(Slice.Touched t) {
    return t.moved.contains(Compartment.INVESTIGATION)
        && (t.fresh
            || t.cleared
            || t.set.keySet().stream().anyMatch(k -> FAMILIES.contains(family(k))));
  }

  private Map<RecordId, Set<String>> before(List<RecordId> known) {
    Map<RecordId, Set<String>> before = new HashMap<>();
    if (!known.isEmpty()) {
      sql.listAny(
          "select record, word from word where record = any(?)",
          r ->
              before
                  .computeIfAbsent(new RecordId(r.getObject(1, UUID.class)), any -> new HashSet<>())
                  .add(r.getString(2)),
          (Object) Slice.uuids(known));
    }
    return before;
  }

  private static void collect(String key, Value value, Set<String> words) {
    switch (family(key)) {
      case "number", "title", "wristband", "cardCode", "slip" ->
          value.asText().ifPresent(t -> add(t, words));
      case "name", "alias" -> {
        value.asText().ifPresent(t -> add(t, words));
        if (value instanceof Value.Parts parts) {
          parts.text("text").ifPresent(t -> add(t, words));
          parts.text("roman").ifPresent(t -> add(t, words));
        }
      }
      case "document" -> {
        if (value instanceof Value.Parts parts) {
          parts.text("number").ifPresent(t -> add(t, words));
        }
      }
      default -> {
        // Other fields are not searched by word.
      }
    }
  }

  private static String family(String key) {
    int slash = key.indexOf('/');
    return slash < 0 ? key : key.substring(0, slash);
  }

  private static void add(String text, Set<String> words) {
    words.addAll(Folding.words(text));
  }
}
