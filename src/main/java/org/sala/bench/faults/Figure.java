package org.sala.bench.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One figure of {@code docs/faults.md}: what is done, how often, and its broken variant. */
interface Figure {

  /**
   * Does it.
   *
   * @param folder empty, and its own
   */
  Outcome run(Path folder, Budget budget) throws IOException;

  /**
   * What came of it.
   *
   * @param red whether the variant that is broken on purpose was found out
   */
  record Outcome(List<String> wrong, boolean red, String note) {
    public Outcome {
      wrong = List.copyOf(wrong);
    }
  }

  /** Some of it. */
  interface Some {
    List<String> run(int times) throws IOException;
  }

  /** How often, and until when; it counts what was truly done. */
  final class Budget {
    private final long wanted;
    private final long until;
    private final long seed;
    private long done;

    /**
     * @param until of {@link System#nanoTime}
     * @param seed of all that is random
     */
    Budget(long wanted, long until, long seed) {
      this.wanted = wanted;
      this.until = until;
      this.seed = seed;
    }

    long seed() {
      return seed;
    }

    long wanted() {
      return wanted;
    }

    long done() {
      return done;
    }

    /** Nanoseconds that are left; none when the time is over. */
    long left() {
      return Math.max(0, until - System.nanoTime());
    }

    void did(long times) {
      done += times;
    }

    /** Does a share of it in pieces, for as long as there is time; at least one piece. */
    List<String> spend(long times, int piece, Some some) throws IOException {
      List<String> wrong = new ArrayList<>();
      long left = times;
      do {
        int now = (int) Math.min(piece, left);
        wrong.addAll(some.run(now));
        done += now;
        left -= now;
      } while (left > 0 && left() > 0);
      return wrong;
    }
  }
}
