package org.sala.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** What lies behind the head of a file, as if it were a file of its own; reads only. */
final class FileTail implements SeekableByteChannel {
  private final FileChannel file;
  private final long head;
  private long position;

  FileTail(FileChannel file, long head) {
    this.file = file;
    this.head = head;
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    int n = file.read(to, head + position);
    position += Math.max(0, n);
    return n;
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long wanted) {
    position = wanted;
    return this;
  }

  @Override
  public long size() throws IOException {
    return Math.max(0, file.size() - head);
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
