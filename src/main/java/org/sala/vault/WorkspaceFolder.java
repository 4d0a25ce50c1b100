package org.sala.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where things lie in a workspace, and the lock that lets one writer in. */
public final class WorkspaceFolder implements AutoCloseable {
  private static final List<String> FOLDERS =
      List.of(
          "journal",
          "keys",
          "db",
          "objects",
          "drafts",
          "outbox",
          "inbox",
          "quarantine",
          "backup",
          "tmp");

  private final Path root;
  private final FileChannel channel;
  private final @Nullable FileLock lock;

  private WorkspaceFolder(Path root, FileChannel channel, FileLock lock) {
    this.root = root;
    this.channel = channel;
    this.lock = lock;
  }

  /** Whether a workspace was ever made in a folder. */
  public static boolean isThere(Path root) {
    return Files.exists(root.resolve("key.a")) || Files.exists(root.resolve("key.b"));
  }

  /**
   * Takes the lock, making the folders that are missing; empty when another program holds it.
   *
   * @throws VaultFault when the folder cannot be written
   */
  public static Optional<WorkspaceFolder> take(Path root) {
    try {
      make(root);
      for (String name : FOLDERS) {
        make(root.resolve(name));
      }
      FileChannel channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      WorkspaceFolder taken = new WorkspaceFolder(root, channel, lock);
      taken.emptyTmp();
      return Optional.of(taken);
    } catch (IOException e) {
      throw VaultFault.of("workspace folder", e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static void make(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (Files.getFileStore(parent == null ? folder : parent).supportsFileAttributeView("posix")) {
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
      return Files.getFileStore(root).getUsableSpace();
    } catch (IOException e) {
      throw VaultFault.of("free space", e);
    }
  }

  private void emptyTmp() throws IOException {
    try (var files = Files.newDirectoryStream(folder("tmp"))) {
      for (Path f : files) {
        DurableFile.overwriteAndDelete(f);
      }
    }
  }

  @Override
  public void close() {
    try {
      emptyTmp();
      if (lock != null) {
        lock.release();
      }
      channel.close();
    } catch (IOException e) {
      throw VaultFault.of("lock", e);
    }
  }
}
