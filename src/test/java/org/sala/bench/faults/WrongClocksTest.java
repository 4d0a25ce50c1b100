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
    WrongClocks clocks = new WrongClocks(folder, Desks.CHEAP);
    assertThat(clocks.run()).isEmpty();
    assertThat(clocks.foundWhereOrderIsByClock())
        .as("a history in the order of the clock is found")
        .isTrue();
  }
}
