package org.sala.casework.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/** Who is still inside, put together by site and building: what a rescue is planned on. */
public final class InsideSites {
  private final Station station;

  public InsideSites(Station station) {
    this.station = station;
  }

  /** Whether acting does not endanger those inside; the worst that anybody said counts. */
  public enum Safe {
    NO,
    UNKNOWN,
    YES
  }

  /**
   * Somebody inside, as heard.
   *
   * @param saidBy the number of who told it
   */
  public record Heard(
      String name, String relation, String status, String lastSeen, Safe safe, String saidBy) {
    @Override
    public String toString() {
      return "Heard";
    }
  }

  /**
   * One building of one site. One who was named by two people is counted twice: names as heard are
   * no proof of who is the same.
   *
   * @param site as it was called the first time; empty where nobody named it
   * @param inside named as inside
   * @param moved named as moved away
   * @param unknown of whom nobody knows which
   * @param toldBy by how many people
   * @param lastSeen as it was said the last time
   */
  public record Building(
      String site,
      String building,
      int inside,
      int moved,
      int unknown,
      int toldBy,
      String lastSeen,
      Safe safe,
      List<Heard> heard) {
    public Building {
      heard = List.copyOf(heard);
    }

    @Override
    public String toString() {
      return "Building[" + inside + "]";
    }
  }

  private record Said(RecordId by, Map<String, FieldState> fields, long millis) {}

  /** Every building that anybody named, the most people inside first. */
  public List<Building> all() {
    List<Records.Row> rows = station.view().records().ofKind("inside").reversed();
    Map<RecordId, Map<String, FieldState>> fields =
        station.view().records().fields(rows.stream().map(Records.Row::id).toList());
    Map<String, List<Said>> groups = new LinkedHashMap<>();
    for (Records.Row row : rows) {
      Map<String, FieldState> f = fields.getOrDefault(row.id(), Map.of());
      Optional<RecordId> by =
          Optional.ofNullable(f.get("saidBy")).map(FieldState::value).flatMap(Value::asRef);
      if (by.isPresent()) {
        groups
            .computeIfAbsent(folded(f, "site") + "\n" + folded(f, "place"), k -> new ArrayList<>())
            .add(new Said(by.get(), f, row.changedMillis()));
      }
    }
    Map<RecordId, String> numbers = new LinkedHashMap<>();
    return groups.values().stream()
        .map(g -> building(g, numbers))
        .sorted(
            Comparator.comparingInt((Building b) -> -b.inside())
                .thenComparing(Building::site)
                .thenComparing(Building::building))
        .toList();
  }

  /** Spellings that differ in capitals, width or spaces alone are one place. */
  private static String folded(Map<String, FieldState> f, String key) {
    String text = Stored.text(f, key).orElse("");
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .strip()
        .replaceAll("\\s+", " ");
  }

  private Building building(List<Said> said, Map<RecordId, String> numbers) {
    Set<RecordId> by = new LinkedHashSet<>();
    List<Heard> heard = new ArrayList<>();
    Safe worst = Safe.YES;
    String lastSeen = "";
    for (Said s : said) {
      by.add(s.by());
      Heard h = heard(s, numbers);
      heard.add(h);
      worst = h.safe().compareTo(worst) < 0 ? h.safe() : worst;
      lastSeen = h.lastSeen().isEmpty() ? lastSeen : h.lastSeen();
    }
    Map<String, FieldState> first = said.getFirst().fields();
    return new Building(
        Stored.text(first, "site").orElse(""),
        Stored.text(first, "place").orElse(""),
        count(heard, "inside"),
        count(heard, "moved"),
        heard.size() - count(heard, "inside") - count(heard, "moved"),
        by.size(),
        lastSeen,
        worst,
        heard);
  }

  private static int count(List<Heard> heard, String status) {
    return (int) heard.stream().filter(h -> h.status().equals(status)).count();
  }

  private Heard heard(Said s, Map<RecordId, String> numbers) {
    Map<String, FieldState> f = s.fields();
    return new Heard(
        Stored.text(f, "name").orElse(""),
        Stored.text(f, "relation").orElse(""),
        Stored.text(f, "status").orElse("unknown"),
        Stored.text(f, "lastSeen").orElse(""),
        safe(Optional.ofNullable(f.get("safe"))),
        numbers.computeIfAbsent(s.by(), id -> Stored.number(station, id, "wristband")));
  }

  /** Where two laptops differ, the worse of them counts; nothing said is unknown. */
  private static Safe safe(Optional<FieldState> said) {
    return said.map(
            f ->
                f.values().stream()
                    .map(
                        v ->
                            switch (v.asText().orElse("")) {
                              case "yes" -> Safe.YES;
                              case "no" -> Safe.NO;
                              default -> Safe.UNKNOWN;
                            })
                    .min(Comparator.naturalOrder())
                    .orElse(Safe.UNKNOWN))
        .orElse(Safe.UNKNOWN);
  }
}
