package org.sala.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sala.disk.Disk;
import org.sala.disk.DurableFile;
import org.sala.disk.Room;

/** Where things lie in a workspace, and the lock that lets one writer in. */
public final class WorkspaceFolder implements AutoCloseable {
  private static final List<String> FOLDERS =
      List.of(
          "journal",
          "keys",
          "db",
          "objects",
          "drafts",
          "settings",
          "outbox",
          "inbox",
          "quarantine",
          "originals",
          "backup",
          "log",
          "tmp");

  private final Path root;
  private final FileChannel channel;
  private final @Nullable FileLock lock;

  private WorkspaceFolder(Path root, FileChannel channel, FileLock lock) {
    this.root = root;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Whether a workspace was ever made in a folder. A journal without its key file is one: nobody
   * makes another over it, and whoever comes is told what is gone.
   */
  public static boolean isThere(Path root) {
    return Files.exists(root.resolve("key.a"))
        || Files.exists(root.resolve("key.b"))
        || holdsFiles(root.resolve("journal"));
  }

  private static boolean holdsFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Takes the lock, making the folders that are missing; empty when another program holds it.
   *
   * @throws VaultFault when the folder cannot be written
   */
  public static Optional<WorkspaceFolder> take(Path root) {
    try {
      make(root);
      boolean posix = knowsPosix(root);
      for (String name : FOLDERS) {
        Path folder = root.resolve(name);
        if (!Files.isDirectory(folder)) {
          make(folder, posix);
        }
      }
      return lock(root);
    } catch (IOException e) {
      throw VaultFault.of("workspace folder", e);
    }
  }

  private static Optional<WorkspaceFolder> lock(Path root) throws IOException {
    FileChannel channel =
        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      FileLock lock = tryLock(channel);
      if (lock == null) {
        return Optional.empty();
      }
      WorkspaceFolder folder = new WorkspaceFolder(root, channel, lock);
      folder.emptyTmp();
      RestoredFolder.clear(root);
      taken = true;
      return Optional.of(folder);
    } finally {
      // The lock goes with it: nobody could take it again as long as this program runs.
      if (!taken) {
        channel.close();
      }
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  static void make(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    make(folder, knowsPosix(parent == null ? folder : parent));
  }

  /** For the answer Java reads the table of all mounts. */
  private static boolean knowsPosix(Path there) throws IOException {
    return Files.getFileStore(there).supportsFileAttributeView("posix");
  }

  private static void make(Path folder, boolean posix) throws IOException {
    if (posix) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectory(folder);
    }
  }

  public Path root() {
    return root;
  }

  public Path folder(String name) {
    if (!FOLDERS.contains(name)) {
      throw new IllegalArgumentException("no such folder in a workspace");
    }
    return root.resolve(name);
  }

  /** Bytes that may still be written. */
  public long free() {
    try {
      return Room.free(root);
    } catch (IOException e) {
      throw VaultFault.of("free space", e);
    }
  }

  private void emptyTmp() throws IOException {
    List<Path> leftovers;
    try (Stream<Path> files = Files.walk(folder("tmp"))) {
      leftovers = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path f : leftovers) {
      if (f.equals(folder("tmp"))) {
        continue;
      }
      try {
        if (Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS)) {
          DurableFile.overwriteAndDelete(Disk.real(), f);
        } else {
          Files.delete(f);
        }
      } catch (IOException e) {
        // No reason to keep an officer out; it is tried again at the next start, lock and exit.
        continue;
      }
    }
  }

  @Override
  public void close() {
    try (channel) {
      emptyTmp();
      if (lock != null) {
        lock.release();
      }
    } catch (IOException e) {
      throw VaultFault.of("lock", e);
    }
  }
}
