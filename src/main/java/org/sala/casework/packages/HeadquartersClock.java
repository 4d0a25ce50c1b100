package org.sala.casework.packages;

import java.time.Instant;
import java.util.Optional;
import org.sala.casework.station.Station;
import org.sala.domain.Moment;
import org.sala.parcel.ParcelHeader;

/**
 * What headquarters' answers say of this laptop's clock: they name times by another one. A clock
 * that was wrong from the first day never jumps, and nothing else here would notice. Told while it
 * stands as it stood then; once it is set right there is nothing to tell.
 */
public final class HeadquartersClock {
  /** This clock stands before that time, by which headquarters had sealed something. */
  private static final String BEHIND = "clock.behindUntil";

  /** This clock had passed that time, when headquarters' had not by far. */
  private static final String AHEAD = "clock.aheadSince";

  private final Station station;

  public HeadquartersClock(Station station) {
    this.station = station;
  }

  /** Which way this clock is wrong, if headquarters' is right. */
  public enum Stands {
    BEHIND,
    AHEAD
  }

  /** Empty while both may be right. */
  public Optional<Stands> stands() {
    Instant now = station.now().instant();
    if (time(BEHIND).filter(now::isBefore).isPresent()) {
      return Optional.of(Stands.BEHIND);
    }
    return time(AHEAD).filter(t -> !now.isBefore(t)).map(t -> Stands.AHEAD);
  }

  private Optional<Instant> time(String key) {
    return station.state().text(key).map(t -> Moment.of(t).instant());
  }

  /** Something of headquarters has come, whether its signer's certificate holds by this clock. */
  void came(ParcelHeader header) {
    ClocksApart.between(Optional.of(header.created()), Optional.of(station.now()))
        .ifPresent(
            a -> {
              // What was a year on its way may have been: then this clock had reached today.
              Moment then = a.senderAhead() ? header.created() : station.now();
              station.state().set(a.senderAhead() ? BEHIND : AHEAD, then.toValue());
            });
  }

  /**
   * An answer has come.
   *
   * @param sealed when what it answers was sealed here
   * @param answered when headquarters wrote the answer
   */
  void answered(Optional<Moment> sealed, Optional<Moment> answered) {
    ClocksApart.between(sealed, answered)
        .filter(ClocksApart::senderAhead)
        .ifPresent(a -> station.state().set(AHEAD, sealed.orElseThrow().toValue()));
  }
}
