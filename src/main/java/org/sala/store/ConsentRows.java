package org.sala.store;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sala.domain.Fingerprint;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;

/** The lists of what people agreed to. */
public final class ConsentRows {
  private final Reading sql;

  ConsentRows(Reading sql) {
    this.sql = sql;
  }

  /** One answer of which nobody was told. */
  public record Row(RecordId id, RecordId person, String answer, Optional<Long> atMillis) {}

  /**
   * Returns the consents with one of these answers of which nobody was told yet, the first written
   * first.
   */
  public List<Row> untold(List<String> answers, int most) {
    return sql.list(
        "select * from consent_row where not told and answer = any(?) order by at_millis, id fetch"
            + " next ? rows only",
        r ->
            new Row(
                new RecordId(r.getObject("id", UUID.class)),
                new RecordId(r.getObject("person", UUID.class)),
                r.getString("answer"),
                PersonRows.millis(r, "at_millis")),
        answers.toArray(new String[0]),
        most);
  }

  /** Who wrote something, and where. */
  public record Hand(Fingerprint officer, StationId station) {}

  /**
   * One answer of which somebody was told.
   *
   * @param decided who wrote it down
   * @param signed who wrote that somebody was told; of versions that differ all
   */
  public record Told(Row row, Set<Hand> decided, Set<Hand> signed) {}

  /**
   * Returns the consents with one of these answers of which it is written that somebody was told.
   */
  public List<Told> told(List<String> answers) {
    Map<RecordId, Told> all = new LinkedHashMap<>();
    sql.list(
        "select c.id, c.person, c.answer, c.at_millis, f.name, l.author, l.station from consent_row"
            + " c join field f on f.record = c.id and f.name in ('purpose', 'toldAt') join revision"
            + " v on v.id = f.revision join change_log l on l.id = v.change where c.told and"
            + " c.answer = any(?) order by c.at_millis, c.id",
        r -> {
          Row row =
              new Row(
                  new RecordId(r.getObject(1, UUID.class)),
                  new RecordId(r.getObject(2, UUID.class)),
                  r.getString(3),
                  PersonRows.millis(r, "at_millis"));
          Told told =
              all.computeIfAbsent(
                  row.id(), any -> new Told(row, new LinkedHashSet<>(), new LinkedHashSet<>()));
          Hand hand =
              new Hand(new Fingerprint(r.getString(6)), new StationId(r.getObject(7, UUID.class)));
          return (r.getString(5).equals("purpose") ? told.decided() : told.signed()).add(hand);
        },
        (Object) answers.toArray(new String[0]));
    return List.copyOf(all.values());
  }
}
