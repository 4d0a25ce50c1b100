package org.sala.casework.station;

import java.nio.charset.StandardCharsets;
import org.sala.crypto.Sha256;

/**
 * A few letters that stand for everything that the audit says up to an entry; they go into the
 * officer's own notebook, out of reach of whoever holds the laptop later.
 */
public record DayCode(long number, String code) {
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 8;

  static DayCode of(long number, String head) {
    byte[] digest =
        Sha256.of(("sala day code v1 " + number + " " + head).getBytes(StandardCharsets.US_ASCII));
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(i == LENGTH / 2 ? "-" : "").append(LETTERS.charAt(digest[i] & 31));
    }
    return new DayCode(number, code.toString());
  }
}
