package org.sala.casework.station;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.sala.domain.StationId;

/**
 * One after the other seals for one addressee: what waits for it, the number that the package gets
 * and that it lies here are asked and written without anybody in between. For another one nobody
 * waits. A turn comes before the {@link Ledger}'s door, never behind it.
 */
@BehindTheDesk
public final class Turns {
  private final Map<StationId, ReentrantLock> turns = new ConcurrentHashMap<>();

  /** Does something for an addressee once nobody else does; within it, more may follow. */
  public <T> T of(StationId addressee, Supplier<T> seals) {
    ReentrantLock turn = turns.computeIfAbsent(addressee, any -> new ReentrantLock());
    turn.lock();
    try {
      return seals.get();
    } finally {
      turn.unlock();
    }
  }
}
