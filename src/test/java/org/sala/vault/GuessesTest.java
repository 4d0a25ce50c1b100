package org.sala.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How wrong passphrases slow the next one down. */
class GuessesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");

  @TempDir Path folder;

  @Test
  void theFirstMistakesAreFreeThenEachWaitsTwiceAsLongUpToAMinute() {
    assertThat(Guesses.seconds(1)).isZero();
    assertThat(Guesses.seconds(2)).isZero();
    assertThat(Guesses.seconds(3)).isEqualTo(2);
    assertThat(Guesses.seconds(4)).isEqualTo(4);
    assertThat(Guesses.seconds(7)).isEqualTo(32);
    assertThat(Guesses.seconds(8)).isEqualTo(60);
    assertThat(Guesses.seconds(1_000_000)).isEqualTo(60);
  }

  @Test
  void startingTheProgramAgainDoesNotShortenTheWait() {
    Guesses guesses = new Guesses(folder);
    for (int i = 0; i < 6; i++) {
      guesses.wrong("two", NOW);
    }
    Guesses again = new Guesses(folder);
    assertThat(again.wait(NOW.plusSeconds(6))).isEqualTo(Duration.ofSeconds(10));
    assertThat(again.wait(NOW.plusSeconds(60))).isZero();
    assertThat(again.wait(NOW.minusSeconds(9_999))).as("clock set back").hasSeconds(16);
    again.right("one");
    assertThat(again.wait(NOW)).as("somebody else's own").isPositive();
    again.right(" TWO");
    assertThat(new Guesses(folder).wait(NOW)).isZero();
  }

  @Test
  void aSpoiledCountKeepsNobodyOut() throws Exception {
    for (String spoiled :
        new String[] {"", "x", "-1 5 5\n", "1 99999999999 1\n", "1 3 " + "9".repeat(80), "9 9\n"}) {
      Files.writeString(folder.resolve("guesses"), spoiled);
      assertThat(new Guesses(folder).wait(NOW)).isZero();
    }
  }
}
