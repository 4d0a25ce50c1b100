package org.sala.domain;

import java.util.HexFormat;

/** Checks the lower-case hexadecimal text of a 256-bit digest. */
final class HexText {
  private HexText() {}

  static String digest(String hex) {
    if (hex.length() != 64) {
      throw new DomainFault(DomainFault.Code.BAD_ID, "a digest has 64 digits");
    }
    for (int i = 0; i < 64; i++) {
      char c = hex.charAt(i);
      if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
        throw new DomainFault(DomainFault.Code.BAD_ID, "a digest is lower-case hexadecimal");
      }
    }
    return hex;
  }

  static String of(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}
