package org.sala.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Words that somebody wrote elsewhere mean the same on a screen of either language. */
class SpokenWordsTest {
  @Test
  void aWordOfEitherLanguageMeansItsCode() {
    for (String language : Texts.LANGUAGES) {
      Texts texts = Texts.in(language, ZoneOffset.UTC);
      assertThat(texts.says("lang", "my", " burmese ")).isTrue();
      assertThat(texts.says("lang", "my", "พม่า")).isTrue();
      assertThat(texts.says("sex", "female", "หญิง")).isTrue();
      assertThat(texts.says("sex", "female", "male")).isFalse();
      assertThat(texts.says("lang", "my", "Klingon")).isFalse();
    }
  }
}
