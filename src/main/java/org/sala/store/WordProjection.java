package org.sala.store;

import java.util.LinkedHashSet;
import java.util.Set;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;

/** The words by which a record is found: numbers, titles and names in any script. */
final class WordProjection {
  private final Sql sql;

  WordProjection(Sql sql) {
    this.sql = sql;
  }

  void refresh(RecordId record, String kind) {
    Set<String> words = new LinkedHashSet<>();
    switch (kind) {
      case "case", "exhibit", "person", "statement", "inside" -> {
        for (FieldState f : new Records(sql).fields(record).values()) {
          f.values().forEach(v -> collect(f.key(), v, words));
        }
      }
      default -> {
        return;
      }
    }
    sql.update("delete from word where record = ?", record.value());
    for (String word : words) {
      sql.update("insert into word values (?,?)", record.value(), word);
    }
  }

  private static void collect(String key, Value value, Set<String> words) {
    int slash = key.indexOf('/');
    switch (slash < 0 ? key : key.substring(0, slash)) {
      case "number", "title", "wristband" -> value.asText().ifPresent(t -> add(t, words));
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

  private static void add(String text, Set<String> words) {
    words.addAll(Folding.words(text));
  }
}
