package org.sala.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.bench.machine.Machine;
import org.sala.casework.Desks;

/** F1: nothing that was told as saved is lost by a kill, and no act is there by half. */
class KillsTest {
  @TempDir static Path folder;
  private static Machine worker;

  @BeforeAll
  static void theProgramThatIsKilledStartsSoon() throws Exception {
    worker =
        Kills.soon(
            Files.createDirectory(folder.resolve("cache")),
            Desks.CHEAP,
            CheapWorker.class.getName());
  }

  private Kills kills(String name, long seed) throws Exception {
    return new Kills(
        Files.createDirectory(folder.resolve(name)), Desks.CHEAP, worker, seed, l -> {});
  }

  /** Two workspaces at once, each with a program of its own. */
  @Test
  void whatWasToldAsSavedOutlivesEveryKillAndHalt() throws Exception {
    Kills killed = kills("killed", 20261125);
    Kills halted = kills("halted", 20261128);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<List<String>> kills = threads.submit(() -> killed.kill(8));
      Future<List<String>> halts = threads.submit(() -> halted.halt(24));
      assertThat(kills.get()).isEmpty();
      assertThat(killed.halt(8)).isEmpty();
      assertThat(halts.get()).isEmpty();
    }
    assertThat(killed.acknowledged() + halted.acknowledged())
        .as("the kills came between real acts")
        .isGreaterThan(60);
  }

  @Test
  void aProgramThatTellsBeforeTheDiskHasItIsFound() throws Exception {
    assertThat(kills("early", 7).findsWhatIsToldEarly()).isTrue();
  }
}
