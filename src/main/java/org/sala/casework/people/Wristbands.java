package org.sala.casework.people;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Station;
import org.sala.domain.Value;

/** The running numbers of a station. A number on a printed sheet is never given to anybody else. */
@BehindTheDesk
public final class Wristbands {
  private final Station station;

  public Wristbands(Station station) {
    this.station = station;
  }

  /** The next so many numbers that nobody wears and that stand on no sheet. */
  public List<String> next(int many) {
    String letter = letter();
    long first =
        1
            + Math.max(
                station
                    .view()
                    .people()
                    .highestWristband(letter)
                    .map(w -> w.substring(letter.length() + 1))
                    .filter(n -> n.matches("\\d{1,6}"))
                    .map(Long::parseLong)
                    .orElse(0L),
                station.state().whole(printed(letter)));
    return LongStream.range(first, first + many)
        .mapToObj(n -> letter + "-" + String.format(Locale.ROOT, "%03d", n))
        .toList();
  }

  /** The same, kept for sheets of paper from now on. */
  public List<String> take(int many) {
    synchronized (station.state()) {
      List<String> numbers = next(many);
      String last = numbers.getLast();
      long number = Long.parseLong(last.substring(letter().length() + 1));
      station.state().set(printed(letter()), Value.whole(number));
      return numbers;
    }
  }

  private String letter() {
    return station.state().text("letter").orElse("X");
  }

  private static String printed(String letter) {
    return "sheetsPrinted." + letter;
  }
}
