package org.sala.store;

/**
 * Keeps the program small while much is followed. Pages of the database live for some seconds: long
 * enough to be moved to where the collector looks only when the heap has grown to its limit, which
 * is set by what a key derivation needs, many times what an officer's work does. So it is asked to
 * look sooner, when what it would find is a third of what stays, and a little.
 */
final class Garbage {
  private static final long ROOM = 40L << 20;

  /** How long behind much of it what is smaller counts as well: an import ends with its answer. */
  private static final long BEHIND_NANOS = 5_000_000_000L;

  private static long much = System.nanoTime() - BEHIND_NANOS;

  /** Bytes that were in use behind the last look; the heap is the whole program's. */
  private static long needed = 32L << 20;

  private Garbage() {}

  /** Asked around each slice; a look takes about a millisecond for each megabyte that stays. */
  static synchronized void collectWhenDue() {
    collect();
  }

  /** Asked between the many rows of a slice, and after a question about many records. */
  static synchronized void collectAmidMuch() {
    much = System.nanoTime();
    collect();
  }

  /**
   * Asked after any question: officers' own work leaves too little for them to wait for a look, but
   * for what follows much at once.
   */
  static synchronized void collectBehindMuch() {
    if (System.nanoTime() - much < BEHIND_NANOS) {
      collect();
    }
  }

  private static void collect() {
    if (isDue(used(), needed)) {
      System.gc();
      needed = used();
    }
  }

  /**
   * @param used bytes in use now, garbage among them
   * @param needed bytes in use behind the last look
   */
  static boolean isDue(long used, long needed) {
    return used > needed + needed / 3 + ROOM;
  }

  private static long used() {
    Runtime heap = Runtime.getRuntime();
    return heap.totalMemory() - heap.freeMemory();
  }
}
