package org.sala.domain;

import java.time.Clock;

/**
 * Hybrid logical time (Kulkarni and others, 2014): wall milliseconds and a counter, never going
 * back. For display and sorting only; order of versions comes from parents.
 */
public record Hlc(long millis, int counter) implements Comparable<Hlc> {

  /** The next time after this one, by a clock that may be wrong. */
  public Hlc tick(Clock clock) {
    long now = clock.millis();
    return now > millis ? new Hlc(now, 0) : new Hlc(millis, counter + 1);
  }

  /** Reads a time from its text {@code millis.counter}. */
  public static Hlc of(String text) {
    int dot = text.indexOf('.');
    try {
      return new Hlc(
          Long.parseLong(text.substring(0, Math.max(dot, 0))),
          Integer.parseInt(text.substring(dot + 1)));
    } catch (NumberFormatException e) {
      throw new DomainFault(DomainFault.Code.BAD_CHANGE, "logical time");
    }
  }

  @Override
  public int compareTo(Hlc other) {
    int byMillis = Long.compare(millis, other.millis);
    return byMillis != 0 ? byMillis : Integer.compare(counter, other.counter);
  }

  @Override
  public String toString() {
    return millis + "." + counter;
  }
}
