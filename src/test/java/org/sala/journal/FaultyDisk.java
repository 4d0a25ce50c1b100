package org.sala.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A disk that is full at the n-th write (half of that write arrives, the rest fails), or that
 * answers the n-th sync, and all that follows, with an error although the bytes arrived.
 */
final class FaultyDisk implements FileOpener {
  private int left;
  private int syncs = Integer.MAX_VALUE;
  private String words = "No space left on device";
  private boolean outOfMemory;

  FaultyDisk(int writesUntilFull) {
    this.left = writesUntilFull;
  }

  static FaultyDisk failingSync(int syncsUntilFailure) {
    FaultyDisk disk = new FaultyDisk(Integer.MAX_VALUE);
    disk.syncs = syncsUntilFailure;
    return disk;
  }

  /** The same, in what another system says. */
  FaultyDisk saying(String other) {
    words = other;
    return this;
  }

  /** The memory gives out at such a write or sync, and not the disk. */
  FaultyDisk outOfMemory() {
    outOfMemory = true;
    return this;
  }

  private IOException fault(String said) {
    if (outOfMemory) {
      throw new OutOfMemoryError("asked for");
    }
    return new IOException(said);
  }

  void free() {
    left = Integer.MAX_VALUE;
    syncs = Integer.MAX_VALUE;
  }

  @Override
  public FileChannel create(Path file) throws IOException {
    return new Channel(FileOpener.disk().create(file));
  }

  @Override
  public void delete(Path file) throws IOException {
    FileOpener.disk().delete(file);
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    FileOpener.disk().syncFolder(folder);
  }

  private final class Channel extends WrappedChannel {
    Channel(FileChannel to) {
      super(to);
    }

    @Override
    public int write(ByteBuffer from, long at) throws IOException {
      if (left-- <= 0) {
        ByteBuffer half = from.slice();
        half.limit(half.remaining() / 2);
        to.write(half, at);
        throw fault(words);
      }
      return to.write(from, at);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      if (syncs <= 0) {
        throw new IOException("Input/output error");
      }
      return to.truncate(size);
    }

    @Override
    public void force(boolean metadata) throws IOException {
      if (syncs-- <= 0) {
        syncs = 0;
        throw fault("Input/output error");
      }
      to.force(metadata);
    }
  }
}
