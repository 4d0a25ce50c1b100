package org.sala.store.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.store.fs.FileBaseDefault;

/**
 * A file that no interrupt closes, as one of the platform's own channels would be: reads and writes
 * are calls of the thread that asks. The database's own answer to that hands each read of a page to
 * another thread. Thread-safe; reading and writing do not wait for each other.
 */
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
final class SteadyFile extends FileBaseDefault {
  private final RandomAccessFile written;
  private final RandomAccessFile read;
  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantLock reading = new ReentrantLock();

  /**
   * @param mode {@code r} or {@code rw}
   */
  SteadyFile(String path, String mode) throws IOException {
    this.written = new RandomAccessFile(path, mode);
    try {
      this.read = new RandomAccessFile(path, "r");
    } catch (IOException e) {
      written.close();
      throw e;
    }
  }

  @Override
  public int read(ByteBuffer to, long position) throws IOException {
    byte[] bytes = to.hasArray() ? to.array() : new byte[to.remaining()];
    int from = to.hasArray() ? to.arrayOffset() + to.position() : 0;
    int got;
    reading.lock();
    try {
      read.seek(position);
      got = read.read(bytes, from, to.remaining());
    } finally {
      reading.unlock();
    }
    if (got > 0 && to.hasArray()) {
      to.position(to.position() + got);
    } else if (got > 0) {
      to.put(bytes, 0, got);
    }
    return got;
  }

  @Override
  public int write(ByteBuffer from, long position) throws IOException {
    int length = from.remaining();
    byte[] bytes = from.hasArray() ? from.array() : new byte[length];
    int at = from.hasArray() ? from.arrayOffset() + from.position() : 0;
    if (from.hasArray()) {
      from.position(from.limit());
    } else {
      from.get(bytes);
    }
    writing.lock();
    try {
      written.seek(position);
      written.write(bytes, at, length);
    } finally {
      writing.unlock();
    }
    return length;
  }

  @Override
  public long size() throws IOException {
    return written.length();
  }

  @Override
  protected void implTruncate(long size) throws IOException {
    writing.lock();
    try {
      if (size < written.length()) {
        written.setLength(size);
      }
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void force(boolean metaData) throws IOException {
    written.getFD().sync();
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return written.getChannel().tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    try {
      read.close();
    } finally {
      written.close();
    }
  }
}
