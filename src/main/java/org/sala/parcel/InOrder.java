package org.sala.parcel;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Work on all processors whose results are handed on in the order in which it was given, by the
 * thread that gives it. A few pieces are under way at once, so that memory stays bounded; a piece
 * that stays the only one is done by whoever gives it.
 */
final class InOrder<T> implements AutoCloseable {
  /** What the work that is under way may be about, in bytes, unless one piece alone is larger. */
  private static final long MOST_BYTES = 8L << 20;

  private final ExecutorService workers;
  private final Deque<Piece<T>> underWay = new ArrayDeque<>();
  private final int most;
  private final To<T> to;
  private Optional<Given<T>> first = Optional.empty();
  private boolean several;
  private long bytes;

  InOrder(To<T> to) {
    int processors = Runtime.getRuntime().availableProcessors();
    this.workers =
        Executors.newFixedThreadPool(
            processors, Thread.ofPlatform().name("package-", 0).daemon().factory());
    this.most = 2 * processors;
    this.to = to;
  }

  /** Takes a result. */
  interface To<T> {
    void result(T result) throws IOException;
  }

  private record Given<T>(Callable<T> work, long bytes) {}

  private record Piece<T>(Future<T> result, long bytes) {}

  /**
   * Gives a piece of work.
   *
   * @param about how many bytes it is about
   */
  void give(Callable<T> work, long about) throws IOException {
    Given<T> given = new Given<>(work, about);
    if (!several && first.isEmpty()) {
      first = Optional.of(given);
      return;
    }
    several = true;
    first.ifPresent(this::begin);
    first = Optional.empty();
    while (!underWay.isEmpty() && (underWay.size() >= most || bytes + about > MOST_BYTES)) {
      next();
    }
    begin(given);
  }

  private void begin(Given<T> given) {
    underWay.add(new Piece<>(workers.submit(given.work()), given.bytes()));
    bytes += given.bytes();
  }

  /** Waits for all that was given. */
  void finish() throws IOException {
    if (first.isPresent()) {
      Callable<T> only = first.get().work();
      first = Optional.empty();
      to.result(done(only));
    }
    while (!underWay.isEmpty()) {
      next();
    }
  }

  private static <T> T done(Callable<T> work) {
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void next() throws IOException {
    Piece<T> piece = underWay.remove();
    bytes -= piece.bytes();
    try {
      to.result(piece.result().get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException r) {
        throw r;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ParcelFault(ParcelFault.Code.STOPPED, "reading");
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
