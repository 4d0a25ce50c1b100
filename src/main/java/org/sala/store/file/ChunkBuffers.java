package org.sala.store.file;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.WriteBuffer;

/**
 * Lets the database (H2 2.5.252) never write twice into the buffer of a chunk. It reads pages out
 * of the buffer of a chunk that is not on the disk yet, by whichever thread asks, and gives the
 * buffer to the next chunk as soon as the first is there: a thread that is held up in the middle of
 * its page goes on in the pages of the next chunk (decision 192).
 */
public final class ChunkBuffers {
  /** Room in the database's pool of buffers: full of fresh ones, it takes no used one. */
  private static final int POOL = FileStore.PIPE_LENGTH + 1;

  /** Bytes of a fresh buffer; it grows with its chunk. */
  private static final int FRESH = 1 << 18;

  private ChunkBuffers() {}

  /**
   * Gives each chunk of this connection's database a buffer of its own from now on.
   *
   * @param connection to a database on a file
   * @throws SQLException when the connection is not one of H2's own
   */
  public static void useOnce(Connection connection) throws SQLException {
    FileStore<?> files = DatabaseFile.of(connection).getFileStore();
    files.executeFileStoreOperation(() -> refill(files));
  }

  /** While nothing is on its way to the disk: whatever the pool held is taken out of it. */
  private static void refill(FileStore<?> files) {
    for (int i = 0; i < POOL; i++) {
      files.getWriteBuffer();
    }
    for (int i = 0; i < POOL; i++) {
      files.releaseWriteBuffer(new Once(files));
    }
  }

  /** Once taken, another one is in its place; it looks too large to be taken back. */
  private static final class Once extends WriteBuffer {
    private final FileStore<?> files;
    private boolean taken;

    Once(FileStore<?> files) {
      super(FRESH);
      this.files = files;
    }

    /** The pool clears what it gives out. */
    @Override
    public WriteBuffer clear() {
      taken = true;
      files.releaseWriteBuffer(new Once(files));
      return super.clear();
    }

    @Override
    public int capacity() {
      return taken ? Integer.MAX_VALUE : super.capacity();
    }
  }
}
