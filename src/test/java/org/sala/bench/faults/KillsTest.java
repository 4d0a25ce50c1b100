package org.sala.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desks;

/** F1: nothing that was told as saved is lost by a kill, and no act is there by half. */
class KillsTest {
  @TempDir Path folder;

  private Kills kills(long seed) throws Exception {
    return new Kills(folder, Desks.CHEAP, CheapWorker.class.getName(), seed, l -> {});
  }

  @Test
  void whatWasToldAsSavedOutlivesEveryKillAndHalt() throws Exception {
    Kills kills = kills(20261125);
    assertThat(kills.kill(8)).isEmpty();
    assertThat(kills.halt(20, false)).isEmpty();
    assertThat(kills.acknowledged()).as("the kills came between real acts").isGreaterThan(60);
    assertThat(kills.restart(2000)).as("milliseconds to unlock and rebuild").isLessThan(10_000);
  }

  @Test
  void aProgramThatTellsBeforeTheDiskHasItIsFound() throws Exception {
    Kills kills = kills(7);
    boolean found = false;
    for (int i = 0; i < 16 && !found; i++) {
      found = kills.halt(1, true).stream().anyMatch(w -> w.startsWith("lost"));
    }
    assertThat(found).isTrue();
  }
}
