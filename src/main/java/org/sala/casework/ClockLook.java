package org.sala.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.domain.Moment;
import org.sala.journal.Checkpoint;

/**
 * Tells of a clock that cannot be right: one that stands before the last thing that was done here,
 * or a year behind it. Nothing rests on the clock but what people read, so nothing is refused.
 */
final class ClockLook {
  /** Clocks are set back by minutes when they are corrected. */
  private static final Duration CORRECTED = Duration.ofMinutes(5);

  private static final Duration LONG = Duration.ofDays(365);

  private ClockLook() {}

  /** Compares the clock with the last time that the state or the audit behind it names. */
  static Optional<Pending> at(Station station) {
    Instant[] last = {station.state().text(StationState.CLOCK).map(ClockLook::time).orElse(null)};
    station.journal().replayRecentAudit(e -> last[0] = e.time().instant());
    if (last[0] == null) {
      return Optional.empty();
    }
    Instant now = station.now().instant();
    if (now.isBefore(last[0].minus(CORRECTED))) {
      return Optional.of(Pending.CLOCK_BEHIND);
    }
    return now.isAfter(last[0].plus(LONG)) ? Optional.of(Pending.CLOCK_AHEAD) : Optional.empty();
  }

  private static Instant time(String text) {
    return Moment.of(text).instant();
  }

  /** Keeps how far the journal was read, and when that was. */
  static void keep(Station station) {
    Checkpoint upTo = station.journal().checkpoint();
    // Behind the place that is kept, or at it: what was written since is counted when it is read.
    OptionalLong number =
        station
            .state()
            .sharing()
            .map(s -> OptionalLong.of(s.ownNumber()))
            .orElse(OptionalLong.empty());
    station.state().journalRead(upTo, number, station.now());
  }
}
