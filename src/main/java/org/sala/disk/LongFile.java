package org.sala.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written once, from its beginning to its end, and is safely on the disk at {@link
 * #finish}. Once it is long it goes around the system's cache: nobody reads it again soon, it would
 * push what the database reads out of there, and the last sync finds nothing left to do. Where that
 * cannot be, it is synced while it is written. Used by one thread at a time.
 */
public final class LongFile extends OutputStream {
  /** Bytes from which on a file is long; whole blocks of any disk. */
  static final long LONG = 4L << 20;

  private static final int FIRST = 64 << 10;
  private static final int BLOCK = 1 << 20;

  /** Opens the same file around the cache. */
  interface Around {
    /** Opens the file; empty where it cannot be opened this way. */
    Optional<FileChannel> open();
  }

  private final FileChannel file;
  private final Around around;
  private final EarlySync early;
  private final @Nullable Path path;
  private final Arena arena = Arena.ofShared();
  private @Nullable FileChannel direct;
  private ByteBuffer buffer = ByteBuffer.allocate(FIRST);
  private long written;
  private boolean over;

  /** Into a channel, by way of the cache. */
  public LongFile(FileChannel file) {
    this(file, Optional::empty, null);
  }

  /**
   * On the system's own disk.
   *
   * @param how it is opened to be written from its beginning
   */
  public static LongFile at(Path path, OpenOption... how) throws IOException {
    return new LongFile(FileChannel.open(path, how), () -> aroundCache(path), path);
  }

  LongFile(FileChannel file, Around around) {
    this(file, around, null);
  }

  private LongFile(FileChannel file, Around around, @Nullable Path path) {
    this.path = path;
    this.file = file;
    this.around = around;
    this.early = new EarlySync(file);
  }

  // Not every file system can, and each says so in its own way; the cache is always there.
  private static Optional<FileChannel> aroundCache(Path path) {
    try {
      return Direct.OPTION.isPresent()
          ? Optional.of(
              FileChannel.open(path, Set.of(StandardOpenOption.WRITE, Direct.OPTION.get())))
          : Optional.empty();
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    try {
      take(from, offset, length);
    } catch (IOException e) {
      throw told(e);
    }
  }

  /** While what was written still takes up the room. */
  private IOException told(IOException e) {
    return path == null ? e : DiskFull.told(e, path);
  }

  private void take(byte[] from, int offset, int length) throws IOException {
    int at = offset;
    int end = offset + length;
    while (at < end) {
      int n = Math.min(end - at, buffer.remaining());
      buffer.put(from, at, n);
      at += n;
      if (!buffer.hasRemaining()) {
        block();
      }
    }
  }

  private void block() throws IOException {
    buffer.flip();
    int length = buffer.remaining();
    FileChannel past = direct;
    if (past == null) {
      intoCache();
      early.written(length);
    } else {
      past(past);
    }
    written += length;
    buffer.clear();
    if (written == LONG) {
      becomesLong();
    }
  }

  private void intoCache() throws IOException {
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
  }

  private void past(FileChannel channel) throws IOException {
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer, written + buffer.position());
      }
    } catch (IOException e) {
      if (written > LONG || buffer.position() > 0) {
        throw e;
      }
      // It could be opened and not written to: the first block tells, and goes the other way.
      channel.close();
      direct = null;
      intoCache();
    }
  }

  private void becomesLong() {
    direct = around.open().orElse(null);
    buffer = arena.allocate(BLOCK, FIRST).asByteBuffer();
  }

  /** Puts all of it safely on the disk and lets the file go; nothing can be written any more. */
  public void finish() throws IOException {
    finish(true);
  }

  /**
   * Puts all of it into the file and lets it go; nothing can be written any more.
   *
   * @param lasting whether it has to be on the disk: not where it goes elsewhere at once
   */
  public void finish(boolean lasting) throws IOException {
    if (over) {
      return;
    }
    try {
      buffer.flip();
      if (buffer.hasRemaining()) {
        // The end is no whole block: it goes by way of the cache, behind what went around it.
        file.position(written);
        intoCache();
      }
      early.close();
      if (lasting) {
        file.force(true);
      }
    } catch (IOException e) {
      throw told(e);
    } finally {
      close();
    }
  }

  /** Only {@link #finish} writes what is still held. */
  @Override
  public void flush() {
    // A short block cannot go around the cache.
  }

  /** Lets the file go as far as it was written. */
  @Override
  public void close() throws IOException {
    if (over) {
      return;
    }
    over = true;
    FileChannel past = direct;
    try (arena;
        file;
        past) {
      early.close();
    }
  }
}
