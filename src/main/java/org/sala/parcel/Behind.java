package org.sala.parcel;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Writes on a thread of its own, a few buffers behind, so that one thread reads and hashes while
 * another enciphers; what fits into the first buffer is written by whoever closes it. Closing it
 * waits until all is written, and tells what went wrong.
 */
final class Behind extends OutputStream {
  private static final int FIRST = 16 << 10;
  private static final int BUFFER = 256 << 10;
  private static final int BUFFERS = 4;

  private final OutputStream to;
  private final BlockingQueue<Piece> full = new ArrayBlockingQueue<>(BUFFERS + 1);
  private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(BUFFERS + 1);
  private Optional<Thread> thread = Optional.empty();
  private volatile @Nullable Throwable failed;
  private byte[] buffer = new byte[FIRST];
  private int filled;
  private boolean closed;

  Behind(OutputStream to) {
    this.to = to;
  }

  private void begin() {
    for (int i = 1; i < BUFFERS; i++) {
      empty.add(new byte[BUFFER]);
    }
    thread = Optional.of(Thread.ofPlatform().name("package-behind").daemon().start(this::writeOn));
  }

  private record Piece(byte[] bytes, int length, boolean last) {}

  private void writeOn() {
    boolean more = true;
    while (more) {
      try {
        Piece piece = full.take();
        more = !piece.last();
        // After a failure nothing more is written; whoever writes hears of it at the next turn.
        if (failed == null) {
          to.write(piece.bytes(), 0, piece.length());
        }
        empty.add(piece.bytes());
      } catch (IOException | RuntimeException | InterruptedException | Error e) {
        failed = e;
        empty.add(new byte[BUFFER]);
      }
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      rethrow();
      int n = Math.min(length - done, buffer.length - filled);
      System.arraycopy(from, offset + done, buffer, filled, n);
      filled += n;
      done += n;
      if (filled == buffer.length && filled < BUFFER) {
        buffer = Arrays.copyOf(buffer, Math.min(BUFFER, 4 * filled));
      } else if (filled == buffer.length) {
        if (thread.isEmpty()) {
          begin();
        }
        hand(false);
        buffer = next();
      }
    }
  }

  private void hand(boolean last) {
    full.add(new Piece(buffer, filled, last));
    filled = 0;
  }

  private byte[] next() throws IOException {
    try {
      return empty.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void rethrow() throws IOException {
    Throwable now = failed;
    if (now instanceof IOException io) {
      throw io;
    }
    if (now != null) {
      throw new IOException(now);
    }
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (thread.isPresent()) {
        hand(true);
        await(thread.get());
        rethrow();
      } else {
        to.write(buffer, 0, filled);
      }
    } finally {
      to.close();
    }
  }

  private static void await(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        // What is half written must not be left to a thread that nobody waits for.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
