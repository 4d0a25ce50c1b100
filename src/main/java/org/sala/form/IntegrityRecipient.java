package org.sala.form;

import java.util.List;

/**
 * Who alone may read answers that may name officials: a body that looks into officials, known by
 * its public receiving keys. It is named in a catalogue, so that it is signed with the questions.
 *
 * @param name as it is shown to the officer
 * @param keys age X25519 recipients (C2SP age), each of which can open what is sealed
 */
public record IntegrityRecipient(String name, List<String> keys) {
  static final int MOST_KEYS = 4;
  private static final int LONGEST_NAME = 120;
  private static final String KEY = "age1[a-z0-9]{58}";
  private static final String DIGITS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };

  public IntegrityRecipient {
    keys = List.copyOf(keys);
    if (name.isBlank() || name.length() > LONGEST_NAME || !name.equals(name.strip())) {
      throw new FormFault(FormFault.Code.BAD_CATALOGUE, "the integrity recipient has no name");
    }
    if (keys.isEmpty()
        || keys.size() > MOST_KEYS
        || !keys.stream().allMatch(IntegrityRecipient::isKey)) {
      throw new FormFault(
          FormFault.Code.BAD_CATALOGUE, "the integrity recipient needs one to four age recipients");
    }
  }

  /**
   * Whether a text is an age recipient with its checksum (BIP 173): one wrong letter would seal
   * answers for nobody.
   */
  public static boolean isKey(String text) {
    if (!text.matches(KEY)) {
      return false;
    }
    int sum = 1;
    for (char c : "age".toCharArray()) {
      sum = next(sum, c >> 5);
    }
    sum = next(sum, 0);
    for (char c : "age".toCharArray()) {
      sum = next(sum, c & 31);
    }
    for (char c : text.substring("age1".length()).toCharArray()) {
      int digit = DIGITS.indexOf(c);
      if (digit < 0) {
        return false;
      }
      sum = next(sum, digit);
    }
    return sum == 1;
  }

  private static int next(int sum, int digit) {
    int top = sum >>> 25;
    int now = ((sum & 0x1ffffff) << 5) ^ digit;
    for (int i = 0; i < GENERATOR.length; i++) {
      now ^= ((top >>> i) & 1) == 1 ? GENERATOR[i] : 0;
    }
    return now;
  }
}
