package org.sala.bench.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One figure of {@code docs/faults.md}: what is done, how often, and its broken variant. */
interface Figure {

  /**
   * Tries the figure.
   *
   * @param folder empty, and its own
   */
  Outcome run(Path folder, Budget budget) throws IOException;

  /**
   * What came of a figure.
   *
   * @param red whether the variant that is broken on purpose was found out
   */
  record Outcome(List<String> wrong, boolean red, String note) {
    public Outcome {
      wrong = List.copyOf(wrong);
    }
  }

  /** Work that is done a number of times. */
  interface Some {
    List<String> run(int times) throws IOException;
  }

  /** How often, and until when; it counts what was truly done. */
  final class Budget {
    private static final long A_MINUTE = 60_000_000_000L;

    private final long wanted;
    private final long until;
    private final long seed;
    private final Consumer<String> say;
    private long done;
    private long wrong;
    private long said = System.nanoTime();

    /**
     * @param until of {@link System#nanoTime}
     * @param seed of all that is random
     * @param say hears each minute how far it is: a run that is ended has not lost that
     */
    Budget(long wanted, long until, long seed, Consumer<String> say) {
      this.wanted = wanted;
      this.until = until;
      this.seed = seed;
      this.say = say;
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
      if (System.nanoTime() - said > A_MINUTE) {
        said = System.nanoTime();
        say.accept("  " + done + " of " + wanted + ", " + wrong + " found");
      }
    }

    /** Does a share of it in pieces, for as long as there is time; at least one piece. */
    List<String> spend(long times, int piece, Some some) throws IOException {
      List<String> all = new ArrayList<>();
      long left = times;
      do {
        int now = (int) Math.min(piece, left);
        List<String> found = some.run(now);
        all.addAll(found);
        wrong += found.size();
        did(now);
        left -= now;
      } while (left > 0 && left() > 0);
      return all;
    }
  }
}
