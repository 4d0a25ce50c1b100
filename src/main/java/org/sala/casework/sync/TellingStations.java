package org.sala.casework.sync;

import java.time.Duration;
import org.sala.casework.packages.receipt.ForStations;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.domain.Compartment;

/**
 * Seals at headquarters by itself what its stations have to hear, so that nobody has to think of a
 * station that sends nothing. Who was taken back does not wait; the rest is gathered for a while,
 * or an evening of decisions would be as many packages. That another station was enrolled waits
 * longest: of a hundred in one evening each would be told of each.
 */
final class TellingStations {
  /** How long decisions, questions and bulletins are gathered. */
  private static final Duration GATHERED = Duration.ofMinutes(10);

  /** So many turns is gathered what says nothing but whom to believe as well: an hour. */
  private static final long TURNS = 6;

  private static final long NEVER = -TURNS;

  private final Station station;
  private final ForStations waiting;
  private long told = NEVER;

  TellingStations(Station station, ForStations waiting) {
    this.station = station;
    this.waiting = waiting;
  }

  /** Another number whenever what was gathered may go; always the same at a station. */
  long turn() {
    return tells() ? station.now().instant().getEpochSecond() / GATHERED.toSeconds() : 0;
  }

  /** Has the next round tell everything, because somebody asks for it. */
  synchronized void now() {
    told = NEVER;
  }

  /** Seals what is due, and returns whether there was anything; to be asked on the long lane. */
  boolean tell() {
    return tell(turn());
  }

  /**
   * @param turn which it is now
   */
  synchronized boolean tell(long turn) {
    if (!tells()) {
      return false;
    }
    long before = told;
    // What cannot be sealed now is tried again at the next turn, and not in every round.
    told = turn;
    if (before == turn) {
      return waiting.sealTakenBack();
    }
    return before / TURNS == turn / TURNS
        ? waiting.sealPressing()
        : !waiting.seal(Progress.none()).isEmpty();
  }

  private boolean tells() {
    return station.seesAll()
        && station.mayOpen(Compartment.PROTECTION)
        && station.state().flag("isHeadquarters")
        && station.state().text("certificate." + station.me().hex()).isPresent();
  }
}
