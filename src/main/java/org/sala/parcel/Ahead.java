package org.sala.parcel;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads on a thread of its own, a few buffers ahead, so that one thread deciphers while another
 * hashes; what is at its end within the first buffer, as most packages are, is read by whoever
 * asks. Closing it waits until nothing is read any more; what lies beneath stays open.
 */
final class Ahead extends InputStream {
  private static final int FIRST = 16 << 10;
  private static final int BUFFER = 256 << 10;
  private static final int BUFFERS = 4;

  private final InputStream from;
  private final BlockingQueue<Piece> full = new ArrayBlockingQueue<>(BUFFERS + 1);
  private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(BUFFERS + 1);
  private Optional<Thread> thread = Optional.empty();
  private boolean begun;
  private volatile boolean closed;
  private @Nullable Piece piece;
  private int at;

  Ahead(InputStream from) {
    this.from = from;
  }

  /** Reads the first buffer here, which grows with what is read, and the rest beside. */
  private void begin() {
    begun = true;
    empty.add(new byte[FIRST]);
    if (readOne()) {
      for (int i = 1; i < BUFFERS; i++) {
        empty.add(new byte[BUFFER]);
      }
      thread = Optional.of(Thread.ofPlatform().name("package-ahead").daemon().start(this::readOn));
    }
  }

  /** What was read; at the end of all there is no more, or the reason why. */
  private record Piece(byte[] bytes, int length, boolean last, @Nullable Throwable failed) {}

  private void readOn() {
    boolean more = true;
    while (more && !closed) {
      more = readOne();
    }
  }

  /** Fills one buffer; false at the end of all, and where it went wrong. */
  private boolean readOne() {
    byte[] buffer = new byte[0];
    int length = 0;
    Throwable failed = null;
    boolean last = false;
    try {
      buffer = empty.take();
      while (length < buffer.length && !last) {
        int n = from.read(buffer, length, buffer.length - length);
        last = n < 0;
        length += Math.max(n, 0);
        if (length == buffer.length && length < BUFFER && !closed) {
          buffer = Arrays.copyOf(buffer, Math.min(BUFFER, 4 * length));
        }
      }
    } catch (IOException | RuntimeException | InterruptedException | Error e) {
      // What came before it counts; it is told where it happened.
      failed = e;
    }
    boolean more = !last && failed == null;
    full.add(new Piece(buffer, length, !more, failed));
    return more;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (true) {
      Piece now = piece();
      if (at < now.length()) {
        int n = Math.min(length, now.length() - at);
        System.arraycopy(now.bytes(), at, to, offset, n);
        at += n;
        return n;
      }
      if (now.failed() != null) {
        throw told(now.failed());
      }
      if (now.last()) {
        return -1;
      }
      empty.add(now.bytes());
      piece = null;
    }
  }

  private Piece piece() throws IOException {
    if (!begun) {
      begin();
    }
    Piece now = piece;
    if (now == null) {
      try {
        now = full.take();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
      piece = now;
      at = 0;
    }
    return now;
  }

  private static IOException told(Throwable failed) {
    if (failed instanceof RuntimeException r) {
      throw r;
    }
    if (failed instanceof Error e) {
      throw e;
    }
    return failed instanceof IOException io ? io : new IOException(failed);
  }

  @Override
  public void close() throws IOException {
    closed = true;
    try {
      // Not by interrupting it: that would close the file beneath.
      while (thread.isPresent() && thread.get().isAlive()) {
        full.clear();
        if (empty.isEmpty()) {
          empty.add(new byte[1]);
        }
        thread.get().join(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    from.close();
  }
}
