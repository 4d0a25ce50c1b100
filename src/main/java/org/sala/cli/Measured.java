package org.sala.cli;

import java.util.Locale;

/**
 * One line of what was measured against a peer.
 *
 * @param letter of the question, as {@code --only} takes it
 * @param ours median of our runs, in {@code unit}
 * @param peer median of the peer's runs; 0 where the target is a plain number
 * @param ratio median of the ratios of the runs, or of the plain numbers
 * @param low smallest of them
 * @param high largest of them
 * @param target what {@code ratio} should be, at most or at least
 */
public record Measured(
    String letter,
    String what,
    double ours,
    double peer,
    String unit,
    double ratio,
    double low,
    double high,
    double target,
    boolean atMost,
    String note) {

  /** A figure without a peer: of each run one number, the middle one counts. */
  public static Measured plain(
      String letter,
      String what,
      String unit,
      double middle,
      double[] sorted,
      double target,
      String note) {
    return new Measured(
        letter,
        what,
        middle,
        0,
        unit,
        middle,
        sorted[0],
        sorted[sorted.length - 1],
        target,
        true,
        note);
  }

  /** Whether the target is met. */
  public boolean met() {
    return atMost ? ratio <= target : ratio >= target;
  }

  /** The line that people read. */
  public String line() {
    String against =
        peer > 0
            ? String.format(
                Locale.ROOT,
                "%s against %s: %.2fx (%.2f-%.2f)",
                amount(ours),
                amount(peer),
                ratio,
                low,
                high)
            : String.format(Locale.ROOT, "%s (%s-%s)", amount(ratio), amount(low), amount(high));
    String aim =
        (atMost ? "at most " : "at least ")
            + (peer > 0 ? String.format(Locale.ROOT, "%.2fx", target) : amount(target));
    return "("
        + letter
        + ") "
        + what
        + ": "
        + against
        + ", aim "
        + aim
        + (met() ? ", met" : ", MISSED")
        + (note.isEmpty() ? "" : "; " + note);
  }

  private String amount(double number) {
    return String.format(Locale.ROOT, number < 10 ? "%.2f %s" : "%.0f %s", number, unit);
  }
}
