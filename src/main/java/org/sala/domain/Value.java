package org.sala.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a field may hold: the JSON values, so that a field from a newer station survives unread.
 * {@link Nothing} takes a value away. No value shows its content in {@code toString}.
 */
public sealed interface Value {

  /** The field is empty again. */
  record Nothing() implements Value {
    public static final Value HERE = new Nothing();
  }

  /** Words, codes and ids. */
  record Text(String text) implements Value {
    @Override
    public String toString() {
      return "Text[" + text.length() + "]";
    }
  }

  /** A whole number. */
  record Whole(long number) implements Value {
    @Override
    public String toString() {
      return "Whole";
    }
  }

  /** A number with decimals. */
  record Decimal(BigDecimal number) implements Value {
    public Decimal {
      if (number.precision() > 40 || Math.abs((long) number.scale()) > 40) {
        throw new DomainFault(DomainFault.Code.BAD_VALUE, "number too long");
      }
    }

    @Override
    public String toString() {
      return "Decimal";
    }
  }

  /** Yes or no. */
  record Flag(boolean yes) implements Value {
    @Override
    public String toString() {
      return "Flag";
    }
  }

  /** Values in order. */
  record Listing(List<Value> items) implements Value {
    public Listing {
      items = List.copyOf(items);
    }

    @Override
    public String toString() {
      return "Listing[" + items.size() + "]";
    }
  }

  /** Named values in the order in which they were written. */
  record Parts(Map<String, Value> parts) implements Value {
    public Parts {
      parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** The text of a part, if it is there and is text. */
    public Optional<String> text(String key) {
      return parts.get(key) instanceof Text t ? Optional.of(t.text()) : Optional.empty();
    }

    /** The number of a part, if it is there and is whole. */
    public Optional<Long> whole(String key) {
      return parts.get(key) instanceof Whole w ? Optional.of(w.number()) : Optional.empty();
    }

    /** Whether a part is there and is yes. */
    public boolean flag(String key) {
      return parts.get(key) instanceof Flag f && f.yes();
    }

    @Override
    public String toString() {
      return "Parts[" + parts.size() + "]";
    }
  }

  static Value text(String text) {
    return new Text(text);
  }

  static Value whole(long number) {
    return new Whole(number);
  }

  static Value flag(boolean yes) {
    return new Flag(yes);
  }

  static Value ref(RecordId record) {
    return new Text(record.toString());
  }

  static Value texts(List<String> texts) {
    List<Value> items = new ArrayList<>();
    for (String t : texts) {
      items.add(new Text(t));
    }
    return new Listing(items);
  }

  /** Parts from text pairs; empty texts are left out. */
  static Value parts(Map<String, String> texts) {
    Map<String, Value> parts = new LinkedHashMap<>();
    texts.forEach(
        (k, v) -> {
          if (!v.isEmpty()) {
            parts.put(k, new Text(v));
          }
        });
    return new Parts(parts);
  }

  /** The text, or empty when the value is something else. */
  default Optional<String> asText() {
    return this instanceof Text t ? Optional.of(t.text()) : Optional.empty();
  }

  /** The record that the text names; empty for any other text, whoever wrote it. */
  default Optional<RecordId> asRef() {
    return this instanceof Text t && t.text().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(RecordId.of(t.text()))
        : Optional.empty();
  }
}
