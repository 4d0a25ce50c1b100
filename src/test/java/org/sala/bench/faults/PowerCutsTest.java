package org.sala.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desks;

/** F2: a power cut costs a whole workspace nothing that was told as saved. */
class PowerCutsTest {
  @TempDir Path folder;

  @Test
  void nothingToldIsLostAndADiskThatDoesNotWriteThroughIsFound() throws Exception {
    PowerCuts cuts = new PowerCuts(folder, Desks.CHEAP, 20261128);
    assertThat(cuts.run(folder, 6)).isEmpty();
    assertThat(cuts.went()).as("the power went during work").isGreaterThan(1);
    assertThat(cuts.acknowledged()).isGreaterThan(8);
    assertThat(cuts.foundWithoutSync(folder, 8)).isTrue();
  }
}
