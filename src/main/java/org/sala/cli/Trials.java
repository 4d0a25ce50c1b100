package org.sala.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Faults that are done to Sala on purpose, by the numbers of {@code docs/faults.md}. */
public interface Trials {

  /** Returns the figures that can be asked for, by their numbers. */
  Map<String, String> figures();

  /**
   * Tries the figures in a folder.
   *
   * @param say hears how it goes
   * @param found hears of each figure as soon as it is known
   * @return whether all are as they have to be
   */
  boolean run(Wanted wanted, Consumer<String> say, Consumer<Tried> found) throws IOException;

  /**
   * What is asked.
   *
   * @param full the full counts, not the fast ones
   * @param most the longest that one figure may take; what was truly run is told
   * @param seed of all that is random in them: another one does other cases of the same kind
   */
  record Wanted(Set<String> ids, boolean full, Optional<Duration> most, long seed, Path folder) {}

  /**
   * Plays random histories of many laptops, those of so many seeds.
   *
   * @param say hears how it goes
   */
  Simulated simulate(long first, long seeds, Consumer<String> say) throws IOException;

  /**
   * What came of histories.
   *
   * @param played how many; fewer than were asked for where some failed
   * @param failed those that failed, cut down to what it takes, each with its seed
   * @param deeds how often each thing truly happened in them, by its name
   */
  record Simulated(
      long played, long perMinute, List<String> failed, SortedMap<String, Long> deeds) {
    public Simulated {
      failed = List.copyOf(failed);
      deeds = Collections.unmodifiableSortedMap(new TreeMap<>(deeds));
    }
  }
}
