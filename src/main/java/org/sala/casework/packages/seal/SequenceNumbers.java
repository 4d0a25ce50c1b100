package org.sala.casework.packages.seal;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sala.casework.station.Station;
import org.sala.domain.IncarnationId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.store.SentRows;

/**
 * The numbers of packages to one addressee. Where several programs seal, the last one stands in
 * what they share, for the view may be behind: a number is kept only while nobody else has taken
 * it.
 */
final class SequenceNumbers {
  private static final String AS = "sealsAs";
  private static final SentRows.Last NONE = new SentRows.Last(0, "0".repeat(64));

  private final Station station;
  private final String addressee;

  SequenceNumbers(Station station, StationId addressee) {
    this.station = station;
    this.addressee = addressee.toString();
  }

  /**
   * Under which incarnation packages are sealed: numbers of one row, whichever program seals, so
   * that a station can tell the later of two answers.
   */
  static IncarnationId incarnation(Station station) {
    if (station.state().sharing().isPresent() && station.state().text(AS).isEmpty()) {
      String own = station.identity().incarnation().toString();
      station
          .state()
          .change(
              () -> station.state().text(AS).isPresent() ? Map.of() : Map.of(AS, Value.text(own)));
    }
    return speaking(station);
  }

  /** Under which one the next will be sealed; this program's own where nobody has sealed yet. */
  static IncarnationId speaking(Station station) {
    IncarnationId own = station.identity().incarnation();
    return station.state().sharing().isEmpty()
        ? own
        : station.state().text(AS).map(IncarnationId::of).orElse(own);
  }

  /** The last package to the addressee, as far as is known here. */
  SentRows.Last last() {
    return shared().or(() -> station.view().sent().last(addressee)).orElse(NONE);
  }

  /** Thrown where another program has taken the number meanwhile. */
  static final class TakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Whether the number behind another is free, as far as is known here. */
  boolean isLast(SentRows.Last before) {
    return shared().isEmpty() || shared().get().equals(before);
  }

  /**
   * Takes the next number for a package that is written, with the run that names it.
   *
   * @return for {@link org.sala.casework.station.Together#share}: what it throws is {@link
   *     TakenException}
   */
  Supplier<Map<String, Value>> taking(SentRows.Last before, SentRows.Last now) {
    return () -> {
      if (!isLast(before)) {
        throw new TakenException();
      }
      return Map.of(key(), Value.text(now.sequence() + " " + now.digest()));
    };
  }

  private Optional<SentRows.Last> shared() {
    return station
        .state()
        .text(key())
        .map(t -> t.split(" ", 2))
        .map(p -> new SentRows.Last(Long.parseLong(p[0]), p[1]));
  }

  private String key() {
    return "sent." + addressee;
  }
}
