package org.sala.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.store.fs.FileBaseDefault;
import org.sala.crypto.Aead;

/**
 * A file of authenticated blocks, for the database to write in. Each block of 4,096 bytes is sealed
 * under a nonce of its own with the file's salt and the block's number as associated data, and must
 * bear the nonce that the {@link BlockTable} last stated. Nothing is given out of a block that does
 * not; the file then answers no more. Thread-safe.
 */
// Guarded by locks of its own, under which reads run side by side.
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
public final class SealedBlocks extends FileBaseDefault {
  /** Bytes of a block as the database sees it: it begins what it writes at multiples of them. */
  static final int BLOCK = 4096;

  private static final int SALT = 16;
  private static final byte[] MAGIC = {'S', 'A', 'L', 'A', 'V', 'W', 'B', 2};
  private static final int HEADER = MAGIC.length + SALT;

  private final FileChannel base;
  private final ClosedTable beside;
  private final BlockTable table;
  private final BlockSeal blocks;
  private final SecureRandom random;
  private final FileHealth health;
  private final boolean writable;
  // Whoever writes holds the first of them throughout; the second is held for the table alone, so
  // that reading does not wait for a chunk of many megabytes to be sealed.
  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

  private SealedBlocks(
      FileChannel base,
      ClosedTable beside,
      BlockTable table,
      byte[] salt,
      Tools tools,
      boolean writable) {
    this.base = base;
    this.beside = beside;
    this.table = table;
    this.blocks = new BlockSeal(base, HEADER, tools.aead(), salt);
    this.random = tools.random();
    this.health = tools.health();
    this.writable = writable;
  }

  /** What every file of one view shares. */
  public record Tools(Aead aead, SecureRandom random, Underneath disk, FileHealth health) {}

