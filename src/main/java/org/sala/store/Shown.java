package org.sala.store;

import java.util.Map;
import java.util.Optional;
import org.sala.domain.Moment;
import org.sala.domain.Value;
import org.sala.merge.FieldState;

/** Short readings of a record's fields for the rows of lists. */
final class Shown {
  private final Map<String, FieldState> fields;
  private final boolean apart;

  Shown(Map<String, FieldState> fields) {
    this(fields, false);
  }

  /**
   * @param apart whether versions of the protected part differ, of which nothing else is known here
   */
  Shown(Map<String, FieldState> fields, boolean apart) {
    this.fields = fields;
    this.apart = apart;
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

  /** How many fields have several values; the protected part counts as one. */
  int disputes() {
    return (int) fields.values().stream().filter(FieldState::disputed).count() + (apart ? 1 : 0);
  }

  Map<String, FieldState> all() {
    return fields;
  }
}
