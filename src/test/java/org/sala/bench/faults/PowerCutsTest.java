package org.sala.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sala.bench.swarm.Simulation;
import org.sala.casework.Desks;

/**
 * F2: a power cut costs a whole workspace nothing that was told as saved. In a quick place: what of
 * the disk is written is played, and no disk of its own is tried.
 */
class PowerCutsTest {
  private Path place;

  @BeforeEach
  void somewhereQuick() throws IOException {
    place = Simulation.quickPlace();
  }

  @AfterEach
  void clear() {
    Simulation.clear(place);
  }

  @Test
  void nothingToldIsLostAndADiskThatDoesNotWriteThroughIsFound() throws Exception {
    PowerCuts cuts = new PowerCuts(place, Desks.CHEAP, 20261128);
    assertThat(cuts.run(place, 50)).isEmpty();
    assertThat(cuts.went()).as("the power went during work").isGreaterThan(10);
    assertThat(cuts.acknowledged()).isGreaterThan(250);
    assertThat(cuts.foundWithoutSync(place, 200)).isTrue();
  }
}
