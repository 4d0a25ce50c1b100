package org.sala.casework;

import java.util.ArrayDeque;
import java.util.Deque;
import org.sala.journal.JournalFault;
import org.sala.store.StoreFault;

/** Keeps what was opened so far, to close it again where the rest cannot be opened. */
final class Closing {
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T one) {
    opened.push(one);
    return one;
  }

  /** Closes all, the last first, whatever becomes of one. */
  void close() {
    IllegalStateException failed = null;
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (StoreFault | JournalFault e) {
        // A server that is gone has closed it already; why nothing was opened is told anyway.
        continue;
      } catch (Exception e) {
        failed = new IllegalStateException("could not be closed", e);
      }
    }
    if (failed != null) {
      throw failed;
    }
  }
}
