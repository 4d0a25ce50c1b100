package org.sala.casework.station;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * The code that opens a workspace when every passphrase is lost: 40 characters of Crockford's
 * base32 (200 bits), in ten groups of four. One of three shares of such a code has eleven.
 */
public record RecoverySheet(String code) {
  static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  static RecoverySheet make(SecureRandom random) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      letters.append(ALPHABET.charAt(random.nextInt(32)));
    }
    return grouped(letters.toString());
  }

  /** Letters in groups of four, as they stand on paper. */
  static RecoverySheet grouped(String letters) {
    return new RecoverySheet(letters.replaceAll("(.{4})(?=.)", "$1-"));
  }

  /**
   * What a person typed, in the alphabet's own letters: O is 0, I and L are 1, the rest is left
   * out.
   */
  public static String normal(String typed) {
    return typed
        .toUpperCase(Locale.ROOT)
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1')
        .replaceAll("[^0-9A-Z]", "");
  }

  /** One group, from 1 to 10: typing two of them back proves that the sheet was kept. */
  public String group(int number) {
    return code.split("-")[number - 1];
  }

  /** Whether what was typed is that group. */
  public boolean proves(int number, String typed) {
    return normal(typed).equals(group(number));
  }

  @Override
  public String toString() {
    return "RecoverySheet";
  }
}
