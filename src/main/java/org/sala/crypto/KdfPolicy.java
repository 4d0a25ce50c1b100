package org.sala.crypto;

/**
 * Bounds of the Argon2id parameters that are acceptable when read from a file: a weak file must not
 * be trusted, and a hostile one must not exhaust the machine.
 */
public record KdfPolicy(int leastMemoryKib, int mostMemoryKib, int mostPasses, int mostLanes) {
  /** 64 MiB to 1 GiB, at most 10 passes and 4 lanes. */
  public static final KdfPolicy SHIPPED = new KdfPolicy(64 * 1024, 1024 * 1024, 10, 4);

  public boolean allows(KdfParameters p) {
    return p.memoryKib() >= leastMemoryKib
        && p.memoryKib() <= mostMemoryKib
        && p.passes() >= 1
        && p.passes() <= mostPasses
        && p.lanes() >= 1
        && p.lanes() <= mostLanes;
  }
}
