package org.sala.casework.packages;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.sala.disk.EarlySync;
import org.sala.vault.Disk;

/**
 * The copy of a package that is being taken in, on its way to the disk: it counts for nothing until
 * it is kept, and is gone when it is closed before. What a power cut leaves of it is written over
 * when the same package is taken in again. Not thread-safe.
 */
final class OriginalCopy extends OutputStream {
  private final Disk disk = Disk.real();
  private final Path whole;
  private final Path part;
  private final FileChannel channel;
  private final EarlySync early;
  private boolean kept;

  /**
   * @param whole where it lies once it is kept
   */
  OriginalCopy(Path whole) throws IOException {
    this.whole = whole;
    this.part = whole.resolveSibling(whole.getFileName() + ".part");
    this.channel =
        disk.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    this.early = new EarlySync(channel);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(from, offset, length);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    early.written(length);
  }

  /** Makes it durable under its name. */
  void keep() throws IOException {
    early.close();
    channel.force(true);
    channel.close();
    disk.replace(part, whole);
    kept = true;
    Path folder = whole.getParent();
    if (folder != null) {
      disk.syncFolder(folder);
    }
  }

  @Override
  public void close() throws IOException {
    if (kept) {
      return;
    }
    try (early) {
      channel.close();
    } finally {
      disk.delete(part);
    }
  }
}
