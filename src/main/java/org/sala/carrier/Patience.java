package org.sala.carrier;

import java.time.Duration;

/**
 * How long a store is waited for.
 *
 * @param still without a byte in either direction the line counts as dead
 * @param first mean of the first pause before the next attempt; each further one is twice as long
 * @param longest no pause is longer
 * @param attempts at one thing before it is given up until the next round
 * @param part bytes of a large file that go at once
 */
record Patience(Duration still, Duration first, Duration longest, int attempts, int part) {
  static final Patience USUAL =
      new Patience(
          Duration.ofSeconds(20),
          Duration.ofMillis(500),
          Duration.ofSeconds(30),
          6,
          ObjectStore.PART);
}
