package org.sala.ui.roster;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.sala.casework.people.Cases;
import org.sala.domain.PartialDate;
import org.sala.domain.Value;

/**
 * What a form changed, against the fields as they stood when it was opened: what was left alone is
 * not written again, what was emptied is taken away.
 */
public final class Edits {
  private final Map<String, Cases.Shown> before;
  private final Map<String, Value> changes = new LinkedHashMap<>();

  public Edits(Map<String, Cases.Shown> before) {
    this.before = before;
  }

  /** The words of a field as they stood; the first of several versions. */
  public String text(String key) {
    Cases.Shown shown = before.get(key);
    return shown == null ? "" : shown.value().asText().orElse("");
  }

  /** A date as somebody typed it. */
  public String typed(String key) {
    Cases.Shown shown = before.get(key);
    return shown == null ? "" : PartialDate.of(shown.value()).typed();
  }

  /** Words or a code. */
  public Edits put(String key, String typed) {
    return put(key, text(key), typed, Value::text);
  }

  /** A date, read from what was typed. */
  public Edits date(String key, String typed, Function<String, PartialDate> reader) {
    return put(key, typed(key), typed, t -> reader.apply(t).toValue());
  }

  private Edits put(String key, String was, String typed, Function<String, Value> value) {
    String is = typed.strip();
    if (is.equals(was.strip())) {
      changes.remove(key);
    } else {
      changes.put(key, is.isEmpty() ? Value.Nothing.HERE : value.apply(is));
    }
    return this;
  }

  public boolean isEmpty() {
    return changes.isEmpty();
  }

  public Map<String, Value> changes() {
    return changes;
  }

  @Override
  public String toString() {
    return "Edits[" + changes.size() + "]";
  }
}
