package org.sala.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import org.sala.disk.Disk;

/**
 * A disk on which something happens at the n-th act (a write, a sync, a rename, a deletion): it is
 * full, it fails once, or the machine stops there. Half of a write that meets it still arrives.
 */
final class BrokenDisk implements Disk {

  /** What happens. */
  enum How {
    /** That write and every later one fails, until there is room again. */
    FULL,
    /** That one act fails. */
    EIO,
    /** Nothing happens any more. */
    HALT
  }

  /** Stands for the end of the process. */
  static final class Halted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Disk real = Disk.real();
  private final How how;
  private int left;
  private boolean reached;

  BrokenDisk(How how, int acts) {
    this.how = how;
    this.left = acts;
  }

  /** Whether the act came that was to go wrong. */
  boolean reached() {
    return reached;
  }

  private boolean fails(boolean needsRoom) {
    if (how == How.FULL && !needsRoom) {
      return false;
    }
    left--;
    boolean now = how == How.EIO ? left == -1 : left < 0;
    reached |= now;
    return now;
  }

  private IOException failure() {
    return switch (how) {
      case FULL -> new IOException("No space left on device");
      case EIO -> new IOException("Input/output error");
      case HALT -> throw new Halted();
    };
  }

  @Override
  public FileChannel open(Path file, OpenOption... options) throws IOException {
    if (how == How.HALT && reached) {
      throw new Halted();
    }
    return new Channel(real.open(file, options));
  }

  @Override
  public void replace(Path from, Path to) throws IOException {
    if (fails(false)) {
      throw failure();
    }
    real.replace(from, to);
  }

  @Override
  public void delete(Path file) throws IOException {
    if (how == How.HALT && fails(false)) {
      throw failure();
    }
    real.delete(file);
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    if (fails(false)) {
      throw failure();
    }
    real.syncFolder(folder);
  }

  private final class Channel extends FileChannel {
    private final FileChannel to;

    Channel(FileChannel to) {
      this.to = to;
    }

    @Override
    public int write(ByteBuffer from, long at) throws IOException {
      if (fails(true)) {
        ByteBuffer half = from.slice();
        half.limit(half.remaining() / 2);
        to.write(half, at);
        throw failure();
      }
      return to.write(from, at);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
      long at = to.position();
      int n = write(from, at);
      to.position(at + n);
      return n;
    }

    @Override
    public void force(boolean metadata) throws IOException {
      if (fails(false)) {
        throw failure();
      }
      to.force(metadata);
    }

    @Override
    public long size() throws IOException {
      return to.size();
    }

    @Override
    public long position() throws IOException {
      return to.position();
    }

    @Override
    public FileChannel position(long p) throws IOException {
      to.position(p);
      return this;
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      to.truncate(size);
      return this;
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
    public long write(ByteBuffer[] b, int o, int l) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long p, long c, WritableByteChannel t) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel s, long p, long c) {
      throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode m, long p, long s) {
      throw new UnsupportedOperationException();
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
}
