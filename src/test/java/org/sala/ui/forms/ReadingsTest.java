package org.sala.ui.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sala.form.Answer;
import org.sala.ui.text.Texts;

/** What an officer types is read as it is meant, or not at all. */
class ReadingsTest {
  private static Optional<Answer> amount(String number) {
    return Optional.of(new Answer.Amount(new BigDecimal(number)));
  }

  @Test
  void numbersAreReadInEveryScriptAndWithCommasBetweenThousands() {
    assertThat(Readings.number("1,250.50", false)).isEqualTo(amount("1250.50"));
    assertThat(Readings.number("๑๒", true)).isEqualTo(amount("12"));
    assertThat(Readings.number(" -3 ", true)).isEqualTo(amount("-3"));
    assertThat(Readings.number("2,5", false)).isEqualTo(amount("2.5"));
    assertThat(Readings.number("2.5", true)).as("not a whole one").isEmpty();
    assertThat(Readings.number("99999999999", true)).as("more than a form can hold").isEmpty();
    for (String not : new String[] {"", "1e9", "12 baht", "1,25,0", "--1", "1.2.3"}) {
      assertThat(Readings.number(not, false)).as(not).isEmpty();
    }
  }

  @Test
  void aTimeIsReadOnTheClocksOfItsZoneInBothEras() {
    ZoneId bangkok = ZoneId.of("Asia/Bangkok");
    Optional<Answer> meant =
        Optional.of(new Answer.Instant(OffsetDateTime.parse("2026-11-24T03:12:00+07:00")));
    for (String typed :
        new String[] {
          "24/11/2026 03:12", "24/11/2569 3:12", "2026-11-24 03.12", "๒๔/๑๑/๒๕๖๙ ๐๓:๑๒"
        }) {
      assertThat(Readings.instant(typed, bangkok)).as(typed).isEqualTo(meant);
    }
    assertThat(Readings.instant("24/11/2026 03:12", ZoneId.of("Asia/Yangon")))
        .isEqualTo(
            Optional.of(new Answer.Instant(OffsetDateTime.parse("2026-11-24T03:12:00+06:30"))));
    for (String not : new String[] {"24/11/2026", "11/2026 03:12", "24/11/2026 25:00", "03:12"}) {
      assertThat(Readings.instant(not, bangkok)).as(not).isEmpty();
    }
  }

  @Test
  void whatIsStoredIsTypedAgainAsItWasRead() {
    ZoneId bangkok = ZoneId.of("Asia/Bangkok");
    for (String language : Texts.LANGUAGES) {
      for (String day : List.of("2026-11-24", "2028-02-29", "1957-01-01")) {
        OffsetDateTime when = OffsetDateTime.parse(day + "T03:12:30+07:00");
        String typed = Readings.typed(when, Texts.in(language, bangkok));
        assertThat(Readings.instant(typed, bangkok)).as(typed).contains(new Answer.Instant(when));
      }
    }
  }

  @Test
  void aStoredTimeStandsInTheEraOfItsLanguage() {
    ZoneId bangkok = ZoneId.of("Asia/Bangkok");
    OffsetDateTime when = OffsetDateTime.parse("2026-11-24T03:12:30+07:00");
    assertThat(Readings.typed(when, Texts.in("th", bangkok))).isEqualTo("2569-11-24 03:12:30");
    assertThat(Readings.typed(when, Texts.in("en", bangkok))).isEqualTo("2026-11-24 03:12:30");
  }

  @Test
  void hoursAndDaysThatCannotBeAreNotRead() {
    assertThat(Readings.hour("3:05")).contains(new Answer.Hour(LocalTime.of(3, 5)));
    assertThat(Readings.hour("24:00")).isEmpty();
    assertThat(Readings.day("31/2/2026")).isEmpty();
    assertThat(Readings.day("24")).as("an age is no day of an event").isEmpty();
    assertThat(Readings.day("11/2569")).isPresent();
  }
}
