package org.sala.ui.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.sala.ui.text.Texts;

/** What the door says of a phrase that nobody can see. */
class KeyboardHintsTest {

  @Test
  void capsLockIsToldBeforeTheFirstLetterAndBesideTheScript() {
    Texts texts = Texts.in("en", ZoneOffset.UTC);
    assertThat(KeyboardHints.said(texts, false, "")).isEmpty();
    assertThat(KeyboardHints.said(texts, true, "")).isEqualTo(texts.t("door.caps"));
    assertThat(KeyboardHints.said(texts, true, "THREE"))
        .startsWith(texts.t("door.caps"))
        .endsWith(KeyboardHints.said(texts, false, "three"));
    assertThat(KeyboardHints.said(texts, false, "three")).isNotEmpty();
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
