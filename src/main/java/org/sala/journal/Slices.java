package org.sala.journal;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Slices of a journal that are read on a thread of its own, a few ahead of whoever takes them: one
 * deciphers while the other works. Nothing of the reading goes on once this has ended.
 */
final class Slices {
  private static final int AHEAD = 3;
  private static final long PATIENCE_MILLIS = 50;

  private final BlockingQueue<Slice> read = new ArrayBlockingQueue<>(AHEAD);
  private volatile boolean stopped;

  /** What was read; the last one is empty, and says what went wrong. */
  private record Slice(List<Committed> changes, boolean last, @Nullable Throwable failed) {}

  /** Whoever takes the slices wants no more of them. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Reads all and gives it out in order, on the thread that called.
   *
   * @param reader gives each slice to the consumer that it is given
   * @param to takes them; what it throws ends the reading
   */
  static void through(Consumer<Consumer<List<Committed>>> reader, Consumer<List<Committed>> to) {
    new Slices().run(reader, to);
  }

  private void run(Consumer<Consumer<List<Committed>>> reader, Consumer<List<Committed>> to) {
    Thread thread = Thread.ofPlatform().name("sala-rereading").daemon().start(() -> readOn(reader));
    boolean interrupted = false;
    try {
      Slice slice = null;
      while (slice == null || !slice.last()) {
        try {
          slice = read.take();
          if (!slice.last()) {
            to.accept(slice.changes());
          }
        } catch (InterruptedException e) {
          // Files that are read are never interrupted: whoever is interrupted here reads on.
          interrupted = true;
        }
      }
      told(slice.failed());
    } finally {
      stopped = true;
      ended(thread);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void readOn(Consumer<Consumer<List<Committed>>> reader) {
    Throwable failed = null;
    try {
      reader.accept(
          changes -> {
            if (!handed(new Slice(changes, false, null))) {
              throw new Stopped();
            }
          });
    } catch (RuntimeException | Error e) {
      // What came before it counts; it is told where the slices are taken.
      failed = e;
    }
    handed(new Slice(List.of(), true, failed));
  }

  /** Hands a slice over, and returns whether it was taken; it is not when nobody takes any more. */
  private boolean handed(Slice slice) {
    try {
      while (!stopped) {
        if (read.offer(slice, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    }
  }

  private static void told(@Nullable Throwable failed) {
    if (failed instanceof RuntimeException e) {
      throw e;
    }
    if (failed instanceof Error e) {
      throw e;
    }
  }

  private static void ended(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
