package org.sala.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import org.h2.store.fs.FileBaseDefault;

/** A disk that is full at the n-th write: half of that write arrives, the rest fails. */
public final class FailingDisk implements Underneath {
  private int left;

  public FailingDisk(int writes) {
    this.left = writes;
  }

  public synchronized void failAfter(int writes) {
    left = writes;
  }

  private synchronized boolean full() {
    return left-- <= 0;
  }

  @Override
  public FileChannel open(Path file, String mode) throws IOException {
    return new Channel(Underneath.disk().open(file, mode));
  }

  private final class Channel extends FileBaseDefault {
    private final FileChannel to;

    Channel(FileChannel to) {
      this.to = to;
    }

    @Override
    public int read(ByteBuffer b, long at) throws IOException {
      return to.read(b, at);
    }

    @Override
    public int write(ByteBuffer from, long at) throws IOException {
      if (full()) {
        ByteBuffer half = from.slice();
        half.limit(half.remaining() / 2);
        BlockSeal.writeFully(to, half, at);
        throw new IOException("No space left on device");
      }
      return to.write(from, at);
    }

    @Override
    public long size() throws IOException {
      return to.size();
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      to.truncate(size);
    }

    @Override
    public void force(boolean metaData) throws IOException {
      to.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return to.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      to.close();
    }
  }
}
