package org.sala.crypto;

/**
 * Argon2id parameters as they stand in a key file.
 *
 * @param memoryKib memory in KiB
 * @param passes iterations
 * @param lanes parallelism
 */
public record KdfParameters(int memoryKib, int passes, int lanes) {
  /** What a new workspace gets (RFC 9106, section 4, between its two recommendations). */
  public static final KdfParameters DEFAULT = new KdfParameters(256 * 1024, 3, 1);
}
