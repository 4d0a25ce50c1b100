package org.sala.disk;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** How much room there is on a disk. */
public final class Room {
  private Room() {}

  /**
   * Bytes that this program may still write where something lies.
   *
   * @param there a file or folder that exists
   */
  public static long free(Path there) throws IOException {
    if (!there.getFileSystem().equals(FileSystems.getDefault())) {
      return Files.getFileStore(there).getUsableSpace();
    }
    // For a file store Java reads the table of all mounts each time; here the system is asked once.
    long free = there.toFile().getUsableSpace();
    if (free == 0 && !Files.exists(there)) {
      throw new NoSuchFileException(there.toString());
    }
    return free;
  }
}
