package org.sala.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.random.RandomGenerator;
import org.sala.disk.Disk;
import org.sala.disk.DurableFile;

/**
 * Room that is kept taken, so that it can be given free when the disk is full and the officer can
 * still save and lock. Random bytes, for some disks store zeros in no room at all.
 */
public final class Ballast {
  private final Disk disk;
  private final Path file;
  private final long size;
  private final RandomGenerator random;

  /**
   * @param size bytes
   */
  public Ballast(Path root, long size, RandomGenerator random) {
    this(Disk.real(), root, size, random);
  }

  Ballast(Disk disk, Path root, long size, RandomGenerator random) {
    this.disk = disk;
    this.file = root.resolve("ballast");
    this.size = size;
    this.random = random;
  }

  /** Whether the room is taken in full. */
  public boolean isThere() {
    try {
      return Files.exists(file) && Files.size(file) == size;
    } catch (IOException e) {
      throw VaultFault.of("ballast", e);
    }
  }

  /** Takes the room if it can be had; false when the disk is too full for it, or failing. */
  public boolean take() {
    if (isThere()) {
      return true;
    }
    try {
      try (FileChannel out =
          disk.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        byte[] piece = new byte[1 << 16];
        for (long at = 0; at < size; at += piece.length) {
          random.nextBytes(piece);
          int part = (int) Math.min(piece.length, size - at);
          DurableFile.write(out, ByteBuffer.wrap(piece, 0, part), at);
        }
        out.force(true);
      }
      return true;
    } catch (IOException e) {
      free();
      return false;
    }
  }

  /** Gives the room free. */
  public void free() {
    try {
      disk.delete(file);
    } catch (IOException e) {
      throw VaultFault.of("ballast", e);
    }
  }
}
