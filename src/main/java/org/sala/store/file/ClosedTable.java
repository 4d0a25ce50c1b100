package org.sala.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.sala.crypto.Aead;
import org.sala.crypto.NotAuthenticException;
import org.sala.disk.Disk;
import org.sala.disk.DurableFile;

/**
 * What stands beside a file of sealed blocks while nobody has it open: how it was left, so that
 * whatever a power cut, a kill or a stranger makes of the two files, each block is either exactly
 * the last one or found out. Empty while the file is in use: one that was not closed is made anew
 * (docs/decisions/0003-the-view-on-disk.md), and needs no table.
 *
 * <p>A nonce, and the {@link BlockTable} sealed under it, with the file's salt as associated data.
 */
public final class ClosedTable {
  private static final int LONGEST = 1 << 28;

  private final Path file;
  private final Underneath disk;
  private final Aead aead;
  private final byte[] salt;

  ClosedTable(Path file, Underneath disk, Aead aead, byte[] salt) {
    this.file = file;
    this.disk = disk;
    this.aead = aead;
    this.salt = salt.clone();
  }

  /** Where the table of a file of sealed blocks lies. */
  public static Path of(Path file) {
    return file.resolveSibling(file.getFileName() + ".closed");
  }

  /**
   * How the file was left.
   *
   * @throws DamagedFileException when it was not closed, or this is not what was written
   */
  BlockTable read() throws IOException {
    ByteBuffer all;
    try (FileChannel in = disk.open(file, "r")) {
      long length = in.size();
      if (length == 0) {
        throw new DamagedFileException("not closed");
      }
      if (length < BlockTable.NONCE + Aead.TAG || length > LONGEST) {
        throw new DamagedFileException("length of its table");
      }
      all = ByteBuffer.allocate((int) length);
      BlockSeal.readFully(in, all, 0);
    }
    byte[] nonce = new byte[BlockTable.NONCE];
    all.flip().get(nonce);
    try {
      return new BlockTable(
          ByteBuffer.wrap(aead.open(nonce, salt, all.array(), nonce.length, all.remaining())));
    } catch (NotAuthenticException e) {
      throw new DamagedFileException("its table is not authentic");
    }
  }

  /** States that the file is in use, durably. */
  void opened() throws IOException {
    try (FileChannel out = disk.open(file, "rw")) {
      out.truncate(0);
      out.force(true);
    }
  }

  /** States how the file is left, durably. */
  void closed(BlockTable table, SecureRandom random) throws IOException {
    byte[] content = table.bytes();
    byte[] nonce = new byte[BlockTable.NONCE];
    random.nextBytes(nonce);
    ByteBuffer sealed = ByteBuffer.allocate(nonce.length + content.length + Aead.TAG).put(nonce);
    aead.seal(nonce, salt, content, 0, content.length, sealed.array(), nonce.length);
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(beside);
    try (FileChannel out = disk.open(beside, "rw")) {
      BlockSeal.writeFully(out, sealed.rewind(), 0);
      out.force(false);
    }
    Disk.real().replace(beside, file);
    DurableFile.syncParent(Disk.real(), file);
  }
}
