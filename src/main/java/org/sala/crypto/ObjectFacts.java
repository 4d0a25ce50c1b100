package org.sala.crypto;

import java.util.HexFormat;

/**
 * What was counted while an object was encrypted.
 *
 * @param size bytes of the plain content
 * @param sha256 digest of the plain content, 64 lower-case hexadecimal digits
 * @param crc32 CRC-32 of the plain content, as ZIP wants it
 * @param sealedSize bytes of the encrypted object
 * @param sealedSha256 digest of the encrypted object, under which it lies on disk
 */
public record ObjectFacts(
    long size, String sha256, long crc32, long sealedSize, String sealedSha256) {
  public ObjectFacts {
    HexFormat hex = HexFormat.of();
    if (hex.parseHex(sha256).length != 32
        || hex.parseHex(sealedSha256).length != 32
        || size < 0
        || sealedSize < 0
        || crc32 >>> 32 != 0) {
      throw new IllegalArgumentException("not the facts of an object");
    }
  }
}
