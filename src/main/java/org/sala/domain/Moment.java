package org.sala.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An instant with the zone in which it was lived, to the millisecond; text is ISO 8601 with the
 * zone.
 */
public record Moment(Instant instant, ZoneId zone) {

  public Moment {
    instant = instant.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Reads a moment from text such as {@code 2026-11-24T03:12:11.123+07:00[Asia/Bangkok]}. */
  public static Moment of(String text) {
    try {
      ZonedDateTime time = ZonedDateTime.parse(text);
      return new Moment(time.toInstant(), time.getZone());
    } catch (DateTimeException e) {
      throw new DomainFault(DomainFault.Code.BAD_VALUE, "not a moment with its zone");
    }
  }

  /**
   * Reads a moment from a value; empty for one that is no moment, which another station may have
   * written.
   */
  public static Optional<Moment> of(Value value) {
    try {
      return value.asText().map(Moment::of);
    } catch (DomainFault e) {
      return Optional.empty();
    }
  }

  /** Returns the time on the wall clock where it was lived. */
  public ZonedDateTime local() {
    return instant.atZone(zone);
  }

  public Value toValue() {
    return Value.text(toString());
  }

  @Override
  public String toString() {
    return local().toString();
  }
}
