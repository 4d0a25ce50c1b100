package org.sala.bench;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.sala.casework.Tools;
import org.sala.cli.Measured;

/** What a measurement is given: where to work, how large, how often, and who hears of it. */
record Plan(
    Tools tools,
    Path folder,
    boolean quick,
    int runs,
    Consumer<String> say,
    Consumer<Measured> found) {

  /** The full size, or the quick one. */
  int size(int full, int small) {
    return quick ? small : full;
  }

  /** Says of a figure that it is of a smaller size than the order's. */
  String note(String more) {
    String small = quick ? "quick: smaller than the full measurement" : "";
    return small.isEmpty() || more.isEmpty() ? small + more : small + "; " + more;
  }
}
