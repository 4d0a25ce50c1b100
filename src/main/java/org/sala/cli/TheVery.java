package org.sala.cli;

import java.util.List;

/** Finds the one that a number names: not one whose number begins like it, and not one of two. */
final class TheVery {
  private TheVery() {}

  /**
   * Returns the only one.
   *
   * @param all who has that very number
   * @param none what to say where nobody has
   */
  static <T> T one(List<T> all, String none) {
    if (all.isEmpty()) {
      throw new NotEntered(none, Exit.USAGE);
    }
    if (all.size() > 1) {
      throw new NotEntered(
          all.size()
              + " have that number, from laptops that did not know of each other. Nothing was done;"
              + " the desktop tells them apart.",
          Exit.REFUSED);
    }
    return all.getFirst();
  }
}
