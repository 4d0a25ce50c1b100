package org.sala.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkGlobalTime;

/** A laptop's clock is years off, as after its battery was empty. */
class WrongClockTest {
  private static final String NAME = "abcdefghijklmnopqrstuvwxyz.sala";

  @TempDir Path folder;

  @AfterEach
  void theClockIsRightAgain() {
    SdkGlobalTime.setGlobalTimeOffset(0);
  }

  @Test
  void theFirstQuestionIsAnsweredAllTheSame() throws IOException {
    try (TestStore store = new TestStore()) {
      store.put(NAME, new byte[] {1});
      for (int years : new int[] {-3, 3}) {
        SdkGlobalTime.setGlobalTimeOffset((int) Duration.ofDays(365L * years).toSeconds());
        try (ObjectStore carrier = store.open()) {
          assertThat(carrier.waiting()).as("%s years", years).isNotEmpty();
        }
        SdkGlobalTime.setGlobalTimeOffset((int) Duration.ofDays(365L * years).toSeconds());
        Path file = Files.write(folder.resolve("file" + years), new byte[10]);
        try (ObjectStore carrier = store.open()) {
          assertThat(carrier.send(file, years + NAME, TestStore.digest(file), b -> true))
              .isEqualTo(Carrier.Sent.SENT);
        }
      }
    }
  }
}
