package org.sala.journal;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Places of one opening of a journal that were found whole, so that what came last can be read
 * without all that came before.
 */
final class Places {
  private final long between;
  private final NavigableMap<Long, Checkpoint> places = new TreeMap<>();
  private Checkpoint opened = Checkpoint.START;
  private Checkpoint remembered = Checkpoint.START;

  /**
   * @param between how far two places of one segment are apart at least
   */
  Places(long between) {
    this.between = between;
  }

  /** Where this opening of the journal began to read. */
  synchronized void begin(Checkpoint from) {
    opened = from;
    remembered = from;
    places.put(from.last(), from);
  }

  /** Hears of every commit. */
  synchronized void remember(Checkpoint now) {
    if (now.segment() != remembered.segment() || now.offset() - remembered.offset() >= between) {
      remembered = now;
      places.putIfAbsent(now.last(), now);
    }
  }

  synchronized Checkpoint opened() {
    return opened;
  }

  /** The last place that is known before what follows a change. */
  synchronized Checkpoint before(long change) {
    Map.Entry<Long, Checkpoint> place = places.floorEntry(change);
    return place == null ? Checkpoint.START : place.getValue();
  }
}
