package org.sala.ui.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.sala.ui.text.Texts;

class PersonFormTest {
  @Test
  void everyLanguageHasANameOfItsOwnInWhicheverLanguageScreensSpeak() {
    assertThat(PersonForm.LANGUAGES).contains("tl", "ne", "bn", "ur", "sw", "ru", "rhg");
    for (String screen : Texts.LANGUAGES) {
      Texts texts = Texts.in(screen, ZoneOffset.UTC);
      assertThat(PersonForm.LANGUAGES.stream().map(c -> texts.code("lang", c)))
          .as(screen)
          .doesNotHaveDuplicates()
          .doesNotContainAnyElementsOf(
              PersonForm.LANGUAGES.subList(1, PersonForm.LANGUAGES.size()));
    }
  }
}
