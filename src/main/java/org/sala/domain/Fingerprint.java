package org.sala.domain;

/**
 * A public key, named by the SHA-256 of its SubjectPublicKeyInfo; 64 lower-case hexadecimal digits.
 */
public record Fingerprint(String hex) implements Comparable<Fingerprint> {

  public Fingerprint {
    HexText.digest(hex);
  }

  /** From the 32 bytes of the digest. */
  public static Fingerprint of(byte[] digest) {
    return new Fingerprint(HexText.of(digest));
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
