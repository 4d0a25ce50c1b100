package org.sala.carrier;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * One at a time writes under a name in a folder: somebody may copy by hand what is being carried at
 * that moment, and the two would write one file.
 */
final class Turn {
  private static final long TICK = Duration.ofMillis(50).toNanos();
  private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();

  private final Path target;

  private Turn(Path target) {
    this.target = target;
  }

  /**
   * Waits until nobody else writes there; whoever gets the turn closes it.
   *
   * @return empty when it was stopped
   */
  static Optional<Turn> at(Path folder, String name, Copying copying) throws IOException {
    Path target = folder.toRealPath().resolve(name);
    while (!TAKEN.add(target)) {
      if (!copying.goOn(0)) {
        return Optional.empty();
      }
      LockSupport.parkNanos(TICK);
    }
    return Optional.of(new Turn(target));
  }

  void close() {
    TAKEN.remove(target);
  }
}
