package org.sala.bench.swarm;

/** The end of a program in the middle of its work: what the disk has counts, all else is gone. */
final class Crash extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Crash() {
    super("the program has ended", null, false, false);
  }
}
