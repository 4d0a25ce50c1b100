package org.sala.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desks;

/** F4 and F5: no damage to any file of a workspace is passed over in silence. */
class DamagesTest {
  @TempDir Path folder;

  @Test
  void everyDamagedFileIsToldOrWithoutEffect() throws Exception {
    Damages damages = new Damages(folder, Desks.CHEAP, 20261125);
    for (Damages.Kind kind : Damages.Kind.values()) {
      Damages.Result result = damages.damage(kind, 30);
      assertThat(result.wrong()).as(kind + " " + result.counts()).isEmpty();
    }
    assertThat(damages.oneWordChanged())
        .as("a reader that lets one word through is found")
        .isEqualTo(Damages.Outcome.SILENTLY_WRONG);
  }
}
