package org.sala.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed while it carries: the next one goes on, and the bytes are exact. */
class KilledCarrierTest {
  private static final String NAME = "abcdefghijklmnopqrstuvwxyz.sala";
  private static final int SIZE = 2 * ObjectStore.PART + 300_000;
  private static final long AROUND = 200_000;
  private static final long[] STAGES = {
    100, ObjectStore.PART / 2, ObjectStore.PART + 400_000L, SIZE - 200_000L
  };

  @TempDir Path place;

  @Test
  void everyKillCostsOnePartAtMost() throws Exception {
    byte[] bytes = new byte[SIZE];
    new Random(3).nextBytes(bytes);
    Path file = Files.write(place.resolve("parcel"), bytes);
    Path inbox = Files.createDirectory(place.resolve("inbox"));
    try (TestStore store = new TestStore();
        BadLine line = new BadLine(store.port(), 1, 0, 1)) {
      for (long stage : STAGES) {
        killed(line::up, line.up() + stage / STAGES.length, "send", line.port(), file);
        assertThat(store.open().waiting()).as("nothing half is there").isEmpty();
      }
      try (ObjectStore carrier =
          new ObjectStore(store.address(line.port()), TestStore.KEY, TestStore.HURRY)) {
        assertThat(carrier.send(file, NAME, TestStore.digest(file), b -> true))
            .isEqualTo(Carrier.Sent.SENT);
        assertThat(store.bytes(NAME)).isEqualTo(bytes);
        assertThat(line.up()).isLessThan(SIZE + STAGES.length * (ObjectStore.PART + AROUND));
        for (long stage : STAGES) {
          killed(line::down, line.down() + stage / STAGES.length, "fetch", line.port(), inbox);
          assertThat(inbox.resolve(NAME)).doesNotExist();
        }
        assertThat(carrier.fetch(carrier.waiting().getFirst(), inbox, b -> true))
            .hasValueSatisfying(f -> assertThat(f).hasBinaryContent(bytes));
      }
      assertThat(line.down()).isLessThan(SIZE + STAGES.length * (ObjectStore.PART + AROUND));
    }
  }

  private static void killed(LongSupplier bytes, long at, String what, int port, Path where)
      throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CarryingProgram.class.getName(),
                what,
                "" + port,
                NAME,
                where.toString(),
                "4000000")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    for (int i = 0; i < 30_000 && bytes.getAsLong() < at && program.isAlive(); i++) {
      TimeUnit.MILLISECONDS.sleep(2);
    }
    assertThat(bytes.getAsLong()).as("it had begun").isGreaterThanOrEqualTo(at);
    program.destroyForcibly();
    program.waitFor();
  }
}
