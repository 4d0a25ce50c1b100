package org.sala.ui.route;

/**
 * Hides the whole window at once, dialogs too, and shows it again for a short number. The number is
 * chosen anew after every unlock and is never written anywhere.
 */
public interface Covering {

  /** What stands on a cover: nothing that says what lies below. */
  record Words(String title, String below) {}

  /** Whether a number was chosen since unlocking. */
  boolean hasNumber();

  /**
   * Takes four digits; the array is wiped.
   *
   * @return whether they were taken: what everybody tries first is not
   */
  boolean choose(char[] number);

  /**
   * Covers until the number is typed. Three wrong numbers, or thirty minutes, lock.
   *
   * @param opened runs once it is uncovered, not when it was locked
   */
  void cover(Words words, Runnable opened);
}
