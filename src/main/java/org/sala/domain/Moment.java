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
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  public Moment {
    instant = instant.truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Reads a moment from text such as {@code 2026-11-24T03:12:11.123+07:00[Asia/Bangkok]}.
   *
   * @throws DomainFault {@code BAD_VALUE} for anything else, and for a year beyond 1 to 9999: not
   *     everything that counts with moments can hold it
   */
  public static Moment of(String text) {
    Moment any = anyOf(text);
    if (!any.equals(any.nearest())) {
      throw new DomainFault(DomainFault.Code.BAD_VALUE, "a moment in no year");
    }
    return any;
  }

  /**
   * Reads a moment of any year, and returns the nearest one of the years 1 to 9999: for what has to
   * be read whatever it says.
   *
   * @throws DomainFault {@code BAD_VALUE} for text that is no moment
   */
  public static Moment nearest(String text) {
    return anyOf(text).nearest();
  }

  private Moment nearest() {
    return instant.isBefore(FIRST)
        ? new Moment(FIRST, zone)
        : instant.isAfter(LAST) ? new Moment(LAST, zone) : this;
  }

  private static Moment anyOf(String text) {
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
