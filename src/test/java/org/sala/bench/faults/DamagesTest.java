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
 * F4 and F5: no damage to any file of a workspace is passed over in silence. In a quick place: what
 * is damaged is there, and no disk of its own is tried.
 */
class DamagesTest {
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
  void everyDamagedFileIsToldOrWithoutEffect() throws Exception {
    Damages damages = new Damages(place, Desks.CHEAP, 20261125);
    for (Damages.Kind kind : Damages.Kind.values()) {
      Damages.Result result = damages.damage(kind, 50);
      assertThat(result.wrong()).as(kind + " " + result.counts()).isEmpty();
    }
    assertThat(damages.oneWordChanged())
        .as("a reader that lets one word through is found")
        .isEqualTo(Damages.Outcome.SILENTLY_WRONG);
  }
}
