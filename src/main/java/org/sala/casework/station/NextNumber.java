package org.sala.casework.station;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.sala.domain.RunningNumber;
import org.sala.store.NumberedRows;

/**
 * Finds the running number that comes next: one that no record has and none had that was erased
 * here.
 */
@BehindTheDesk
public final class NextNumber {
  private NextNumber() {}

  /** The first that neither a list nor anything erased has. */
  public static long in(NumberedRows list, RunningNumber number, Station station) {
    return in(list, number, station, 1, List.of());
  }

  /**
   * The first of so many in a row.
   *
   * @param besides given out without a record
   */
  public static long in(
      NumberedRows list,
      RunningNumber number,
      Station station,
      int many,
      List<RunningNumber.Given> besides) {
    List<RunningNumber.Given> given = new ArrayList<>(besides);
    given.add(number.among(Erased.numbers(station).stream()));
    given.add(
        new RunningNumber.Given() {
          @Override
          public long highest() {
            return list.highestNumber(number.start());
          }

          @Override
          public LongStream all() {
            return list.numbers(number.start()).stream().mapToLong(Long::longValue);
          }
        });
    return RunningNumber.next(many, given);
  }
}
