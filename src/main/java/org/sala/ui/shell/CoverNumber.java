package org.sala.ui.shell;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.sala.ui.kit.DigitPad;

/**
 * The short number that opens a covered screen. It lives in memory only and is wiped at locking; a
 * few wrong tries or a long time end its use, and the passphrase is asked again.
 */
final class CoverNumber {
  /** How many wrong numbers lock. */
  static final int TRIES = 3;

  /** How long a cover keeps the program unlocked. */
  static final Duration LONGEST = Duration.ofMinutes(30);

  /** What a typed number leads to. */
  enum Tried {
    OPENS,
    WRONG,
    LOCKS
  }

  private final Clock clock;
  private char[] digits = {};
  private int wrong;
  private long covered;

  CoverNumber(Clock clock) {
    this.clock = clock;
  }

  boolean chosen() {
    return digits.length > 0;
  }

  /** Takes four digits that are not all alike nor in a row; the array is wiped. */
  boolean choose(char[] number) {
    boolean good = number.length == DigitPad.LENGTH && !step(number, 0) && !guessed(number);
    if (good) {
      wipe();
      digits = number.clone();
      wrong = 0;
    }
    Arrays.fill(number, '\0');
    return good;
  }

  private static boolean guessed(char[] number) {
    return step(number, 1) || step(number, -1);
  }

  private static boolean step(char[] number, int by) {
    for (int i = 1; i < number.length; i++) {
      if (number[i] - number[i - 1] != by) {
        return false;
      }
    }
    return true;
  }

  /** The time of a cover begins; wrong tries of an earlier one still count. */
  void covered() {
    covered = clock.millis();
  }

  /** Compares without telling by its time how much was right; the array is wiped. */
  Tried enter(char[] typed) {
    int differs = typed.length ^ digits.length;
    for (int i = 0; i < Math.min(typed.length, digits.length); i++) {
      differs |= typed[i] ^ digits[i];
    }
    Arrays.fill(typed, '\0');
    if (differs == 0 && chosen() && !tooLong()) {
      wrong = 0;
      return Tried.OPENS;
    }
    wrong++;
    return left() == 0 || tooLong() ? Tried.LOCKS : Tried.WRONG;
  }

  /** How many tries are left. */
  int left() {
    return Math.max(0, TRIES - wrong);
  }

  /** Returns whether the screen has been covered for too long. */
  boolean tooLong() {
    return clock.millis() - covered >= LONGEST.toMillis();
  }

  /** Forgets the number. */
  void wipe() {
    Arrays.fill(digits, '\0');
    digits = new char[0];
  }
}
