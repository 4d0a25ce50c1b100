package org.sala.store;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import org.sala.domain.Compartment;
import org.sala.domain.DomainFault;
import org.sala.domain.Revision;
import org.sala.domain.wire.Bounds;

/**
 * Changes that the journal has and the view cannot show, or cannot show in full: by hand anything
 * can be written and signed. They are counted, and everything else stands as if they were not
 * there.
 */
final class Unshown {
  private static final List<Class<? extends RuntimeException>> OF_CONTENT =
      List.of(
          DomainFault.class,
          ArithmeticException.class,
          DateTimeException.class,
          IllegalArgumentException.class,
          IndexOutOfBoundsException.class,
          ClassCastException.class,
          NullPointerException.class,
          NoSuchElementException.class);

  private final Sql sql;
  private boolean counted;

  Unshown(Sql sql) {
    this.sql = sql;
  }

  /**
   * Whether a failure says that a change cannot be worked out, and would not be the next time
   * either; what a disk, a server or a key did is no such thing.
   */
  static boolean isToldBy(RuntimeException e) {
    return e instanceof StoreFault f
        ? f.code() == StoreFault.Code.REFUSED
        : OF_CONTENT.stream().anyMatch(c -> c.isInstance(e));
  }

  /** Counts the changes of which a slice's tables do not hold all that the open part says. */
  void count(List<Incoming> incoming) {
    Set<Long> places = new TreeSet<>();
    for (Incoming in : incoming) {
      Revision r = in.revision();
      if (r.compartment() == Compartment.INVESTIGATION && !Bounds.isWithin(r)) {
        places.add(in.sequence());
      }
    }
    places(places);
  }

  /** Counts a change by its place in the journal. */
  void count(long place) {
    places(Set.of(place));
  }

  /** Whether anything was counted since this was asked last. */
  boolean hasCounted() {
    boolean was = counted;
    counted = false;
    return was;
  }

  private void places(Set<Long> places) {
    List<Object[]> rows = new ArrayList<>();
    counted |= !places.isEmpty();
    places.forEach(p -> rows.add(new Object[] {p}));
    sql.put("unshown", 1, rows);
  }
}
