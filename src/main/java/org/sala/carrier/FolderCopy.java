package org.sala.carrier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import org.sala.disk.DiskFull;

/**
 * Copies one file, going on behind what is already there and the same. A stop is heeded within a
 * lot or a sync, for behind a lock the keys wait for it.
 */
final class FolderCopy {
  private static final int LOT = 256 * 1024;

  /** Bytes; a slow stick takes seconds for more, and nothing stops a sync. */
  private static final int BETWEEN_SYNCS = 4 << 20;

  private FolderCopy() {}

  /**
   * Copies and syncs; false when it was stopped. A link is neither read nor written: it may lead to
   * a file of whoever plugged the stick in.
   *
   * @param full what to say where there is no room for it
   */
  static boolean copy(Path from, Path to, Copying copying, CarrierFault.Why full)
      throws IOException {
    try (FileChannel in =
            FileChannel.open(from, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        FileChannel out =
            FileChannel.open(
                to,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS)) {
      OptionalLong same = out.size() < LOT ? OptionalLong.of(0) : same(in, out, copying);
      if (same.isEmpty()) {
        return false;
      }
      long done = same.getAsLong();
      in.position(done);
      out.truncate(done).position(done);
      boolean whole = rest(in, out, to, copying, full);
      out.force(true);
      return whole;
    }
  }

  private static boolean rest(
      FileChannel in, FileChannel out, Path to, Copying copying, CarrierFault.Why full)
      throws IOException {
    long done = in.position();
    long synced = done;
    ByteBuffer lot = ByteBuffer.allocate(Math.clamp(in.size() + 1, 1, LOT));
    while (in.read(lot.clear()) >= 0) {
      lot.flip();
      done += lot.remaining();
      write(lot, out, to, full);
      if (!copying.goOn(done)) {
        return false;
      }
      if (done - synced >= BETWEEN_SYNCS) {
        out.force(false);
        synced = done;
      }
    }
    return true;
  }

  private static void write(ByteBuffer lot, FileChannel out, Path to, CarrierFault.Why full)
      throws IOException {
    try {
      while (lot.hasRemaining()) {
        out.write(lot);
      }
    } catch (IOException e) {
      if (LargestFile.isReached(e)) {
        throw new CarrierFault(CarrierFault.Why.TOO_LARGE, e);
      }
      throw DiskFull.is(e, to) ? new CarrierFault(full, e) : e;
    }
  }

  /** Bytes of whole lots that both begin with; empty when it was stopped. */
  private static OptionalLong same(FileChannel one, FileChannel other, Copying copying)
      throws IOException {
    ByteBuffer a = ByteBuffer.allocate(LOT);
    ByteBuffer b = ByteBuffer.allocate(LOT);
    long same = 0;
    while (fill(one, a) && fill(other, b) && a.equals(b)) {
      same += LOT;
      if (!copying.goOn(same)) {
        return OptionalLong.empty();
      }
    }
    return OptionalLong.of(same);
  }

  private static boolean fill(FileChannel from, ByteBuffer lot) throws IOException {
    lot.clear();
    int read = 0;
    while (lot.hasRemaining() && read >= 0) {
      read = from.read(lot);
    }
    return lot.flip().limit() == LOT;
  }
}
