package org.sala.domain;

/** A revision, named by the SHA-256 of its bytes; 64 lower-case hexadecimal digits. */
public record RevisionId(String hex) implements Comparable<RevisionId> {

  public RevisionId {
    HexText.digest(hex);
  }

  /** Makes an id from the 32 bytes of the digest. */
  public static RevisionId of(byte[] digest) {
    return new RevisionId(HexText.of(digest));
  }

  @Override
  public int compareTo(RevisionId other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
