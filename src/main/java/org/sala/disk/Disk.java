package org.sala.disk;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Every act that changes the workspace's files. Tests hand in one that is full, broken or gone at
 * the n-th act.
 */
public interface Disk {

  /** A channel that writes. */
  FileChannel open(Path file, OpenOption... options) throws IOException;

  /** A new file that may become long. */
  default LongFile openLong(Path file) throws IOException {
    return new LongFile(open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
  }

  /** Puts a file in the place of another one. */
  void replace(Path from, Path to) throws IOException;

  void delete(Path file) throws IOException;

  /** Makes names in a folder durable. */
  void syncFolder(Path folder) throws IOException;

  /** The real one. */
  static Disk real() {
    return new Disk() {
      @Override
      public FileChannel open(Path file, OpenOption... options) throws IOException {
        return FileChannel.open(file, options);
      }

      @Override
      public LongFile openLong(Path file) throws IOException {
        return LongFile.at(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      }

      @Override
      public void replace(Path from, Path to) throws IOException {
        try {
          Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
          Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
      }

      @Override
      public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
      }

      // Windows needs and knows nothing of this.
      @Override
      public void syncFolder(Path folder) throws IOException {
        if (File.separatorChar != '\\') {
          try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
          }
        }
      }
    };
  }
}
