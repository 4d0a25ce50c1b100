package org.sala.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A channel that passes everything on; tests override what is to fail or to be recorded. */
class WrappedChannel extends FileChannel {
  protected final FileChannel to;

  WrappedChannel(FileChannel to) {
    this.to = to;
  }

  @Override
  public int write(ByteBuffer from, long at) throws IOException {
    return to.write(from, at);
  }

  @Override
  public int read(ByteBuffer b) throws IOException {
    return to.read(b);
  }

  @Override
  public int read(ByteBuffer b, long at) throws IOException {
    return to.read(b, at);
  }

  @Override
  public long read(ByteBuffer[] b, int o, int l) throws IOException {
    return to.read(b, o, l);
  }

  @Override
  public int write(ByteBuffer b) throws IOException {
    return to.write(b);
  }

  @Override
  public long write(ByteBuffer[] b, int o, int l) throws IOException {
    return to.write(b, o, l);
  }

  @Override
  public long position() throws IOException {
    return to.position();
  }

  @Override
  public FileChannel position(long p) throws IOException {
    return to.position(p);
  }

  @Override
  public long size() throws IOException {
    return to.size();
  }

  @Override
  public FileChannel truncate(long s) throws IOException {
    return to.truncate(s);
  }

  @Override
  public void force(boolean m) throws IOException {
    to.force(m);
  }

  @Override
  public long transferTo(long p, long c, WritableByteChannel t) throws IOException {
    return to.transferTo(p, c, t);
  }

  @Override
  public long transferFrom(ReadableByteChannel s, long p, long c) throws IOException {
    return to.transferFrom(s, p, c);
  }

  @Override
  public MappedByteBuffer map(MapMode m, long p, long s) throws IOException {
    return to.map(m, p, s);
  }

  @Override
  public FileLock lock(long p, long s, boolean shared) throws IOException {
    return to.lock(p, s, shared);
  }

  @Override
  public FileLock tryLock(long p, long s, boolean shared) throws IOException {
    return to.tryLock(p, s, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    to.close();
  }
}
