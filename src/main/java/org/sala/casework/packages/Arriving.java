package org.sala.casework.packages;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.sala.disk.EarlySync;
import org.sala.vault.Disk;

/**
 * A package as it came, written down while it is read for the first time, or not at all where
 * nothing is kept. It counts for nothing until it is kept, and is gone when it is closed before;
 * what a kill leaves of it lies where the next unlock clears up. Not thread-safe.
 */
final class Arriving extends OutputStream {
  private final Disk disk = Disk.real();
  private final Optional<Part> part;
  private boolean over;

  private record Part(Path file, FileChannel channel, EarlySync early) {}

  private Arriving(Optional<Part> part) {
    this.part = part;
  }

  /** Nothing is written. */
  static Arriving nowhere() {
    return new Arriving(Optional.empty());
  }

  /**
   * @param file a new file beside nothing else that counts
   */
  static Arriving at(Path file) throws IOException {
    FileChannel channel =
        Disk.real().open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return new Arriving(Optional.of(new Part(file, channel, new EarlySync(channel))));
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    if (part.isPresent()) {
      ByteBuffer bytes = ByteBuffer.wrap(from, offset, length);
      while (bytes.hasRemaining()) {
        part.get().channel().write(bytes);
      }
      part.get().early().written(length);
    }
  }

  /**
   * Makes it durable in a folder, under a name of its own.
   *
   * @return where it lies; empty where it was not written
   */
  Optional<Path> keep(Path folder, String name) throws IOException {
    if (part.isEmpty()) {
      return Optional.empty();
    }
    Path whole = folder.resolve(name);
    part.get().early().close();
    part.get().channel().force(true);
    part.get().channel().close();
    disk.replace(part.get().file(), whole);
    over = true;
    disk.syncFolder(folder);
    return Optional.of(whole);
  }

  @Override
  public void close() throws IOException {
    if (over || part.isEmpty()) {
      return;
    }
    over = true;
    try {
      part.get().channel().close();
    } finally {
      try {
        part.get().early().close();
      } finally {
        disk.delete(part.get().file());
      }
    }
  }
}
