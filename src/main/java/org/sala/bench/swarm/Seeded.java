package org.sala.bench.swarm;

import java.security.SecureRandom;
import java.util.Random;

/** Randomness that a seed repeats; good for histories, and for nothing that has to be secret. */
final class Seeded extends SecureRandom {
  private static final long serialVersionUID = 1L;
  private final Random random;

  Seeded(long seed) {
    this.random = new Random(seed);
  }

  @Override
  public synchronized void nextBytes(byte[] bytes) {
    random.nextBytes(bytes);
  }
}
