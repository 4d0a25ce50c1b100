package org.sala.domain;

import java.util.HexFormat;
import java.util.Optional;

/**
 * A public key, named by the SHA-256 of its SubjectPublicKeyInfo; 64 lower-case hexadecimal digits.
 */
public record Fingerprint(String hex) implements Comparable<Fingerprint> {

  public Fingerprint {
    HexText.digest(hex);
  }

  /** Makes a fingerprint from the 32 bytes of the digest. */
  public static Fingerprint of(byte[] digest) {
    return new Fingerprint(HexText.of(digest));
  }

  /** Reads a fingerprint from a text of anybody's; empty for one that is no fingerprint. */
  public static Optional<Fingerprint> read(String text) {
    return text.matches("[0-9a-f]{64}") ? Optional.of(new Fingerprint(text)) : Optional.empty();
  }

  /** Returns the 32 bytes of the digest. */
  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public int compareTo(Fingerprint other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
