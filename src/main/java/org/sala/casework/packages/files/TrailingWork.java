package org.sala.casework.packages.files;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.sala.casework.station.BehindTheDesk;

/**
 * Work that trails behind other work by one piece at most, on a thread of its own and in order: the
 * view follows one lot while the journal writes the next. A piece that stays the only one is done
 * by whoever waits for it. A fault is told with the next piece, or at the end.
 */
@BehindTheDesk
public final class TrailingWork implements AutoCloseable {
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("sala-trailing").daemon().factory());
  private Optional<Future<?>> last = Optional.empty();
  private Optional<Runnable> first = Optional.empty();
  private boolean several;

  /** Waits for the piece before, and begins this one. */
  public void then(Runnable piece) {
    if (!several && first.isEmpty()) {
      first = Optional.of(piece);
      return;
    }
    several = true;
    finish();
    last = Optional.of(thread.submit(piece));
  }

  /**
   * Waits for the piece before, and begins this one at once, even where it stays the only one: it
   * runs beside whatever comes next.
   */
  void beside(Runnable piece) {
    several = true;
    finish();
    last = Optional.of(thread.submit(piece));
  }

  /** Waits until all is done. */
  public void finish() {
    Optional<Runnable> only = first;
    first = Optional.empty();
    only.ifPresent(Runnable::run);
    Optional<Future<?>> waitedFor = last;
    last = Optional.empty();
    if (waitedFor.isPresent()) {
      await(waitedFor.get());
    }
  }

  /** Nothing inside the database is ever interrupted: whoever is interrupted here waits on. */
  private static void await(Future<?> piece) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          piece.get();
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException r) {
        throw r;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Waits for the piece that is under way; what went wrong elsewhere is told in its stead. */
  @Override
  public void close() {
    while (last.isPresent() && !last.get().isDone()) {
      LockSupport.parkNanos(1_000_000);
    }
    thread.shutdown();
  }
}
