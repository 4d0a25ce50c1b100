package org.sala.bench.swarm;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How often each thing was truly done, by all lanes: many histories that do nothing prove none. */
final class Tally {
  private final Map<Deed, LongAdder> counts = new EnumMap<>(Deed.class);

  Tally() {
    for (Deed d : Deed.values()) {
      counts.put(d, new LongAdder());
    }
  }

  void did(Deed deed) {
    did(deed, 1);
  }

  void did(Deed deed, long times) {
    java.util.Objects.requireNonNull(counts.get(deed)).add(times);
  }

  Map<Deed, Long> sums() {
    Map<Deed, Long> sums = new EnumMap<>(Deed.class);
    counts.forEach((deed, count) -> sums.put(deed, count.sum()));
    return sums;
  }
}
