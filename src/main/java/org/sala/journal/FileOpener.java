package org.sala.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.sala.disk.Disk;

/** Opens segment files; tests hand in one that records writes and fails when it is told to. */
public interface FileOpener {

  FileChannel create(Path file) throws IOException;

  /** Takes a file away that came to nothing. */
  void delete(Path file) throws IOException;

  /** Makes names in a folder durable. */
  void syncFolder(Path folder) throws IOException;

  /** The real disk. */
  static FileOpener disk() {
    return new FileOpener() {
      @Override
      public FileChannel create(Path file) throws IOException {
        return FileChannel.open(
            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ);
      }

      @Override
      public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
      }

      @Override
      public void syncFolder(Path folder) throws IOException {
        Disk.real().syncFolder(folder);
      }
    };
  }
}
