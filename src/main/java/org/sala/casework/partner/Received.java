package org.sala.casework.partner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.AuditEntry;
import org.sala.domain.Field;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/**
 * A copy that another agency sent. It stays a record of its own, under that agency's name: nothing
 * of it is joined with what is known here.
 *
 * @param about the number of what it is about, as that agency counts
 * @param extracts how many records it holds
 */
public record Received(
    RecordId id,
    String agency,
    String country,
    String purpose,
    String about,
    Optional<Moment> at,
    int extracts) {

  /**
   * One field of an extract.
   *
   * @param values by the keys under which the other agency's record has them
   */
  public record Said(String field, Map<String, Value> values) {
    public Said {
      values = Map.copyOf(values);
    }

    @Override
    public String toString() {
      return "Said[" + field + "]";
    }
  }

  /**
   * What one record of theirs said.
   *
   * @param of its id at that agency
   * @param removed codes of {@link Redaction.Why} by field
   * @param own the record of one's own that was begun out of it
   */
  public record Extract(
      RecordId id,
      String kind,
      String of,
      List<Said> said,
      Map<String, String> removed,
      Optional<RecordId> own) {
    public Extract {
      said = List.copyOf(said);
      removed = Map.copyOf(removed);
    }

    @Override
    public String toString() {
      return "Extract[" + kind + "]";
    }
  }

  /** One copy from another agency, with all that it says. */
  public record Copy(Received head, List<Extract> extracts) {
    public Copy {
      extracts = List.copyOf(extracts);
    }
  }

  static List<Received> all(Station station) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    station
        .view()
        .records()
        .fieldsOfKind(Kinds.EXTRACT.key())
        .values()
        .forEach(f -> counts.merge(Stored.text(f, "copy").orElse(""), 1, Integer::sum));
    List<Received> all = new ArrayList<>();
    for (Records.Begun b : station.view().records().begun(Kinds.COPY.key())) {
      if (!b.station().equals(station.identity().station())) {
        all.add(head(station, b.id(), counts.getOrDefault(b.id().toString(), 0)));
      }
    }
    all.sort(
        Comparator.comparing((Received r) -> r.at().map(m -> m.instant().toEpochMilli()).orElse(0L))
            .reversed());
    return all;
  }

  private static Received head(Station station, RecordId id, int extracts) {
    Map<String, FieldState> f = station.view().records().fields(id);
    return new Received(
        id,
        Stored.text(f, "agency").orElse(""),
        Stored.text(f, "country").orElse(""),
        Stored.text(f, "purpose").orElse(""),
        Stored.text(f, "about").orElse(""),
        Stored.moment(f, "at"),
        extracts);
  }

  static Optional<Copy> open(Station station, AuditTrail audit, RecordId copy) {
    Optional<Received> head = all(station).stream().filter(r -> r.id().equals(copy)).findFirst();
    head.ifPresent(h -> audit.note(AuditEntry.Act.VIEWED, copy));
    return head.map(h -> new Copy(h, extracts(station, copy)));
  }

  private static List<Extract> extracts(Station station, RecordId copy) {
    List<Extract> all = new ArrayList<>();
    station
        .view()
        .records()
        .fieldsOfKind(Kinds.EXTRACT.key())
        .forEach(
            (id, f) -> {
              if (Stored.text(f, "copy").filter(copy.toString()::equals).isPresent()) {
                all.add(extract(station, id, f, new ProtectedPart(station).fields(id)));
              }
            });
    all.sort(
        Comparator.comparingInt((Extract e) -> RedactionRules.COPIED.indexOf(e.kind()))
            .thenComparing(Extract::of));
    return all;
  }

  /**
   * Returns what is said in the order of the table of fields; what a newer program wrote comes
   * last.
   */
  private static List<Said> inOrder(String kind, Map<String, Map<String, Value>> said) {
    List<String> order =
        Kinds.find(kind).stream().flatMap(k -> k.fields().stream()).map(Field::key).toList();
    return said.entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                e -> order.contains(e.getKey()) ? order.indexOf(e.getKey()) : order.size()))
        .map(e -> new Said(e.getKey(), e.getValue()))
        .toList();
  }

  private static Extract extract(
      Station station, RecordId id, Map<String, FieldState> open, Map<String, FieldState> safe) {
    Map<String, Map<String, Value>> said = new LinkedHashMap<>();
    Map<String, String> removed = new LinkedHashMap<>();
    Map<String, FieldState> all = new LinkedHashMap<>(open);
    all.putAll(safe);
    all.forEach(
        (key, state) -> {
          int slash = key.indexOf('/');
          if (slash > 0 && key.startsWith("removed/")) {
            removed.put(key.substring(slash + 1), state.value().asText().orElse(""));
          } else if (slash > 0) {
            String flat = key.substring(slash + 1);
            said.computeIfAbsent(Redacting.family(flat), k -> new LinkedHashMap<>())
                .put(flat, state.value());
          }
        });
    return new Extract(
        id,
        Stored.text(open, "kind").orElse(""),
        Stored.text(open, "of").orElse(""),
        inOrder(Stored.text(open, "kind").orElse(""), said),
        removed,
        OwnRecords.of(station, id, open));
  }
}
