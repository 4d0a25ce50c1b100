package org.sala.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an officer types in a hurry is read as it is meant. */
class DateReaderTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

  @ParameterizedTest
  @ValueSource(strings = {"17", "17 years", "17 years old", "Aged 17", "17 ปี", "อายุ ๑๗ ปี"})
  void anAgeIsReadAsItIsSaid(String typed) {
    PartialDate read = DateReader.birth(typed, TODAY);
    assertThat(read.precision()).isEqualTo(PartialDate.Precision.BETWEEN);
    assertThat(read.earliest()).isEqualTo(LocalDate.of(2008, 11, 30));
    assertThat(read.latest()).isEqualTo(LocalDate.of(2009, 11, 29));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "~17",
        "about 17",
        "About 17",
        "around 17",
        "approx. 17",
        "ประมาณ 17",
        "ราว 17 ปี",
        "about 17 years",
        "อายุประมาณ 17 ปี"
      })
  void aboutIsTwoYearsEitherWayInWhateverWords(String typed) {
    PartialDate read = DateReader.birth(typed, TODAY);
    assertThat(read.precision()).isEqualTo(PartialDate.Precision.ABOUT);
    assertThat(read.earliest()).isEqualTo(LocalDate.of(2007, 1, 1));
    assertThat(read.latest()).isEqualTo(LocalDate.of(2011, 12, 31));
    assertThat(read.typed()).isEqualTo(typed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"about", "about a child", "17 or 18"})
  void whatSaysNoYearStaysAsItWasTyped(String typed) {
    assertThat(DateReader.birth(typed, TODAY)).isEqualTo(PartialDate.unknown(typed));
  }
}
