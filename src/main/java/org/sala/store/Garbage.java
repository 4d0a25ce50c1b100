package org.sala.store;

/**
 * Keeps the program small while much is followed. Pages of the database live for some seconds: long
 * enough to be moved to where the collector looks only when the heap has grown to its limit, which
 * is set by what a key derivation needs, many times what an officer's work does. So it is asked to
 * look sooner, when what it would find is a third of what stays, and a little.
 */
final class Garbage {
  private static final long ROOM = 40L << 20;

  /** Bytes that were in use behind the last look; the heap is the whole program's. */
  private static long needed = 32L << 20;

  private Garbage() {}

  /**
   * Asked around each slice, between the many rows of one, and after a question about many records;
   * a look takes about a millisecond for each megabyte that stays.
   */
  static synchronized void collectWhenDue() {
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
