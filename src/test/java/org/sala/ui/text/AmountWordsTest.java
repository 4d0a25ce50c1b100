package org.sala.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AmountWordsTest {
  @Test
  void thousandsStandApartAndEveryDigitStays() {
    for (String language : Texts.LANGUAGES) {
      Texts texts = Texts.in(language, ZoneOffset.UTC);
      assertThat(texts.amount(new BigDecimal("1250000"))).isEqualTo("1,250,000");
      assertThat(texts.amount(new BigDecimal("12500.50"))).isEqualTo("12,500.50");
      assertThat(texts.amount(new BigDecimal("12345678901234567890.123456789")))
          .isEqualTo("12,345,678,901,234,567,890.123456789");
      assertThat(texts.amount(new BigDecimal("-40000"))).isEqualTo("-40,000");
      assertThat(texts.amount(new BigDecimal("4E+4"))).isEqualTo("40,000");
    }
  }

  @Test
  void whatMayBeAYearStandsAsItWasTyped() {
    Texts texts = Texts.in("en", ZoneOffset.UTC);
    assertThat(texts.amount(new BigDecimal("1990"))).isEqualTo("1990");
    assertThat(texts.amount(new BigDecimal("0.5"))).isEqualTo("0.5");
  }
}
