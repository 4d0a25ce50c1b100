package org.sala.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.WriteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.store.ViewFile;
import org.sala.store.Views;

/**
 * A page that is read out of a chunk's buffer stays what it is, however late its reader goes on.
 */
class ChunkBuffersTest {
  private static final int CHUNKS = 40;

  @TempDir Path folder;

  @Test
  void theDatabaseLeftToItselfWritesIntoABufferTwice() throws SQLException {
    try (Connection plain =
        DriverManager.getConnection("jdbc:h2:" + folder.toAbsolutePath().resolve("plain"))) {
      assertThat(buffersOf(plain)).hasSizeLessThan(CHUNKS);
    }
  }

  @Test
  void noBufferOfTheViewIsWrittenToTwice() throws SQLException {
    try (ViewFile file = Views.ready(folder);
        Connection connection = file.connect()) {
      assertThat(buffersOf(connection)).hasSize(CHUNKS);
    }
  }

  /** The arrays that so many chunks would be written into, of all the sizes that chunks have. */
  private static Set<byte[]> buffersOf(Connection connection) throws SQLException {
    FileStore<?> files = DatabaseFile.of(connection).getFileStore();
    Set<byte[]> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
      WriteBuffer taken = files.getWriteBuffer();
      taken.put(ByteBuffer.allocate((chunk % 8) << 19));
      seen.add(taken.getBuffer().array());
      files.releaseWriteBuffer(taken);
    }
    return seen;
  }
}
