package org.sala.carrier;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A folder as the way out and in: a USB stick or a network share. */
public final class FolderCarrier {
  private final Path folder;

  public FolderCarrier(Path folder) {
    this.folder = folder;
  }

  /** Hears how many bytes are copied; false stops it. */
  public interface Copying {
    boolean goOn(long bytes);
  }

  /**
   * Copies a file: under another name first, synced, read back and compared, then renamed. A stick
   * pulled out in the middle leaves a {@code .part} file that counts for nothing.
   *
   * @param digest SHA-256 of the file, hexadecimal
   * @return the copy; empty when it was stopped, and nothing is left of it
   * @throws IOException when the copy is not the file; nothing lies under the final name then
   */
  public Optional<Path> send(Path file, String digest, Copying copying) throws IOException {
    return send(file, file.getFileName().toString(), digest, copying);
  }

  /** The same, under a name of its own. */
  public Optional<Path> send(Path file, String name, String digest, Copying copying)
      throws IOException {
    Files.createDirectories(folder);
    Path part = folder.resolve(name + ".part");
    Path whole = folder.resolve(name);
    boolean stopped;
    try (InputStream in = Files.newInputStream(file);
        FileChannel channel =
            FileChannel.open(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        OutputStream out = java.nio.channels.Channels.newOutputStream(channel)) {
      stopped = !copy(in, out, copying);
      channel.force(true);
    }
    if (stopped) {
      Files.delete(part);
      return Optional.empty();
    }
    if (!digest(part).equals(digest)) {
      Files.delete(part);
      throw new IOException("the copy differs from the file");
    }
    Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    syncFolder();
    return Optional.of(whole);
  }

  /** Until then a power cut may take the name away again; Windows needs and knows nothing of it. */
  private void syncFolder() throws IOException {
    if (File.separatorChar != '\\') {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static boolean copy(InputStream in, OutputStream out, Copying copying)
      throws IOException {
    byte[] buffer = new byte[256 * 1024];
    long done = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
      done += n;
      if (!copying.goOn(done)) {
        return false;
      }
    }
    return true;
  }

  /** The whole packages that lie here, by name. */
  public List<Path> waiting() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().endsWith(".sala"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private static String digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[256 * 1024];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
