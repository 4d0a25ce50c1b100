package org.sala.carrier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.sala.disk.Direct;

/**
 * Reads a copy back from the medium itself where the system allows it: out of its memory every copy
 * is good, whatever the stick has kept.
 */
final class ReadBack {
  private static final int LOT = 1 << 20;

  private ReadBack() {}

  /**
   * SHA-256 of a file, hexadecimal; empty when it was stopped.
   *
   * @param store where it lies
   * @param goOn asked before each lot, for a slow stick reads for minutes
   */
  static Optional<String> digest(Path file, FileStore store, BooleanSupplier goOn)
      throws IOException {
    int block = Math.toIntExact(store.getBlockSize());
    Optional<OpenOption> direct = LOT % block == 0 ? Direct.OPTION : Optional.empty();
    if (direct.isPresent()) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, direct.get())) {
        return digest(
            channel,
            ByteBuffer.allocateDirect(lot(channel, block) + block).alignedSlice(block),
            goOn);
      } catch (CarrierFault e) {
        throw e;
      } catch (UnsupportedOperationException | IOException e) {
        // A share or a file system that reads through memory alone; a broken one fails below too.
        return plainDigest(file, goOn);
      }
    }
    return plainDigest(file, goOn);
  }

  private static Optional<String> plainDigest(Path file, BooleanSupplier goOn) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return digest(channel, ByteBuffer.allocate(lot(channel, 1)), goOn);
    }
  }

  /** Returns how much is read at once: as large as the file and no larger, in whole blocks. */
  private static int lot(FileChannel channel, int block) throws IOException {
    return Math.ceilDiv(Math.clamp(channel.size(), 1, LOT), block) * block;
  }

  private static Optional<String> digest(
      FileChannel channel, ByteBuffer buffer, BooleanSupplier goOn) throws IOException {
    MessageDigest digest = Digests.sha256();
    // Behind the end a direct read would begin in the middle of a block, which is an error.
    long left = channel.size();
    while (left > 0) {
      if (!goOn.getAsBoolean()) {
        return Optional.empty();
      }
      int read = channel.read(buffer.clear());
      if (read < 0) {
        throw new CarrierFault(CarrierFault.Why.SPOILED);
      }
      left -= read;
      digest.update(buffer.flip());
    }
    return Optional.of(Digests.hex(digest));
  }
}
