package org.sala.casework.sync;

import java.util.List;
import java.util.Optional;
import org.sala.domain.Moment;

/**
 * Where a carrier stands now.
 *
 * @param done bytes of the package that is under way
 * @param of its size, 0 while nothing is under way
 * @param bytesPerSecond how fast it goes, 0 before anybody can say
 * @param last when a round ended well the last time
 * @param why what stands in the way, of the carrier or of one package on it
 * @param stuck packages that this carrier does not get on with
 * @param named the first of them
 * @param waiting packages on it that somebody has to look at first
 * @param inParts whether more lies there than is looked at in one round
 */
public record Standing(
    Configured carrier,
    Phase phase,
    long done,
    long of,
    long bytesPerSecond,
    Optional<Moment> last,
    Optional<WhyNot> why,
    int stuck,
    List<Tally.Item> named,
    int waiting,
    boolean inParts) {
  /** How many files are named one by one at most. */
  static final int NAMED = 3;

  public Standing {
    named = List.copyOf(named);
  }

  /** What a carrier does now. */
  public enum Phase {
    /** The carrier is not there, and is looked for. */
    WAITING,
    /** There, and everything is done; a stick can be taken out. */
    DONE,
    /** There, and looked through. */
    LOOKING,
    SENDING,
    FETCHING,
    /** What came is checked and taken in. */
    TAKING_IN,
    PAUSED,
    /** There, and something stands in the way. */
    STOPPED
  }

  /** Returns how long the package will take yet, in seconds; empty while it is too early to say. */
  public Optional<Long> secondsLeft() {
    return of == 0 || bytesPerSecond == 0
        ? Optional.empty()
        : Optional.of((of - done) / bytesPerSecond + 1);
  }

  /** Returns whether a stick must stay where it is. */
  public boolean isBusy() {
    return switch (phase) {
      case LOOKING, SENDING, FETCHING, TAKING_IN -> true;
      case WAITING, DONE, PAUSED, STOPPED -> false;
    };
  }
}
