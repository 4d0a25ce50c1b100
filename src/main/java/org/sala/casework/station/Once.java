package org.sala.casework.station;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a value that follows from something else, and works it out anew only when that has changed.
 */
final class Once<T> {
  private volatile @Nullable Kept<T> kept;

  private record Kept<T>(Object from, T what) {}

  /**
   * @param from all that it follows from; compared, never changed
   */
  T of(Object from, Supplier<T> how) {
    Kept<T> now = kept;
    if (now == null || !now.from().equals(from)) {
      now = new Kept<>(from, how.get());
      kept = now;
    }
    return now.what();
  }
}
