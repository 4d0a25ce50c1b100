package org.sala.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * A disk whose power goes at the n-th operation. What was synced stays; of what was not, blocks of
 * 512 or 4,096 bytes, lengths and names stay or vanish at random.
 */
final class PowerCutDisk implements FileOpener {
  private final Random random;
  private final boolean syncs;
  private final boolean syncsNames;
  private final Map<Path, Kept> files = new LinkedHashMap<>();
  private int left;

  private static final class Kept {
    byte[] synced = new byte[0];
    boolean name;
  }

  /**
   * @param syncs false for a disk that forgets to write through
   * @param syncsNames false for one that forgets names
   */
  PowerCutDisk(int operations, Random random, boolean syncs, boolean syncsNames) {
    this.left = operations;
    this.random = random;
    this.syncs = syncs;
    this.syncsNames = syncsNames;
  }

  private void count() throws IOException {
    if (left <= 0) {
      throw new IOException("the power is off");
    }
    left--;
  }

  @Override
  public FileChannel create(Path file) throws IOException {
    count();
    files.put(file, new Kept());
    return new Channel(FileOpener.disk().create(file), file);
  }

  @Override
  public void delete(Path file) throws IOException {
    count();
    FileOpener.disk().delete(file);
    files.remove(file);
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    count();
    if (syncsNames) {
      files.values().forEach(k -> k.name = true);
    }
  }

  /** Leaves on the real disk what the power cut would have left. */
  void cut() throws IOException {
    int block = random.nextBoolean() ? 512 : 4096;
    for (Map.Entry<Path, Kept> e : files.entrySet()) {
      byte[] written = Files.readAllBytes(e.getKey());
      byte[] synced = e.getValue().synced;
      if (!e.getValue().name && random.nextBoolean()) {
        Files.delete(e.getKey());
        continue;
      }
      int length = random.nextBoolean() ? written.length : synced.length;
      byte[] left = Arrays.copyOf(synced, length);
      for (int at = 0; at < length; at += block) {
        int end = Math.min(at + block, length);
        if (random.nextBoolean() && at < written.length) {
          int there = Math.min(end, written.length);
          System.arraycopy(written, at, left, at, there - at);
        }
      }
      Files.write(e.getKey(), left);
    }
  }

  private final class Channel extends WrappedChannel {
    private final Path file;

    Channel(FileChannel to, Path file) {
      super(to);
      this.file = file;
    }

    @Override
    public int write(ByteBuffer from, long at) throws IOException {
      if (left <= 0) {
        throw new IOException("the power is off");
      }
      if (left == 1) {
        ByteBuffer part = from.slice();
        part.limit(random.nextInt(part.remaining() + 1));
        to.write(part, at);
        left = 0;
        throw new IOException("the power went");
      }
      left--;
      return to.write(from, at);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      count();
      return to.truncate(size);
    }

    @Override
    public void force(boolean metadata) throws IOException {
      count();
      if (syncs) {
        Kept kept = files.get(file);
        if (kept != null) {
          kept.synced = Files.readAllBytes(file);
        }
      }
    }
  }
}
