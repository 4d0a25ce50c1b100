package org.sala.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much room there is, as the file store says it. */
class RoomTest {
  @TempDir Path folder;

  @Test
  void itIsWhatTheFileStoreSays() throws IOException {
    assertThat(Room.free(folder))
        .isCloseTo(Files.getFileStore(folder).getUsableSpace(), Percentage.withPercentage(10));
  }

  @Test
  void whereNothingIsThereIsNoAnswer() {
    assertThatThrownBy(() -> Room.free(folder.resolve("nowhere")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
