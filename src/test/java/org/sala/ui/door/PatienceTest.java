package org.sala.ui.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the door does about wrong passphrases and wrong keyboards. */
class PatienceTest {

  @Test
  void theFirstMistakesAreFreeThenEachWaitsTwiceAsLongUpToAMinute() {
    assertThat(Patience.seconds(1)).isZero();
    assertThat(Patience.seconds(2)).isZero();
    assertThat(Patience.seconds(3)).isEqualTo(2);
    assertThat(Patience.seconds(4)).isEqualTo(4);
    assertThat(Patience.seconds(7)).isEqualTo(32);
    assertThat(Patience.seconds(8)).isEqualTo(60);
    assertThat(Patience.seconds(1_000_000)).isEqualTo(60);
  }

  @Test
  void theScriptOfTheLastLetterIsSeenBehindTheDots() {
    assertThat(KeyboardHints.script("")).isEmpty();
    assertThat(KeyboardHints.script("12 !")).isEmpty();
    assertThat(KeyboardHints.script("three boats 7")).contains("LATIN");
    assertThat(KeyboardHints.script("three ฟหก")).contains("THAI");
    assertThat(KeyboardHints.script("лодка")).contains("CYRILLIC");
  }
}
