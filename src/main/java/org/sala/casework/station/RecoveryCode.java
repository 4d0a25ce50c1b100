package org.sala.casework.station;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.sala.crypto.Sha256;
import org.sala.vault.KeyFile;

/**
 * What a person types where every passphrase is lost: the recovery sheet's code, two of three
 * shares, or the code that headquarters reads out for this one laptop.
 *
 * @param slot the handle of the slot that it may open
 * @param phrase what opens it
 */
@BehindTheDesk
public record RecoveryCode(String slot, String phrase) {
  private static final String PURPOSE = "sala agency recovery code v1";
  private static final char AGENCY = 'A';

  /** Fifteen bits to check by: it is read aloud, over a bad line. */
  private static final int CHECK = 3;

  private static final int LETTERS = 44;

  /** Makes sense of what was typed; whether it opens anything shows when it is tried. */
  public static RecoveryCode typed(String typed) {
    String letters = RecoverySheet.normal(typed);
    return RecoveryShares.join(typed)
        .map(joined -> new RecoveryCode(KeyFile.AGENCY, joined))
        .orElseGet(
            () ->
                isAgencys(letters)
                    ? new RecoveryCode(KeyFile.AGENCY, letters.substring(1 + CHECK))
                    : new RecoveryCode(KeyFile.RECOVERY, letters));
  }

  /**
   * A new code for one laptop: eleven groups of four letters of Crockford's base32, an A, three
   * letters to check it by, and 200 bits.
   */
  public static RecoverySheet forAgency(SecureRandom random) {
    String data = RecoverySheet.normal(RecoverySheet.make(random).code());
    return RecoverySheet.grouped(AGENCY + check(data) + data);
  }

  private static boolean isAgencys(String letters) {
    return letters.length() == LETTERS
        && letters.charAt(0) == AGENCY
        && letters.substring(1, 1 + CHECK).equals(check(letters.substring(1 + CHECK)));
  }

  private static String check(String data) {
    byte[] digest = Sha256.of((PURPOSE + data).getBytes(StandardCharsets.US_ASCII));
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < CHECK; i++) {
      letters.append(RecoverySheet.ALPHABET.charAt(digest[i] & 31));
    }
    return letters.toString();
  }

  @Override
  public String toString() {
    return "RecoveryCode";
  }
}
