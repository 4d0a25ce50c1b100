package org.sala.bench;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.sala.casework.station.Tools;
import org.sala.cli.Measured;

/** What a measurement is given: where to work, how large, how often, and who hears of it. */
record Plan(
    Tools tools,
    Path folder,
    boolean quick,
    int percent,
    int runs,
    Consumer<String> say,
    Consumer<Measured> found) {

  /** The full size, or so many per cent of it; or the quick one, which is the smallest. */
  int size(int full, int small) {
    return quick ? small : (int) Math.max(Math.min(full, small), (long) full * percent / 100);
  }

  /** Says of a figure that it is of a smaller size than the full one. */
  String note(String more) {
    String small =
        quick
            ? "quick: smaller than the full measurement"
            : percent < 100 ? percent + " per cent of the full measurement" : "";
    return small.isEmpty() || more.isEmpty() ? small + more : small + "; " + more;
  }
}
