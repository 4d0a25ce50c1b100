package org.sala.casework.packages.receipt;

import java.time.Instant;
import java.util.Optional;
import org.sala.casework.packages.register.ClockDifference;
import org.sala.casework.station.Station;
import org.sala.domain.Moment;
import org.sala.domain.Value;
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

  /** This clock had passed that time, and no certificate of headquarters' held by it any more. */
  private static final String PAST_CERTIFICATE = "clock.pastCertificateSince";

  private final Station station;

  public HeadquartersClock(Station station) {
    this.station = station;
  }

  /** How this clock stands to that of headquarters, if headquarters' is right. */
  public enum Stands {
    BEHIND,
    AHEAD
  }

  /** Returns which way this clock is wrong; empty while both may be right. */
  public Optional<Stands> stands() {
    Instant now = station.now().instant();
    if (time(BEHIND).filter(now::isBefore).isPresent()) {
      return Optional.of(Stands.BEHIND);
    }
    return time(AHEAD)
        .filter(t -> !now.isBefore(t))
        .or(() -> time(PAST_CERTIFICATE).filter(t -> !now.isBefore(t)))
        .map(t -> Stands.AHEAD);
  }

  private Optional<Instant> time(String key) {
    return station.state().text(key).filter(t -> !t.isEmpty()).map(t -> Moment.of(t).instant());
  }

  /**
   * Remembers that something of headquarters was taken in: its signer's certificate holds by this
   * clock.
   */
  public void came(ParcelHeader header) {
    behind(header);
    if (time(PAST_CERTIFICATE).isPresent()) {
      station.state().set(PAST_CERTIFICATE, Value.text(""));
    }
  }

  /**
   * Remembers that something of headquarters was refused because its certificate does not hold by
   * this clock.
   */
  public void refused(ParcelHeader header) {
    if (!behind(header) && apart(header).isPresent()) {
      station.state().set(PAST_CERTIFICATE, station.now().toValue());
    }
  }

  private boolean behind(ParcelHeader header) {
    boolean behind = apart(header).filter(ClockDifference::senderAhead).isPresent();
    if (behind) {
      station.state().set(BEHIND, header.created().toValue());
    }
    return behind;
  }

  private Optional<ClockDifference> apart(ParcelHeader header) {
    return ClockDifference.between(Optional.of(header.created()), Optional.of(station.now()));
  }

  /**
   * An answer has come.
   *
   * @param sealed when what it answers was sealed here
   * @param answered when headquarters wrote the answer
   */
  void answered(Optional<Moment> sealed, Optional<Moment> answered) {
    ClockDifference.between(sealed, answered)
        .filter(ClockDifference::senderAhead)
        .ifPresent(a -> station.state().set(AHEAD, sealed.orElseThrow().toValue()));
  }
}
