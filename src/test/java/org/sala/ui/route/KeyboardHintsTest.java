package org.sala.ui.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the door says of a phrase that nobody can see. */
class KeyboardHintsTest {

  @Test
  void theScriptOfTheLastLetterIsSeenBehindTheDots() {
    assertThat(KeyboardHints.script("")).isEmpty();
    assertThat(KeyboardHints.script("12 !")).isEmpty();
    assertThat(KeyboardHints.script("three boats 7")).contains("LATIN");
    assertThat(KeyboardHints.script("three ฟหก")).contains("THAI");
    assertThat(KeyboardHints.script("лодка")).contains("CYRILLIC");
  }
}
