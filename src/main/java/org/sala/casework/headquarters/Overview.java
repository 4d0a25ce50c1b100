package org.sala.casework.headquarters;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.joining.Disagreements;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Station;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/**
 * Headquarters at a glance: what came of every station, what is missing, what nobody has decided
 * yet, and of whom nothing was heard. The view counts; no package and no person is read for it.
 */
public final class Overview {
  /** How long after the last contact a station counts as heard of. */
  public static final Duration HEARD = Duration.ofHours(24);

  /** How long a station has not been heard of when it counts as silent. */
  public static final Duration SILENT = Duration.ofDays(3);

  /** How many days are drawn. */
  public static final int DAYS = 14;

  private final Station station;

  public Overview(Station station) {
    this.station = station;
  }

  /** How long ago a station was heard of. */
  public enum Contact {
    /** Within a day. */
    HEARD,
    /** Within three days. */
    QUIET,
    SILENT,
    NEVER
  }

  /**
   * One station.
   *
   * @param name empty for one that is not enrolled here
   * @param changes in its packages; what was sent twice counts twice
   * @param people whom it was the first to write of
   * @param lastNumber of its last package
   * @param missing packages that have not come although later ones have
   * @param unanswered packages whose receipt has not left
   * @param waiting packages that people have to decide on
   * @param disagreements records in which its version stands against another
   */
  public record Line(
      StationId id,
      String name,
      String letter,
      int packages,
      long changes,
      int people,
      Optional<Moment> lastContact,
      Contact contact,
      long lastNumber,
      long missing,
      int unanswered,
      int waiting,
      int disagreements) {}

  /**
   * Everything at once.
   *
   * @param at when it was looked at
   * @param stations who was heard of longest ago first, after those of whom nothing ever came
   * @param refused files that were not genuine; whose they are, nobody has shown
   * @param disagreements records that wait for a decision
   * @param days packages that came on each of the last days, the last one today
   */
  public record Glance(
      Moment at,
      List<Line> stations,
      int refused,
      int disagreements,
      Map<LocalDate, Integer> days) {
    public Glance {
      stations = List.copyOf(stations);
    }

    public long missing() {
      return stations.stream().mapToLong(Line::missing).sum();
    }

    public int unanswered() {
      return stations.stream().mapToInt(Line::unanswered).sum();
    }

    public int waiting() {
      return stations.stream().mapToInt(Line::waiting).sum();
    }

    public int packages() {
      return stations.stream().mapToInt(Line::packages).sum();
    }

    public int people() {
      return stations.stream().mapToInt(Line::people).sum();
    }

    /** Stations of which nothing was heard for three days, or ever. */
    public int silent() {
      return (int)
          stations.stream()
              .filter(l -> l.contact() == Contact.SILENT || l.contact() == Contact.NEVER)
              .count();
    }
  }

  /**
   * Asks the view once for each column.
   *
   * @throws CaseworkFault {@code NOT_HEADQUARTERS} elsewhere
   */
  public Glance glance() {
    if (!station.state().flag("isHeadquarters")) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_HEADQUARTERS);
    }
    Map<String, Sent> sent = new LinkedHashMap<>();
    station.state().texts("stations").forEach(id -> sent.put(id, Sent.NOTHING));
    Set<String> ours = Set.copyOf(sent.keySet());
    sent.putAll(Sent.byStation(station));
    // Other agencies send copies and receipts, and are no stations.
    for (String kind : List.of(Kinds.COPY.key(), Kinds.RECEIPT.key())) {
      station.view().arrivals().begun(kind).keySet().stream()
          .map(StationId::toString)
          .filter(id -> !ours.contains(id))
          .forEach(sent::remove);
    }
    Map<StationId, Integer> people = station.view().arrivals().begun(Kinds.PERSON.key());
    Set<RecordId> open = Disagreements.waiting(station);
    Map<StationId, Set<RecordId>> versions =
        open.isEmpty() ? Map.of() : station.view().arrivals().versionsOf(open);
    List<Line> lines = new ArrayList<>();
    sent.forEach(
        (id, s) -> {
          // A package whose sender is no station is nobody's line.
          StationId.read(id)
              .ifPresent(
                  of ->
                      lines.add(
                          line(
                              of,
                              s,
                              people.getOrDefault(of, 0),
                              versions.getOrDefault(of, Set.of()).size())));
        });
    lines.sort(
        Comparator.comparing((Line l) -> l.lastContact().map(Moment::instant).orElse(Instant.MIN))
            .thenComparing(Line::name));
    return new Glance(
        station.now(), lines, station.view().arrivals().refused(), open.size(), days());
  }

  private Line line(StationId id, Sent s, int people, int disagreements) {
    Optional<Value.Parts> known = station.state().parts("station." + id);
    Optional<Moment> last =
        s.lastMillis().map(m -> new Moment(Instant.ofEpochMilli(m), station.clock().getZone()));
    return new Line(
        id,
        known.flatMap(p -> p.text("name")).orElse(""),
        known.flatMap(p -> p.text("letter")).orElse(""),
        s.packages(),
        s.changes(),
        people,
        last,
        contact(last),
        s.lastNumber(),
        s.missing(),
        s.unanswered(),
        s.waiting(),
        disagreements);
  }

  private Contact contact(Optional<Moment> last) {
    return last.map(at -> Duration.between(at.instant(), station.now().instant()))
        .map(
            ago ->
                ago.compareTo(HEARD) <= 0
                    ? Contact.HEARD
                    : ago.compareTo(SILENT) <= 0 ? Contact.QUIET : Contact.SILENT)
        .orElse(Contact.NEVER);
  }

  private Map<LocalDate, Integer> days() {
    LocalDate today = station.now().local().toLocalDate();
    LocalDate first = today.minusDays(DAYS - 1L);
    Map<LocalDate, Integer> counted = new HashMap<>();
    station
        .view()
        .arrivals()
        .cameAfter(first.atStartOfDay(station.now().zone()).toInstant().toEpochMilli())
        .forEach(
            m ->
                counted.merge(
                    Instant.ofEpochMilli(m).atZone(station.now().zone()).toLocalDate(),
                    1,
                    Integer::sum));
    Map<LocalDate, Integer> days = new LinkedHashMap<>();
    for (LocalDate d = first; !d.isAfter(today); d = d.plusDays(1)) {
      days.put(d, counted.getOrDefault(d, 0));
    }
    return days;
  }
}
