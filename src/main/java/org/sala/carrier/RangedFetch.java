package org.sala.carrier;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;
import org.sala.disk.Disk;
import org.sala.disk.DurableFile;

/** Brings an object here, from the byte on at which the line was cut. */
final class RangedFetch {
  private static final int LOT = 64 * 1024;

  /** How often all of a file may have arrived and be something else. */
  private static final int ROUNDS = 3;

  private final Attempts attempts;
  private final Line line;
  private final Stored stored;

  RangedFetch(Attempts attempts, Line line, Stored stored) {
    this.attempts = attempts;
    this.line = line;
    this.stored = stored;
  }

  Path fetch(Carrier.Waiting what, Path folder) throws IOException {
    Path whole = folder.resolve(what.name());
    try (CutFetches.Part part = new CutFetches(folder).of(what.name(), token(what))) {
      return fetch(what, part.file(), whole);
    }
  }

  private Path fetch(Carrier.Waiting what, Path part, Path whole) throws IOException {
    Optional<String> digest = attempts.at(stored::known).digest();
    for (int round = 1; ; round++) {
      bring(what, part);
      if (digest.isEmpty() || digest(part, what.size()).equals(digest.get())) {
        Disk.real().replace(part, whole);
        DurableFile.syncParent(Disk.real(), whole);
        return whole;
      }
      Files.delete(part);
      if (round == ROUNDS) {
        throw new CarrierFault(CarrierFault.Why.SPOILED);
      }
    }
  }

  private void bring(Carrier.Waiting what, Path part) throws IOException {
    try (FileChannel file =
        FileChannel.open(
            part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
      if (file.size() > what.size()) {
        file.truncate(0);
      }
      while (file.size() < what.size()) {
        long before = file.size();
        line.at(before);
        if (!attempts.at(() -> more(what, file))) {
          attempts.rest();
        }
      }
      file.force(true);
    }
  }

  /** Goes on where the file ends; an attempt that brought something is none that failed. */
  private boolean more(Carrier.Waiting what, FileChannel file) throws IOException {
    long before = file.size();
    try (InputStream in = stored.from(before, what.size() - 1, what.mark())) {
      byte[] lot = new byte[LOT];
      file.position(before);
      long left = what.size() - before;
      while (left > 0) {
        int n = in.read(lot, 0, (int) Math.min(LOT, left));
        if (n < 0) {
          break;
        }
        write(file, ByteBuffer.wrap(lot, 0, n));
        left -= n;
        line.at(what.size() - left);
      }
      if (left == what.size() - before) {
        // It counts as one that failed: asked at once, it would answer the same without end.
        throw new EOFException("an answer without a byte");
      }
      return true;
    } catch (RuntimeException | IOException e) {
      boolean ends = e instanceof CarrierFault || e instanceof Line.StoppedException;
      if (ends || file.size() == before) {
        throw e;
      }
      return false;
    }
  }

  private static void write(FileChannel file, ByteBuffer lot) throws IOException {
    try {
      while (lot.hasRemaining()) {
        file.write(lot);
      }
    } catch (IOException e) {
      throw new CarrierFault(CarrierFault.Why.HERE, e);
    }
  }

  private static String token(Carrier.Waiting what) {
    MessageDigest digest = Digests.sha256();
    digest.update(
        (what.mark() + " " + what.size()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return Digests.hex(digest).substring(0, 16);
  }

  private String digest(Path file, long size) throws IOException {
    MessageDigest digest = Digests.sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] lot = new byte[LOT];
      for (int n = in.read(lot); n >= 0; n = in.read(lot)) {
        // Whoever stops it does not wait for gigabytes that have arrived.
        line.at(size);
        digest.update(lot, 0, n);
      }
    }
    return Digests.hex(digest);
  }
}
