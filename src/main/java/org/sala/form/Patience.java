package org.sala.form;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Waits for a form from outside no longer than for any honest one. */
final class Patience {
  private Patience() {}

  /**
   * What the work gives.
   *
   * @param verb what is done to the form, for the finding
   * @throws FormFault what the work throws, or where it takes longer
   */
  static <T> T within(Duration most, String verb, Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    // JavaRosa hears no interruption: what does not end is left behind, and never waited for.
    Thread.ofPlatform().daemon().name("form from outside").start(task);
    try {
      return task.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new FormFault(
          FormFault.Code.NOT_SUPPORTED,
          "it takes longer than " + most.toSeconds() + " s to " + verb);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FormFault(FormFault.Code.NOT_SUPPORTED, "interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof FormFault f) {
        throw f;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
