package org.sala.casework.station;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sala.crypto.SecretShares;
import org.sala.crypto.Sha256;

/**
 * A recovery code in three sheets of paper, of which any two open the workspace and one alone says
 * nothing. A sheet has eleven groups of four letters of Crockford's base32: its number from 1 to 3,
 * a letter of the set that it belongs to, two letters to check it by, and 200 bits of its share.
 */
@BehindTheDesk
public final class RecoveryShares {
  private static final int BYTES = 25;
  private static final int LETTERS = 40;
  private static final int HEAD = 4;
  private static final int SHEET = HEAD + LETTERS;
  private static final String PURPOSE = "sala recovery share v1";

  private RecoveryShares() {}

  /**
   * Three sheets.
   *
   * @param phrase what they open the slot with
   */
  record Made(String phrase, List<RecoverySheet> sheets) {
    Made {
      sheets = List.copyOf(sheets);
    }

    @Override
    public String toString() {
      return "Made";
    }
  }

  static Made make(SecureRandom random) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    char set = RecoverySheet.ALPHABET.charAt(random.nextInt(32));
    List<byte[]> shares = SecretShares.split(secret, random);
    List<RecoverySheet> sheets = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      String data = letters(shares.get(i));
      String head = (i + 1) + String.valueOf(set);
      sheets.add(RecoverySheet.grouped(head + check(head, data) + data));
    }
    return new Made(letters(secret), sheets);
  }

  private record Read(int number, char set, byte[] share) {}

  /**
   * What two sheets or more open, typed one after the other in any order; empty where it is not two
   * sheets of one set, each as it was printed.
   */
  public static Optional<String> join(String typed) {
    String letters = RecoverySheet.normal(typed);
    if (letters.length() < 2 * SHEET || letters.length() % SHEET != 0) {
      return Optional.empty();
    }
    List<Read> read = new ArrayList<>();
    for (int at = 0; at < letters.length(); at += SHEET) {
      Optional<Read> one = read(letters.substring(at, at + SHEET));
      if (one.isEmpty()) {
        return Optional.empty();
      }
      read.add(one.get());
    }
    Read first = read.getFirst();
    return read.stream()
        .filter(r -> r.number() != first.number() && r.set() == first.set())
        .findFirst()
        .map(r -> letters(SecretShares.join(first.number(), first.share(), r.number(), r.share())));
  }

  private static Optional<Read> read(String sheet) {
    String head = sheet.substring(0, 2);
    String data = sheet.substring(HEAD);
    boolean sound =
        sheet.chars().allMatch(c -> RecoverySheet.ALPHABET.indexOf(c) >= 0)
            && head.charAt(0) >= '1'
            && head.charAt(0) <= '3'
            && sheet.substring(2, HEAD).equals(check(head, data));
    return sound
        ? Optional.of(new Read(head.charAt(0) - '0', head.charAt(1), bytes(data)))
        : Optional.empty();
  }

  /** Ten bits: a slip of the hand is found in all but one of a thousand. */
  private static String check(String head, String data) {
    byte[] digest = Sha256.of((PURPOSE + head + data).getBytes(StandardCharsets.US_ASCII));
    return ""
        + RecoverySheet.ALPHABET.charAt(digest[0] & 31)
        + RecoverySheet.ALPHABET.charAt(digest[1] & 31);
  }

  private static String letters(byte[] bytes) {
    StringBuilder letters = new StringBuilder();
    BigInteger left = new BigInteger(1, bytes);
    for (int i = 0; i < LETTERS; i++) {
      letters.append(RecoverySheet.ALPHABET.charAt(left.intValue() & 31));
      left = left.shiftRight(5);
    }
    return letters.reverse().toString();
  }

  private static byte[] bytes(String letters) {
    BigInteger all = BigInteger.ZERO;
    for (int i = 0; i < letters.length(); i++) {
      int five = RecoverySheet.ALPHABET.indexOf(letters.charAt(i));
      all = all.shiftLeft(5).or(BigInteger.valueOf(five));
    }
    byte[] padded = all.toByteArray();
    byte[] bytes = new byte[BYTES];
    int from = Math.max(0, padded.length - BYTES);
    int length = padded.length - from;
    System.arraycopy(padded, from, bytes, BYTES - length, length);
    return bytes;
  }
}
