package org.sala.casework.packages;

/**
 * How much of what a package that came is about, counted while it is verified: whoever decides on
 * one in quarantine has to know what it is before anything of it becomes visible.
 */
public record Contents(int changes, int people, int cases, int statements, int files) {
  private static final int PARTS = 6;

  /** As it is written down; the number of changes stands first. */
  String text() {
    return changes + " changes " + people + " " + cases + " " + statements + " " + files;
  }

  /** What {@link #text} wrote; of packages that came before it was counted the changes alone. */
  static Contents read(String text) {
    String[] parts = text.split(" ", -1);
    return parts.length == PARTS
        ? new Contents(
            number(parts[0]),
            number(parts[2]),
            number(parts[3]),
            number(parts[4]),
            number(parts[5]))
        : new Contents(number(parts[0]), 0, 0, 0, 0);
  }

  private static int number(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }
}
