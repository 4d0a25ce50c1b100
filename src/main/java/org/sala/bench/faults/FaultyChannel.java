package org.sala.bench.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** A file's channel on the faulty disk. */
final class FaultyChannel extends FileChannel {
  private final FileChannel to;
  private final Path file;
  private final Disturbance disturbance;

  FaultyChannel(FileChannel to, Path file, Disturbance disturbance) {
    this.to = to;
    this.file = file;
    this.disturbance = disturbance;
  }

  @Override
  public int write(ByteBuffer from, long at) throws IOException {
    int length = disturbance.before(Disturbance.Act.WRITE, file, from.remaining());
    byte[] bytes = new byte[Math.min(length, from.remaining())];
    from.get(bytes);
    ByteBuffer now = ByteBuffer.wrap(bytes);
    while (now.hasRemaining()) {
      to.write(now, at + now.position());
    }
    disturbance.after(Disturbance.Act.WRITE, file, at, bytes, null);
    return bytes.length;
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    long at = to.position();
    int n = write(from, at);
    to.position(at + n);
    return n;
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int length) throws IOException {
    long n = 0;
    for (int i = offset; i < offset + length; i++) {
      while (from[i].hasRemaining()) {
        n += write(from[i]);
      }
    }
    return n;
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    disturbance.before(Disturbance.Act.TRUNCATE, file, 0);
    to.truncate(size);
    disturbance.after(Disturbance.Act.TRUNCATE, file, size, new byte[0], null);
    return this;
  }

  @Override
  public void force(boolean metadata) throws IOException {
    disturbance.before(Disturbance.Act.FORCE, file, 0);
    // What a real disk makes of it is not asked here; the disturbance decides what lasts.
    disturbance.after(Disturbance.Act.FORCE, file, 0, new byte[0], null);
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    disturbance.reading(file, to.position());
    return to.read(into);
  }

  @Override
  public int read(ByteBuffer into, long at) throws IOException {
    disturbance.reading(file, at);
    return to.read(into, at);
  }

  @Override
  public long read(ByteBuffer[] into, int offset, int length) throws IOException {
    disturbance.reading(file, to.position());
    return to.read(into, offset, length);
  }

  @Override
  public long position() throws IOException {
    return to.position();
  }

  @Override
  public FileChannel position(long at) throws IOException {
    to.position(at);
    return this;
  }

  @Override
  public long size() throws IOException {
    return to.size();
  }

  @Override
  public long transferTo(long at, long count, WritableByteChannel into) throws IOException {
    return to.transferTo(at, count, into);
  }

  @Override
  public long transferFrom(ReadableByteChannel from, long at, long count) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate((int) Math.min(count, 1 << 16));
    int n = from.read(piece);
    piece.flip();
    long done = 0;
    while (piece.hasRemaining()) {
      done += write(piece, at + done);
    }
    return n < 0 ? 0 : done;
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long at, long length) throws IOException {
    if (!mode.equals(MapMode.READ_ONLY)) {
      throw new UnsupportedOperationException();
    }
    return to.map(mode, at, length);
  }

  @Override
  public FileLock lock(long at, long length, boolean shared) throws IOException {
    return to.lock(at, length, shared);
  }

  @Override
  public FileLock tryLock(long at, long length, boolean shared) throws IOException {
    return to.tryLock(at, length, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    to.close();
  }
}
