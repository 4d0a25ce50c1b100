package org.sala.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Places of a journal that this opening of it has found whole, so that what came last can be read
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

  /** Places of one passage through the journal, which count once all of it was found whole. */
  final class Passage {
    private final List<Checkpoint> passed = new ArrayList<>();
    private Checkpoint last = Checkpoint.START;

    /** Hears of every commit. */
    void passed(Checkpoint now) {
      if (now.segment() != last.segment() || now.offset() - last.offset() >= between) {
        last = now;
        passed.add(now);
      }
    }

    void whole() {
      synchronized (Places.this) {
        passed.forEach(p -> places.putIfAbsent(p.last(), p));
      }
    }
  }

  Passage passage() {
    return new Passage();
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
