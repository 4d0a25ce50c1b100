package org.sala.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sala.crypto.Aead;
import org.sala.crypto.NotAuthenticException;

/**
 * The sealed log beside a file of sealed blocks. What is about to be written is stated here first,
 * so that whatever a power cut, a kill or a stranger makes of the two files, each block is either
 * exactly the last one or found out (docs/decisions/0003-authenticated-view.md).
 *
 * <p>16 random bytes, then entries: length (4 bytes), nonce, sealed content. The file's salt, the
 * log's random bytes and the entry's number are associated data, so no entry can be left out, moved
 * or brought from another log. Reading ends at the first entry that does not verify.
 */
final class BlockLog {
  private static final int ID = 16;
  private static final int LONGEST = 1 << 28;
  private static final byte WRITE = 'W';
  private static final byte CUT = 'T';
  private static final byte WHOLE = 'S';
  private static final byte OPENED = 'O';
  private static final byte CLOSED = 'C';

  private final Path file;
  private final Underneath disk;
  private final Aead aead;
  private final byte[] salt;
  private final SecureRandom random;
  private byte[] id = new byte[ID];
  private FileChannel out;
  private long number;
  private long end;

  private BlockLog(
      Path file, Underneath disk, Aead aead, byte[] salt, SecureRandom random, FileChannel out) {
    this.file = file;
    this.disk = disk;
    this.aead = aead;
    this.salt = salt;
    this.random = random;
    this.out = out;
  }

  /** What a log says. */
  record Read(BlockLog log, BlockTable table, boolean closed) {}

  /** Begins the log of a new file. */
  static BlockLog create(
      Path file, Underneath disk, Aead aead, byte[] salt, SecureRandom random, BlockTable table)
      throws IOException {
    BlockLog log = new BlockLog(file, disk, aead, salt, random, disk.open(file, "rw"));
    log.begin(table, OPENED);
    return log;
  }

  /** Reads a log that is there. */
  static Read open(
      Path file, Underneath disk, Aead aead, byte[] salt, SecureRandom random, String mode)
      throws IOException {
    FileChannel in = disk.open(file, mode);
    try {
      return new BlockLog(file, disk, aead, salt, random, in).read();
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  void write(int first, byte[] nonces, long sizeAfter) throws IOException {
    append(
        ByteBuffer.allocate(13 + nonces.length)
            .put(WRITE)
            .putInt(first)
            .putLong(sizeAfter)
            .put(nonces)
            .array());
  }

  void cut(long size) throws IOException {
    append(ByteBuffer.allocate(9).put(CUT).putLong(size).array());
  }

  /** States that the file is in use, durably. */
  void opened() throws IOException {
    append(new byte[] {OPENED});
    out.force(false);
  }

  void force() throws IOException {
    out.force(false);
  }

  /** Whether a fresh log would be much shorter. */
  boolean isLong(BlockTable table) {
    return end > (1 << 20) + 4L * BlockTable.NONCE * table.count();
  }

  /** Starts over with the table as a whole. */
  void renew(BlockTable table) throws IOException {
    replace(table, OPENED);
  }

  /** Ends it after a clean close of the file. */
  void close(BlockTable table) throws IOException {
    try {
      replace(table, CLOSED);
    } finally {
      out.close();
    }
  }

  /** Ends it as it stands. */
  void abandon() throws IOException {
    out.close();
  }

  private void replace(BlockTable table, byte state) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(beside);
    BlockLog fresh = new BlockLog(beside, disk, aead, salt, random, disk.open(beside, "rw"));
    try {
      fresh.begin(table, state);
      fresh.out.force(false);
    } finally {
      fresh.out.close();
    }
    // Closed first, for Windows replaces no open file.
    out.close();
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    out = disk.open(file, "rw");
    id = fresh.id;
    number = fresh.number;
    end = fresh.end;
  }

  private void begin(BlockTable table, byte state) throws IOException {
    random.nextBytes(id);
    number = 0;
    end = 0;
    BlockSeal.writeFully(out, ByteBuffer.wrap(id), 0);
    end = ID;
    ByteBuffer whole =
        ByteBuffer.allocate(9 + table.count() * BlockTable.NONCE).put(WHOLE).putLong(table.size());
    table.writeTo(whole);
    append(whole.array());
    append(new byte[] {state});
  }

  private void append(byte[] content) throws IOException {
    byte[] nonce = new byte[BlockTable.NONCE];
    random.nextBytes(nonce);
    int sealed = content.length + Aead.TAG;
    ByteBuffer entry = ByteBuffer.allocate(4 + nonce.length + sealed).putInt(sealed).put(nonce);
    aead.seal(
        nonce, associated(number), content, 0, content.length, entry.array(), entry.position());
    BlockSeal.writeFully(out, entry.rewind(), end);
    end += entry.limit();
    number++;
  }

  private byte[] associated(long entry) {
    return ByteBuffer.allocate(salt.length + ID + 8).put(salt).put(id).putLong(entry).array();
  }

  private Read read() throws IOException {
    long length = out.size();
    if (length < ID || length > LONGEST) {
      throw new DamagedFileException("length of the log");
    }
    ByteBuffer all = ByteBuffer.allocate((int) length);
    BlockSeal.readFully(out, all, 0);
    all.flip().get(id);
    @Nullable BlockTable table = null;
    byte state = OPENED;
    end = ID;
    while (all.remaining() >= 4) {
      int sealed = all.getInt();
      if (sealed < Aead.TAG || sealed > all.remaining() - BlockTable.NONCE) {
        break;
      }
      byte[] nonce = new byte[BlockTable.NONCE];
      all.get(nonce);
      ByteBuffer content;
      try {
        content =
            ByteBuffer.wrap(
                aead.open(nonce, associated(number), all.array(), all.position(), sealed));
      } catch (NotAuthenticException e) {
        break;
      }
      all.position(all.position() + sealed);
      end = all.position();
      number++;
      byte type = content.get();
      if (table == null) {
        if (type != WHOLE) {
          throw new DamagedFileException("the log begins in its middle");
        }
        long size = content.getLong();
        table = new BlockTable(content, size);
        continue;
      }
      switch (type) {
        case WRITE -> {
          int first = content.getInt();
          long after = content.getLong();
          byte[] stated = rest(content);
          table.put(first, stated, after);
        }
        case CUT -> {
          table.cut(content.getLong());
        }
        default -> {
          state = type;
          continue;
        }
      }
      state = OPENED;
    }
    if (table == null) {
      throw new DamagedFileException("the log has no beginning");
    }
    return new Read(this, table, state == CLOSED && end == length);
  }

  private static byte[] rest(ByteBuffer content) {
    return Arrays.copyOfRange(content.array(), content.position(), content.limit());
  }
}
