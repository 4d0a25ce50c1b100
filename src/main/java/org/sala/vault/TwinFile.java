package org.sala.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sala.crypto.Sha256;
import org.sala.disk.Disk;
import org.sala.disk.DurableFile;

/**
 * A small file kept twice, as {@code name.a} and {@code name.b}: magic, format, generation, length,
 * SHA-256, content. The second copy is rewritten only after the first has been read back. The
 * checksum finds accidents; whoever owns the content authenticates it ({@code
 * docs/formats/workspace.md}).
 */
final class TwinFile {
  static final int HEADER = 8 + 4 + 8 + 4 + 32;

  /** What the name of a copy ends with that was spoiled and set aside. */
  static final String ASIDE = ".spoiled";

  private static final int LARGEST = 16 << 20;
  private static final long MOST_WRITES = 1L << 48;

  private final Disk disk;
  private final Path a;
  private final Path b;
  private final byte[] magic;
  private final int format;

  /**
   * @param magic eight ASCII characters
   * @param format the highest that is understood and the one that is written
   */
  TwinFile(Disk disk, Path folder, String name, String magic, int format) {
    this.disk = disk;
    this.a = folder.resolve(name + ".a");
    this.b = folder.resolve(name + ".b");
    this.magic = magic.getBytes(StandardCharsets.US_ASCII);
    this.format = format;
  }

  /** One whole copy. */
  record Copy(int format, long generation, byte[] content) {}

  /** Whether either copy is there, whole or not. */
  boolean exists() {
    return Files.exists(a) || Files.exists(b);
  }

  /** Whether one of the two copies is missing or spoiled, or they do not hold the same. */
  boolean copiesDiffer() {
    List<Copy> whole = whole();
    return exists()
        && (whole.size() < 2 || !Arrays.equals(image(whole.getFirst()), image(whole.getLast())));
  }

  /**
   * The whole copies, the newest first; empty when there is no file at all.
   *
   * @throws VaultFault when files are there and neither is whole, or a newer program wrote them
   */
  List<Copy> read() {
    if (!exists()) {
      return List.of();
    }
    List<Copy> whole = whole();
    if (whole.isEmpty()) {
      throw new VaultFault(VaultFault.Code.DAMAGED, role());
    }
    if (whole.getFirst().format() > format) {
      throw new VaultFault(VaultFault.Code.TOO_NEW, role());
    }
    return whole;
  }

  /** The generation that the next write has to carry. */
  long next() {
    return whole().stream().mapToLong(Copy::generation).max().orElse(0) + 1;
  }

  void write(long generation, byte[] content) {
    byte[] file = file(generation, content);
    try {
      DurableFile.replace(disk, a, file);
      if (read(a).filter(c -> Arrays.equals(c.content(), content)).isEmpty()) {
        throw new VaultFault(VaultFault.Code.IO, "a file does not read back as written");
      }
      DurableFile.replace(disk, b, file);
    } catch (IOException e) {
      throw VaultFault.of(role(), e);
    }
  }

  /** The bytes of a file that holds a copy. */
  byte[] image(Copy copy) {
    return file(copy.generation(), copy.content());
  }

  private byte[] file(long generation, byte[] content) {
    if (content.length > LARGEST - HEADER) {
      throw new VaultFault(VaultFault.Code.TOO_LARGE, role());
    }
    return ByteBuffer.allocate(HEADER + content.length)
        .put(magic)
        .putInt(format)
        .putLong(generation)
        .putInt(content.length)
        .put(digest(format, generation, content))
        .put(content)
        .array();
  }

  /** Overwrites and deletes both copies and what a halted write left beside them. */
  void delete() {
    try {
      for (Path copy : List.of(a, b)) {
        DurableFile.overwriteAndDelete(disk, copy);
        DurableFile.overwriteAndDelete(disk, DurableFile.beside(copy));
      }
      DurableFile.syncParent(disk, a);
    } catch (IOException e) {
      throw VaultFault.of(role(), e);
    }
  }

  /** Gives what is there of both copies another name; nothing that lies there changes. */
  void setAside() {
    try {
      for (Path copy : List.of(a, b)) {
        if (Files.exists(copy)) {
          disk.replace(copy, aside(copy));
        }
      }
      DurableFile.syncParent(disk, a);
    } catch (IOException e) {
      throw VaultFault.of(role(), e);
    }
  }

  /** A name that nothing has yet: what was set aside before stays as well. */
  private static Path aside(Path copy) {
    String name = copy.getFileName() + ASIDE;
    Path free = copy.resolveSibling(name);
    for (int n = 2; Files.exists(free); n++) {
      free = copy.resolveSibling(name + "-" + n);
    }
    return free;
  }

  /**
   * The whole copies, the newest first. One that the disk does not give is not whole.
   *
   * @throws VaultFault where none is whole and the disk did not give one of them
   */
  private List<Copy> whole() {
    List<Copy> whole = new ArrayList<>();
    IOException failed = null;
    for (Path copy : List.of(a, b)) {
      try {
        read(copy).ifPresent(whole::add);
      } catch (IOException e) {
        failed = e;
      }
    }
    if (whole.isEmpty() && failed != null) {
      // What lies there may be whole all the same: it must not be taken for spoiled.
      throw VaultFault.of(role(), failed);
    }
    whole.sort(Comparator.comparingLong(Copy::generation).reversed());
    return whole;
  }

  private Optional<Copy> read(Path file) throws IOException {
    try {
      if (!Files.exists(file) || Files.size(file) < HEADER || Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file));
      byte[] found = new byte[magic.length];
      in.get(found);
      int written = in.getInt();
      long generation = in.getLong();
      int length = in.getInt();
      byte[] digest = new byte[32];
      in.get(digest);
      byte[] content = new byte[in.remaining()];
      in.get(content);
      return Arrays.equals(found, magic)
              && length == content.length
              && generation > 0
              && generation < MOST_WRITES
              && Arrays.equals(digest, digest(written, generation, content))
          ? Optional.of(new Copy(written, generation, content))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private byte[] digest(int written, long generation, byte[] content) {
    return Sha256.of(
        magic,
        ByteBuffer.allocate(16).putInt(written).putLong(generation).putInt(content.length).array(),
        content);
  }

  private String role() {
    return new String(magic, StandardCharsets.US_ASCII);
  }
}
