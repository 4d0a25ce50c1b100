package org.sala.casework.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.sala.casework.station.Act;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.NextNumber;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.RunningNumber;
import org.sala.domain.Value;
import org.sala.merge.FieldState;

/**
 * The running numbers of a station. One that somebody wore who was erased since, and a number on a
 * printed sheet, are never given to anybody else: such a number stands in the journal before the
 * sheet is made, so that no other file can forget it.
 */
@BehindTheDesk
public final class Wristbands {
  private static final int MOST_AT_ONCE = 10_000;

  private final Station station;
  private final Ledger ledger;

  public Wristbands(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  /** The next so many numbers that nobody wears and that stand on no sheet. */
  public List<String> next(int many) {
    String letter = letter();
    long first =
        NextNumber.in(
            station.view().people(),
            new RunningNumber(letter + "-"),
            station,
            many,
            List.of(printed(letter)));
    return LongStream.range(first, first + many).mapToObj(n -> number(letter, n)).toList();
  }

  private static String number(String letter, long n) {
    return letter + "-" + String.format(Locale.ROOT, "%03d", n);
  }

  private RunningNumber.Given printed(String letter) {
    return RunningNumber.Given.of(
        station.view().records().ofKind(Kinds.SHEETS.key()).stream()
            .map(row -> station.view().records().fields(row.id()))
            .filter(run -> Stored.text(run, "letter").filter(letter::equals).isPresent())
            .flatMapToLong(Wristbands::run)
            .boxed()
            .toList());
  }

  /** A run that nobody prints at once is made up; of it no more than its end counts. */
  private static LongStream run(Map<String, FieldState> sheets) {
    long first = Stored.whole(sheets, "first");
    long last = Stored.whole(sheets, "last");
    return first > 0 && last - first >= 0 && last - first < MOST_AT_ONCE
        ? LongStream.rangeClosed(first, last)
        : LongStream.of(last);
  }

  /** Returns the next numbers, kept for sheets of paper from now on. */
  public List<String> take(int many) {
    // Two runs at once must not begin with the same number.
    synchronized (station.state()) {
      String letter = letter();
      List<String> numbers = next(many);
      long last = Long.parseLong(numbers.getLast().substring(letter.length() + 1));
      Map<String, Value> run = new LinkedHashMap<>();
      run.put("letter", Value.text(letter));
      run.put("first", Value.whole(last - many + 1));
      run.put("last", Value.whole(last));
      run.put("at", station.now().toValue());
      ledger.write(new Act().make(station.ids().record(), Kinds.SHEETS, station.scope(), run));
      return numbers;
    }
  }

  private String letter() {
    return station.state().text("letter").orElse("X");
  }
}