  /** Opens a file, or makes one where neither it nor its log is. */
  static SealedBlocks open(Path file, String mode, Tools tools) throws IOException {
    Path closed = ClosedTable.of(file);
    boolean there = Files.exists(file);
    if (there != Files.exists(closed)) {
      throw tools.health().damaged("one of two files is missing");
    }
    FileChannel base = tools.disk().open(file, mode);
    try {
      return there ? existing(base, closed, mode, tools) : fresh(base, closed, tools);
    } catch (DamagedFileException e) {
      base.close();
      throw tools.health().damaged(String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException | ArithmeticException | java.nio.BufferUnderflowException e) {
      base.close();
      throw tools.health().damaged("its table contradicts itself");
    } catch (IOException e) {
      base.close();
      throw e;
    }
  }

  private static SealedBlocks fresh(FileChannel base, Path closed, Tools tools) throws IOException {
    byte[] salt = new byte[SALT];
    tools.random().nextBytes(salt);
    ByteBuffer header = ByteBuffer.allocate(HEADER).put(MAGIC).put(salt);
    BlockSeal.writeFully(base, header.flip(), 0);
    ClosedTable beside = new ClosedTable(closed, tools.disk(), tools.aead(), salt);
    beside.opened();
    return new SealedBlocks(base, beside, new BlockTable(), salt, tools, true);
  }

  private static SealedBlocks existing(FileChannel base, Path closed, String mode, Tools tools)
      throws IOException {
    if (base.size() < HEADER) {
      throw new DamagedFileException("cut within its header");
    }
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    BlockSeal.readFully(base, header, 0);
    if (!Arrays.equals(header.array(), 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new DamagedFileException("not a file of blocks");
    }
    byte[] salt = Arrays.copyOfRange(header.array(), MAGIC.length, HEADER);
    ClosedTable beside = new ClosedTable(closed, tools.disk(), tools.aead(), salt);
    boolean writable = !mode.equals("r");
    SealedBlocks file = new SealedBlocks(base, beside, beside.read(), salt, tools, writable);
    if (base.size() != file.blocks.length(file.table.count())) {
      throw new DamagedFileException("not as long as it was");
    }
    if (writable) {
      beside.opened();
    }
    return file;
  }

  @Override
  public int read(ByteBuffer to, long position) throws IOException {
    Wanted wanted = wanted(to.remaining(), position);
    if (wanted.length() <= 0) {
      return wanted.length();
    }
    byte[] plain = new byte[wanted.stated().length / BlockTable.NONCE * BLOCK];
    try {
      blocks.read(wanted.first(), wanted.stated(), plain);
    } catch (DamagedFileException e) {
      return readAlone(to, position);
    }
    to.put(plain, (int) (position % BLOCK), wanted.length());
    return wanted.length();
  }

  /** What is not as it was stated may have been written while it was read: then it is now. */
  private int readAlone(ByteBuffer to, long position) throws IOException {
    writing.lock();
    try {
      Wanted wanted = wanted(to.remaining(), position);
      if (wanted.length() > 0) {
        int count = wanted.stated().length / BlockTable.NONCE;
        byte[] plain = load(wanted.first(), count);
        to.put(plain, (int) (position % BLOCK), wanted.length());
      }
      return wanted.length();
    } finally {
      writing.unlock();
    }
  }

  /**
   * Blocks that are asked for.
   *
   * @param length bytes, 0, or -1 at the end of the file
   * @param stated their nonces
   */
  private record Wanted(int length, int first, byte[] stated) {}

  private Wanted wanted(int room, long position) throws IOException {
    lock.readLock().lock();
    try {
      health.check();
      if (position >= table.size() || room == 0) {
        return new Wanted(room == 0 ? 0 : -1, 0, new byte[0]);
      }
      int length = (int) Math.min(room, table.size() - position);
      int first = (int) (position / BLOCK);
      int count = (int) ((position + length - 1) / BLOCK) - first + 1;
      return new Wanted(length, first, table.nonces(first, count));
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public int write(ByteBuffer from, long position) throws IOException {
    writing.lock();
    try {
      health.check();
      int length = from.remaining();
      if (length == 0) {
        return 0;
      }
      // A gap is filled with blocks of zeros.
      int first = (int) Math.min(position / BLOCK, table.count());
      long endOf = position + length;
      int count = BlockTable.blocks(endOf) - first;
      int offset = (int) (position - (long) first * BLOCK);
      byte[] head = offset > 0 && first < table.count() ? load(first, 1) : new byte[0];
      int last = first + count - 1;
      boolean goesOn = endOf < table.size() && endOf % BLOCK != 0;
      byte[] tail =
          goesOn ? (last == first && head.length > 0 ? head : load(last, 1)) : new byte[0];
      store(
          first,
          count,
          new Laid(from.slice(), offset, head, last - first, tail),
          Math.max(table.size(), endOf));
      from.position(from.limit());
      return length;
    } finally {
      writing.unlock();
    }
  }

  /** Seals and writes outside the table's lock: whoever reads meanwhile reads other blocks. */
  private void store(int first, int count, BlockSeal.Content content, long sizeAfter)
      throws IOException {
    BlockTable.Stretch fresh = BlockTable.Stretch.random(count, random);
    try {
      blocks.write(first, fresh.nonces(), content);
      changing(() -> table.put(first, fresh, sizeAfter));
    } catch (IOException e) {
      throw health.failed(e);
    }
  }

  /** By whoever writes. */
  private byte[] load(int first, int count) throws IOException {
    byte[] plain = new byte[Math.multiplyExact(count, BLOCK)];
    try {
      blocks.read(first, table.nonces(first, count), plain);
      return plain;
    } catch (DamagedFileException e) {
      throw health.damaged(String.valueOf(e.getMessage()));
    }
  }

  private void changing(Runnable change) {
    lock.writeLock().lock();
    try {
      change.run();
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public long size() {
    lock.readLock().lock();
    try {
      return table.size();
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  protected void implTruncate(long newSize) throws IOException {
    writing.lock();
    try {
      health.check();
      if (newSize >= table.size()) {
        return;
      }
      // The rest of the last block must read as zeros should the file grow again.
      int rest = (int) (newSize % BLOCK);
      if (rest != 0) {
        byte[] kept = Arrays.copyOf(load((int) (newSize / BLOCK), 1), rest);
        store(
            (int) (newSize / BLOCK),
            1,
            new Laid(ByteBuffer.wrap(kept), 0, new byte[0], 0, new byte[0]),
            table.size());
      }
      try {
        base.truncate(blocks.length(BlockTable.blocks(newSize)));
        changing(() -> table.cut(newSize));
      } catch (IOException e) {
        throw health.failed(e);
      }
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void force(boolean metaData) throws IOException {
    writing.lock();
    try {
      health.check();
      base.force(metaData);
    } catch (IOException e) {
      throw health.failed(e);
    } finally {
      writing.unlock();
    }
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return base.tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    writing.lock();
    try {
      if (writable && health.isGood()) {
        base.force(true);
        beside.closed(table, random);
      }
    } catch (IOException e) {
      throw health.failed(e);
    } finally {
      base.close();
      writing.unlock();
    }
  }
}
