package org.sala.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.sala.crypto.Sha256;

/**
 * A small file kept twice, as {@code name.a} and {@code name.b}: magic, generation, length,
 * SHA-256, content. The second copy is rewritten only after the first has been read back.
 */
final class TwinFile {
  private static final int HEADER = 8 + 8 + 4 + 32;
  private static final int LARGEST = 16 << 20;

  private final Path a;
  private final Path b;
  private final byte[] magic;

  /**
   * @param magic eight ASCII characters
   */
  TwinFile(Path folder, String name, String magic) {
    this.a = folder.resolve(name + ".a");
    this.b = folder.resolve(name + ".b");
    this.magic = magic.getBytes(StandardCharsets.US_ASCII);
  }

  private record Copy(long generation, byte[] content) {}

  /** Whether either copy is there, whole or not. */
  boolean exists() {
    return Files.exists(a) || Files.exists(b);
  }

  /**
   * The newest whole copy; empty when there is no file at all.
   *
   * @throws VaultFault when files are there and neither is whole
   */
  Optional<byte[]> read() {
    if (!exists()) {
      return Optional.empty();
    }
    Optional<Copy> newest = newest();
    if (newest.isEmpty()) {
      throw new VaultFault(VaultFault.Code.DAMAGED, a.getFileName().toString());
    }
    return Optional.of(newest.get().content());
  }

  /** Whether one of the two copies is missing or spoiled. */
  boolean oneIsSpoiled() {
    return read(a).isEmpty() || read(b).isEmpty();
  }

  void write(byte[] content) {
    long generation = newest().map(Copy::generation).orElse(0L) + 1;
    byte[] file =
        ByteBuffer.allocate(HEADER + content.length)
            .put(magic)
            .putLong(generation)
            .putInt(content.length)
            .put(Sha256.of(magic, longBytes(generation), content))
            .put(content)
            .array();
    try {
      DurableFile.replace(a, file);
      if (read(a).filter(c -> Arrays.equals(c.content(), content)).isEmpty()) {
        throw new VaultFault(VaultFault.Code.IO, "a file does not read back as written");
      }
      DurableFile.replace(b, file);
    } catch (IOException e) {
      throw VaultFault.of(a.getFileName().toString(), e);
    }
  }

  void delete() {
    try {
      DurableFile.overwriteAndDelete(a);
      DurableFile.overwriteAndDelete(b);
    } catch (IOException e) {
      throw VaultFault.of(a.getFileName().toString(), e);
    }
  }

  private Optional<Copy> newest() {
    Optional<Copy> one = read(a);
    Optional<Copy> two = read(b);
    if (one.isEmpty() || two.isEmpty()) {
      return one.or(() -> two);
    }
    return one.get().generation() >= two.get().generation() ? one : two;
  }

  private Optional<Copy> read(Path file) {
    try {
      if (!Files.exists(file) || Files.size(file) < HEADER || Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file));
      byte[] found = new byte[magic.length];
      in.get(found);
      long generation = in.getLong();
      int length = in.getInt();
      byte[] digest = new byte[32];
      in.get(digest);
      byte[] content = new byte[in.remaining()];
      in.get(content);
      return Arrays.equals(found, magic)
              && length == content.length
              && Arrays.equals(digest, Sha256.of(magic, longBytes(generation), content))
          ? Optional.of(new Copy(generation, content))
          : Optional.empty();
    } catch (IOException e) {
      throw VaultFault.of(file.getFileName().toString(), e);
    }
  }

  private static byte[] longBytes(long value) {
    return ByteBuffer.allocate(8).putLong(value).array();
  }
}
