package org.sala.casework.station;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.domain.ChangeId;
import org.sala.domain.DomainFault;
import org.sala.domain.Fingerprint;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;

/** The fields of a record as plain values, and plain values as fields. */
public final class Stored {
  private Stored() {}

  /** A field's text; empty where it is absent or no text. */
  public static Optional<String> text(Map<String, FieldState> fields, String key) {
    FieldState state = fields.get(key);
    return state == null ? Optional.empty() : state.value().asText();
  }

  /** The moment in a field; empty where it is absent or another laptop wrote something else. */
  public static Optional<Moment> moment(Map<String, FieldState> fields, String key) {
    FieldState state = fields.get(key);
    return state == null ? Optional.empty() : Moment.of(state.value());
  }

  /** The record that a field names; empty where it names none. */
  public static Optional<RecordId> record(Map<String, FieldState> fields, String key) {
    FieldState state = fields.get(key);
    return state == null ? Optional.empty() : state.value().asRef();
  }

  /** The key that a field names; empty where it names none. */
  public static Optional<Fingerprint> key(Map<String, FieldState> fields, String key) {
    return text(fields, key).flatMap(Fingerprint::read);
  }

  /** The changes that a field names, divided by spaces. */
  public static List<ChangeId> changes(Map<String, FieldState> fields, String key) {
    return records(fields, key).stream().map(r -> new ChangeId(r.value())).toList();
  }

  /** One of some names; the other where it is none of them. */
  public static <E extends Enum<E>> E choice(
      Map<String, FieldState> fields, String key, Class<E> of, E otherwise) {
    return choice(text(fields, key).orElse(""), of, otherwise);
  }

  /** Returns the constant of that name; the other where there is none. */
  public static <E extends Enum<E>> E choice(String name, Class<E> of, E otherwise) {
    return EnumSet.allOf(of).stream()
        .filter(e -> e.name().equals(name))
        .findFirst()
        .orElse(otherwise);
  }

  /** A field's whole number; 0 where it is absent or no number. */
  public static long whole(Map<String, FieldState> fields, String key) {
    FieldState state = fields.get(key);
    return state != null && state.value() instanceof Value.Whole w ? w.number() : 0;
  }

  /** The parts of a text field that holds several; blank ones count for nothing. */
  public static List<String> words(Map<String, FieldState> fields, String key, String between) {
    List<String> words = new ArrayList<>();
    for (String w : text(fields, key).orElse("").split(between)) {
      if (!w.isBlank()) {
        words.add(w);
      }
    }
    return words;
  }

  /** The records that a field names, divided by spaces. */
  public static List<RecordId> records(Map<String, FieldState> fields, String key) {
    List<RecordId> ids = new ArrayList<>();
    for (String w : words(fields, key, " ")) {
      try {
        ids.add(RecordId.of(w));
      } catch (DomainFault e) {
        // Not an id: nothing that could be shown.
      }
    }
    return ids;
  }

  /** Ids divided by spaces, each once. */
  public static Set<String> ids(String text) {
    Set<String> ids = new HashSet<>(List.of(text.split(" ")));
    ids.remove("");
    return ids;
  }

  /** What people know the records by that a field names, in order. */
  public static List<String> numbers(
      Station station, Map<String, FieldState> fields, String key, String numberField) {
    return records(fields, key).stream()
        .map(r -> number(station, r, numberField))
        .sorted()
        .toList();
  }

  /** The number that people know a record by; a dash where it has none. */
  public static String number(Station station, RecordId record, String field) {
    return text(station.view().records().fields(record), field).orElse("–");
  }

  /** Returns a text as a field has it; a text that is empty takes the field away. */
  public static Value orNothing(String text) {
    return text.isEmpty() ? Value.Nothing.HERE : Value.text(text);
  }

  /** Sets a text field; a blank text sets nothing. */
  public static void put(Map<String, Value> fields, String key, String text) {
    if (!text.isBlank()) {
      fields.put(key, Value.text(text.strip()));
    }
  }
}
