package org.sala.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every byte stands where it belongs, around the cache or through it, and a disk's word is heard.
 */
class LongFileTest {
  private static final int LONG = (int) LongFile.LONG;
  private static final int MIB = 1 << 20;
  private static final int[] SIZES = {
    0,
    1,
    65_535,
    65_536,
    LONG - 1,
    LONG,
    LONG + 1,
    LONG + MIB,
    LONG + MIB + 4_097,
    LONG + 3 * MIB - 1
  };

  @TempDir Path folder;
  private final Random random = new Random(7);

  private byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }

  /** In pieces of any length. */
  private void write(LongFile to, byte[] bytes) throws IOException {
    int at = 0;
    while (at < bytes.length) {
      int n = Math.min(bytes.length - at, 1 + random.nextInt(300_000));
      to.write(bytes, at, n);
      at += n;
    }
  }

  private FileChannel made(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  @Test
  void onTheSystemsDiskEveryByteIsThere() throws Exception {
    for (int size : SIZES) {
      byte[] bytes = bytes(size);
      Path path = folder.resolve("real" + size);
      try (LongFile file =
          LongFile.at(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        write(file, bytes);
        file.finish();
      }
      assertThat(Files.readAllBytes(path)).as("%d bytes", size).isEqualTo(bytes);
    }
  }

  @Test
  void whereTheCacheCannotBeGoneAroundItIsTheSameFile() throws Exception {
    for (int size : SIZES) {
      byte[] bytes = bytes(size);
      Path none = folder.resolve("none" + size);
      Path refusing = folder.resolve("refusing" + size);
      FileChannel closed = made(folder.resolve("closed" + size));
      closed.close();
      try (LongFile byCache = new LongFile(made(none));
          LongFile opened = new LongFile(made(refusing), () -> Optional.of(closed))) {
        write(byCache, bytes);
        byCache.finish();
        write(opened, bytes);
        opened.finish();
      }
      assertThat(Files.readAllBytes(none)).as("%d bytes", size).isEqualTo(bytes);
      assertThat(Files.readAllBytes(refusing)).as("%d bytes", size).isEqualTo(bytes);
    }
  }

  @Test
  void aDiskThatFailsOnTheWayIsHeardAndNotGoneRoundWithAnotherWay() throws Exception {
    Path path = folder.resolve("fails");
    FileChannel past = made(path);
    try (LongFile file = new LongFile(made(folder.resolve("other")), () -> Optional.of(past))) {
      write(file, bytes(LONG + 2 * MIB));
      past.close();
      assertThatThrownBy(() -> write(file, bytes(2 * MIB)))
          .isInstanceOf(ClosedChannelException.class);
    }
  }

  @Test
  void whatWasNotFinishedIsLetGoAndCanBeDeleted() throws Exception {
    Path path = folder.resolve("dropped");
    LongFile file = LongFile.at(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    write(file, bytes(LONG + MIB));
    file.close();
    file.close();
    file.finish();
    assertThat(Files.size(path)).isLessThanOrEqualTo(LONG + MIB);
    Files.delete(path);
    assertThatThrownBy(() -> file.write(bytes(2 * MIB))).isNotNull();
  }
}
