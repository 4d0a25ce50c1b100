package org.sala.casework.packages.register;

import java.time.Duration;
import java.util.Optional;
import org.sala.domain.Moment;

/**
 * Says that the clocks of two ends cannot both be right: by one of them something was sealed after
 * it had come by the other, or was on its way for longer than a year.
 *
 * @param senderAhead whether the sender's clock stands later
 * @param atLeast how far they are apart
 */
public record ClockDifference(boolean senderAhead, Duration atLeast) {
  /** Clocks that nobody sets differ by minutes. */
  static final Duration SAME = Duration.ofHours(1);

  private static final Duration LONGEST_WAY = Duration.ofDays(365);

  /** Compares two clocks; empty where both may be right. */
  public static Optional<ClockDifference> between(Optional<Moment> sealed, Optional<Moment> came) {
    if (sealed.isEmpty() || came.isEmpty()) {
      return Optional.empty();
    }
    Duration way = Duration.between(sealed.get().instant(), came.get().instant());
    boolean ahead = way.compareTo(SAME.negated()) < 0;
    return ahead || way.compareTo(LONGEST_WAY) > 0
        ? Optional.of(new ClockDifference(ahead, way.abs()))
        : Optional.empty();
  }
}
