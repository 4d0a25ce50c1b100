package org.sala.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Syncs a long file while it is still being written, so that the disk works beside the processor
 * and the last sync, for which somebody waits, finds little left to do. A file shorter than one
 * step is not touched before its end. Used by one writing thread.
 */
public final class EarlySync implements AutoCloseable {
  /** Bytes after which the disk is asked again. */
  private static final long STEP = 32L << 20;

  /** What waits until the disk has what was written. */
  interface Sync {
    void run() throws IOException;
  }

  private final Sync sync;
  private long asked;
  private long written;
  private @Nullable Thread thread;
  private volatile long wanted;
  private volatile boolean over;
  private volatile @Nullable Throwable failed;

  /**
   * Makes an early sync of a channel that somebody else writes to, syncs at last, and closes after
   * this.
   */
  public EarlySync(FileChannel file) {
    this(() -> file.force(false));
  }

  EarlySync(Sync sync) {
    this.sync = sync;
  }

  /** Says that so many bytes more were written. */
  public void written(long bytes) {
    written += bytes;
    if (written - asked < STEP) {
      return;
    }
    asked = written;
    wanted = written;
    Thread now = thread;
    if (now == null) {
      thread = Thread.ofPlatform().name("early-sync").daemon().start(this::run);
    } else {
      LockSupport.unpark(now);
    }
  }

  private void run() {
    long done = 0;
    while (!over && failed == null) {
      long next = wanted;
      if (next == done) {
        LockSupport.park(this);
        continue;
      }
      try {
        sync.run();
      } catch (IOException | RuntimeException | Error e) {
        failed = e;
      }
      done = next;
    }
  }

  /**
   * Waits for the sync that is under way.
   *
   * @throws IOException when one has failed: a system may tell of that once only, so that the last
   *     sync need not say it again
   */
  @Override
  public void close() throws IOException {
    over = true;
    Thread now = thread;
    boolean interrupted = false;
    while (now != null && now.isAlive()) {
      LockSupport.unpark(now);
      try {
        now.join();
      } catch (InterruptedException e) {
        // The channel must not be closed beneath it.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    Throwable why = failed;
    if (why instanceof IOException io) {
      throw io;
    }
    if (why != null) {
      throw new IOException(why);
    }
  }
}
