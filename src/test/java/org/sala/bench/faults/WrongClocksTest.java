package org.sala.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desks;

/** F14: a wrong clock changes no order, is told, and nothing is refused for it. */
class WrongClocksTest {
  @TempDir Path folder;

  @Test
  void aWrongClockIsToldAndChangesNoOrder() throws Exception {
    assertThat(new WrongClocks(folder, Desks.CHEAP).run()).isEmpty();
  }
}
