package org.sala.store;

import java.util.Map;
import java.util.Optional;
import org.sala.domain.Moment;
import org.sala.domain.Value;
import org.sala.merge.FieldState;

/** Short readings of a record's fields for the rows of lists. */
final class Shown {
  private final Map<String, FieldState> fields;

  Shown(Map<String, FieldState> fields) {
    this.fields = fields;
  }

  String text(String key, int longest) {
    FieldState f = fields.get(key);
    String text = f == null ? "" : f.value().asText().orElse("");
    return text.length() <= longest ? text : text.substring(0, longest);
  }

  boolean flag(String key) {
    FieldState f = fields.get(key);
    return f != null && f.value() instanceof Value.Flag flag && flag.yes();
  }

  Optional<Long> millis(String key) {
    FieldState f = fields.get(key);
    return f == null ? Optional.empty() : Moment.of(f.value()).map(m -> m.instant().toEpochMilli());
  }

  boolean isDisputed(String key) {
    FieldState f = fields.get(key);
    return f != null && f.disputed();
  }

  int disputes() {
    return (int) fields.values().stream().filter(FieldState::disputed).count();
  }

  Map<String, FieldState> all() {
    return fields;
  }
}
