package org.sala.casework.station;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.sala.journal.Committed;
import org.sala.store.View;

/**
 * One act on its way into the view while the disk is waited for, on a thread beside: everything is
 * made ready there, and becomes visible once the journal has said that the act counts.
 */
final class Showing {
  private final View view;
  private final Executor beside;
  private final CompletableFuture<Boolean> counts = new CompletableFuture<>();
  private CompletableFuture<Void> ready = CompletableFuture.completedFuture(null);

  Showing(View view, Executor beside) {
    this.view = view;
    this.beside = beside;
  }

  /** Begins, and waits for nothing. */
  void begin(Committed one) {
    ready = CompletableFuture.runAsync(() -> view.follow(one, this::untilItCounts), beside);
  }

  private void untilItCounts() {
    if (!counts.join()) {
      throw new Lost();
    }
  }

  /** What was written does not count: the view is as it was when this returns. */
  void lost() {
    counts.complete(false);
    ready.handle((done, fault) -> fault).join();
  }

  /** What was written counts, and is visible when this returns. */
  void shown() {
    counts.complete(true);
    try {
      ready.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException r) {
        throw r;
      }
      throw e;
    }
  }

  private static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
