package org.sala.store;

import java.util.Optional;
import org.sala.merge.Home;
import org.sala.merge.Written;

/**
 * A revision that the view has or is about to have.
 *
 * @param written empty where its body cannot be read
 * @param sequence of the change whose it is
 * @param millis when that was
 */
record Known(Optional<Written> written, long sequence, long millis) {

  /** Whether it may count for what its record is. */
  boolean isAtHome(Home home) {
    return written.map(Written::revision).filter(r -> !home.has(r)).isEmpty();
  }
}
