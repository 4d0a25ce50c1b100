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
  private final ExecutorService workers;
  private final Deque<Future<T>> underWay = new ArrayDeque<>();
  private final int most;
  private final To<T> to;
  private Optional<Callable<T>> first = Optional.empty();
  private boolean several;

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

  void give(Callable<T> work) throws IOException {
    if (!several && first.isEmpty()) {
      first = Optional.of(work);
      return;
    }
    several = true;
    first.ifPresent(f -> underWay.add(workers.submit(f)));
    first = Optional.empty();
    if (underWay.size() >= most) {
      next();
    }
    underWay.add(workers.submit(work));
  }

  /** Waits for all that was given. */
  void finish() throws IOException {
    if (first.isPresent()) {
      Callable<T> only = first.get();
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
    try {
      to.result(underWay.remove().get());
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
