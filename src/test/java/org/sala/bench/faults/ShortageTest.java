package org.sala.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desks;

/** F3: a full or failing disk is told plainly and soon, and costs nothing that was saved. */
class ShortageTest {
  @TempDir Path folder;

  @Test
  void nothingIsLostAndWorkGoesOnWhenThereIsRoomAgain() throws Exception {
    Shortage shortage = new Shortage(folder, Desks.CHEAP, 20261125);
    assertThat(shortage.run(folder, 15, true)).isEmpty();
    assertThat(shortage.run(folder, 15, false)).isEmpty();
    assertThat(shortage.met()).as("the faults came into the work").isGreaterThan(10);
  }

  @Test
  void aProgramThatTellsBeforeItSavesIsFound() throws Exception {
    assertThat(new Shortage(folder, Desks.CHEAP, 7).foundWhereToldTooEarly(folder, 200)).isTrue();
  }
}
