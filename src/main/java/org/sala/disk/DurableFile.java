package org.sala.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes whole files so that a power cut leaves either the old content or the new. */
public final class DurableFile {
  private DurableFile() {}

  /** Replaces a file: a new one beside it, synced, renamed over it, the folder synced. */
  public static void replace(Disk disk, Path file, byte[] content) throws IOException {
    try (WholeFile whole = WholeFile.at(disk, beside(file))) {
      whole.write(content);
      whole.keep(file);
    }
  }

  /** Where the new content stands until it takes its place. */
  public static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".new");
  }

  /** Writes all of it at a place of a file. */
  public static void write(FileChannel out, ByteBuffer bytes, long position) throws IOException {
    long at = position;
    while (bytes.hasRemaining()) {
      at += out.write(bytes, at);
    }
  }

  /** The name of a file is on the disk, or that it is gone. */
  public static void syncParent(Disk disk, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      disk.syncFolder(folder);
    }
  }

  /**
   * Overwrites a file's bytes before it is deleted: best effort, for a disk may keep old blocks.
   */
  public static void overwriteAndDelete(Disk disk, Path file) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (FileChannel out = disk.open(file, StandardOpenOption.WRITE)) {
      long size = out.size();
      ByteBuffer zeros = ByteBuffer.allocate(64 * 1024);
      for (long at = 0; at < size; ) {
        zeros.clear();
        zeros.limit((int) Math.min(zeros.capacity(), size - at));
        at += out.write(zeros, at);
      }
      out.force(true);
    }
    disk.delete(file);
  }
}
