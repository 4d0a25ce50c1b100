package org.sala.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.bench.machine.Machine;

/**
 * Figure F6: a file that is larger than the memory of the program goes to the store and comes back
 * over a line that is cut again and again.
 */
class FlatMemoryTest {
  /** {@code -Dsala.flat=1024} is the full size; so many MiB. */
  private static final int MIB = Integer.getInteger("sala.flat", 72);

  /** {@code -Dsala.flat.cuts=20}. */
  private static final int CUTS = Integer.getInteger("sala.flat.cuts", 3);

  /** Parts are 5 MiB, and the library keeps more than one copy of what is under way. */
  private static final String HEAP = "-Xmx44m";

  private static final String NAME = "abcdefghijklmnopqrstuvwxyz.sala";
  private static final long AROUND = 200_000;

  @TempDir static Path place;
  private static TestStore store;
  private static Path file;

  @BeforeAll
  static void aLargeFile() throws Exception {
    store = TestStore.onDisk(Files.createDirectory(place.resolve("store")));
    file = place.resolve("parcel");
    byte[] lot = new byte[1 << 20];
    Random random = new Random(8);
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < MIB; i++) {
        random.nextBytes(lot);
        out.write(lot);
      }
    }
  }

  @AfterAll
  static void close() {
    store.close();
  }

  private static int run(String what, String name, BadLine line, Path where) throws Exception {
    Process program =
        new Machine(
                CarryingProgram.class.getName(),
                System.getProperty("java.class.path"),
                List.of(HEAP, "-XX:+ExitOnOutOfMemoryError"))
            .with(what, "" + line.port(), name, where.toString(), "0")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return program.waitFor();
  }

  private static BadLine bad() throws Exception {
    return BadLine.every(store.port(), CUTS, (long) MIB * (1 << 20) / (CUTS + 1));
  }

  @Test
  void aFileLargerThanTheMemoryGoesAndComesBackOverALineThatIsCut() throws Exception {
    Path inbox = Files.createDirectory(place.resolve("inbox"));
    try (BadLine line = bad()) {
      assertThat(run("send", NAME, line, file)).isZero();
      assertThat(line.faults()).isEqualTo(CUTS);
      assertThat(line.up())
          .isLessThan(Files.size(file) + CUTS * (long) ObjectStore.PART + (1 + MIB) * AROUND);
    }
    try (BadLine line = bad()) {
      assertThat(run("fetch", NAME, line, inbox)).isZero();
      assertThat(line.faults()).isEqualTo(CUTS);
      assertThat(line.down())
          .isLessThan(Files.size(file) + CUTS * (long) ObjectStore.PART + (1 + MIB) * AROUND);
    }
    assertThat(inbox.resolve(NAME)).hasSameBinaryContentAs(file);
  }

  /** The memory is small enough to be worth something: who holds the whole file ends. */
  @Test
  void whoHoldsTheWholeFileDoesNotGetThrough() throws Exception {
    try (BadLine line = new BadLine(store.port(), 3, 0, 1)) {
      assertThat(run("whole", "b" + NAME.substring(1), line, file)).isNotZero();
    }
  }
}
