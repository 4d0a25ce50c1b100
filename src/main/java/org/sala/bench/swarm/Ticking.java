package org.sala.bench.swarm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The clock of one laptop, which may be wrong; the true time is everybody's. */
final class Ticking extends Clock {
  static final ZoneId HERE = ZoneId.of("Asia/Bangkok");

  /**
   * The true time: it goes on when it is told to, so that a history takes no longer than it must.
   */
  static final class Time {
    private Instant now = Instant.parse("2026-11-28T20:00:00Z");

    synchronized Instant now() {
      return now;
    }

    synchronized void passes(Duration time) {
      now = now.plus(time);
    }
  }

  private final Time time;
  private volatile Duration off;

  Ticking(Time time, Duration off) {
    this.time = time;
    this.off = off;
  }

  void set(Duration wrongBy) {
    off = wrongBy;
  }

  Duration off() {
    return off;
  }

  @Override
  public ZoneId getZone() {
    return HERE;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return Clock.fixed(instant(), other);
  }

  @Override
  public Instant instant() {
    return time.now().plus(off);
  }
}
