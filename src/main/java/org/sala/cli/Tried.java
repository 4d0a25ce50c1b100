package org.sala.cli;

import java.util.List;
import java.util.Locale;

/**
 * What came of one figure.
 *
 * @param id its number, as {@code --only} takes it
 * @param runs how often it was truly done
 * @param wanted how often it was to be done
 * @param wrong what should not have been, each with what is needed to do it again
 * @param red whether the deliberately broken variant was found out
 * @param seconds that it took
 * @param note what else is to be known
 */
public record Tried(
    String id,
    String what,
    long runs,
    long wanted,
    List<String> wrong,
    boolean red,
    long seconds,
    String note) {

  public Tried {
    wrong = List.copyOf(wrong);
  }

  /** Returns whether the trial is as it has to be. */
  public boolean green() {
    return wrong.isEmpty() && red;
  }

  /** Returns the verdict: green, or what it is instead. */
  public String verdict() {
    if (!wrong.isEmpty()) {
      return "RED";
    }
    return red ? "green" : "RED: the broken variant was not found";
  }

  /** The line of a table that people read. */
  public String row() {
    return String.format(
        Locale.ROOT,
        "| %-3s | %s | %d of %d | %d | %s | %d s | %s |",
        id,
        what,
        runs,
        wanted,
        wrong.size(),
        verdict(),
        seconds,
        note);
  }
}
