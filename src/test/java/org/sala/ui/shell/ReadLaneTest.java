package org.sala.ui.shell;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.ui.ReadLane;
import org.testfx.api.FxToolkit;

/** What guards the journeys does see a screen that asks on the FX thread. */
class ReadLaneTest {
  @TempDir Path folder;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void aQuestionOnTheFxThreadIsToldAndOneBesideItIsNot() throws Exception {
    try (Desk desk = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      ReadLane reading = new ReadLane();
      reading.watch(desk);
      desk.officers().me();
      assertThatCode(reading::nobodyWaited).doesNotThrowAnyException();
      FxToolkit.setupFixture(() -> desk.officers().me());
      assertThatThrownBy(reading::nobodyWaited)
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(getClass().getSimpleName());
    }
  }
}
