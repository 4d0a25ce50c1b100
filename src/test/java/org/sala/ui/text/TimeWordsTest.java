package org.sala.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.sala.domain.Moment;

class TimeWordsTest {
  private static final Moment LIVED = Moment.of("2026-11-24T02:14:00.000+07:00[Asia/Bangkok]");

  private static Texts at(String language, String zone) {
    return Texts.in(language, ZoneId.of(zone));
  }

  @Test
  void aTimeOfThisClockStandsByItselfAndOneOfAnotherSaysWhichClock() {
    Texts here = at("en", "Asia/Bangkok");
    assertThat(here.date(LIVED)).isEqualTo("24 Nov 2026 02:14");
    assertThat(here.time(LIVED)).isEqualTo("02:14");
    Texts elsewhere = at("en", "Europe/Berlin");
    assertThat(elsewhere.date(LIVED)).isEqualTo("24 Nov 2026 02:14 +07:00");
    assertThat(elsewhere.time(LIVED)).isEqualTo("02:14 +07:00");
    assertThat(elsewhere.date(LIVED.instant().toEpochMilli())).isEqualTo("23 Nov 2026 20:14");
    assertThat(at("th", "UTC").near(LIVED, LIVED.instant().toEpochMilli())).endsWith(" +07:00");
  }

  @Test
  void whatCountsIsTheOffsetOfThatDayAndNotTheNameOfTheZone() {
    assertThat(at("en", "Asia/Jakarta").date(LIVED)).isEqualTo("24 Nov 2026 02:14");
    Moment winter = Moment.of("2026-01-10T12:00:00.000+00:00");
    Moment summer = Moment.of("2026-07-10T12:00:00.000+00:00");
    assertThat(at("en", "Europe/London").time(winter)).isEqualTo("12:00");
    assertThat(at("en", "Europe/London").time(summer)).isEqualTo("12:00 +00:00");
  }
}
