package org.sala.casework.headquarters;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.sala.casework.station.Station;
import org.sala.store.ArrivalRows;

/**
 * What a station has sent, over all its runs of numbers.
 *
 * @param changes in its packages; what was sent twice counts twice
 * @param lastNumber the highest number of the run that was heard of last
 * @param missing numbers left out in any run
 * @param firstMillis when the first package of any run came
 * @param anewMillis when the last run began that is not the first: a backup was restored
 */
record Sent(
    int packages,
    long changes,
    Optional<Long> lastMillis,
    long lastNumber,
    long missing,
    int waiting,
    int unanswered,
    Optional<Long> firstMillis,
    Optional<Long> anewMillis) {
  static final Sent NOTHING =
      new Sent(0, 0, Optional.empty(), 0, 0, 0, 0, Optional.empty(), Optional.empty());

  /**
   * Returns what was sent by the id of the station, those that are not enrolled here among them.
   */
  static Map<String, Sent> byStation(Station station) {
    Map<String, Integer> unanswered = station.view().arrivals().unanswered();
    Map<String, Sent> sent = new HashMap<>();
    for (ArrivalRows.Sender s : station.view().arrivals().senders()) {
      sent.merge(
          s.peer().split(" ", -1)[0],
          new Sent(
              s.packages(),
              s.changes(),
              s.lastMillis(),
              s.last(),
              s.last() - s.different(),
              s.waiting(),
              unanswered.getOrDefault(s.peer(), 0),
              s.firstMillis(),
              Optional.empty()),
          Sent::with);
    }
    return sent;
  }

  private Sent with(Sent other) {
    Sent later = lastMillis.orElse(0L) >= other.lastMillis.orElse(0L) ? this : other;
    return new Sent(
        packages + other.packages,
        changes + other.changes,
        later.lastMillis,
        later.lastNumber,
        missing + other.missing,
        waiting + other.waiting,
        unanswered + other.unanswered,
        one(Math::min, firstMillis, other.firstMillis),
        one(
            Math::max,
            one(Math::max, anewMillis, other.anewMillis),
            one(Math::max, firstMillis, other.firstMillis)));
  }

  /** Returns the one of two times that counts, where there are two. */
  private static Optional<Long> one(BinaryOperator<Long> of, Optional<Long> a, Optional<Long> b) {
    return a.flatMap(x -> b.map(y -> of.apply(x, y))).or(() -> a).or(() -> b);
  }
}
