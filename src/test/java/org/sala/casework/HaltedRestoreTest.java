package org.sala.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restore that was halted before its last step: whoever only looks moves no folder. */
class HaltedRestoreTest {
  @TempDir Path folder;

  @Test
  void lookingMovesNothingAndWhoeverComesInFinishesIt() throws Exception {
    Path place = folder.resolve("w");
    Path beside = folder.resolve("w-restored");
    Desks.create(place, "Officer One Example", "one").close();
    Files.move(place, beside);
    Workplace workplace = new Workplace(place, Desks.CHEAP);
    assertThat(workplace.isThere()).isTrue();
    assertThat(workplace.saysPractice()).isFalse();
    assertThat(place).doesNotExist();
    assertThat(beside).exists();
    try (Desk desk = Desks.unlock(place, "one")) {
      assertThat(desk.officers().me()).isEqualTo("Officer One Example");
    }
    assertThat(beside).doesNotExist();
  }
}
