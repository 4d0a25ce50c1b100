package org.sala.ui.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.sala.ui.text.Texts;

/** A time is written in the era of its language, and read in either. */
class MomentFieldTest {
  private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
  private static final LocalDateTime LEAP = LocalDateTime.of(2028, 2, 29, 23, 5);

  @Test
  void thaiTimesHaveTheYearOfTheDatesBesideThem() {
    assertThat(MomentField.written(LEAP, Texts.in("th", BANGKOK))).isEqualTo("2571-02-29 23:05");
    assertThat(MomentField.written(LEAP, Texts.in("en", BANGKOK))).isEqualTo("2028-02-29 23:05");
  }

  @Test
  void eitherEraIsReadAlsoOnALeapDay() {
    for (String typed : new String[] {"2571-02-29 23:05", " 2028-02-29 23:05 "}) {
      assertThat(MomentField.read(typed, BANGKOK))
          .hasValueSatisfying(m -> assertThat(m.local().toLocalDateTime()).isEqualTo(LEAP));
    }
  }

  @Test
  void noDayAndNoTimeAreReadAsNothing() {
    for (String typed : new String[] {"", "2570-02-29 10:00", "2026-11-24", "2026-11-24 25:00"}) {
      assertThat(MomentField.read(typed, BANGKOK)).as(typed).isEmpty();
    }
  }

  @Test
  void itBeginsWithTheTimeOfTheClockThatWasHandedIn() {
    Clock clock = Clock.fixed(LEAP.atZone(BANGKOK).toInstant(), ZoneOffset.UTC);
    assertThat(MomentField.at(clock, BANGKOK)).isEqualTo(LEAP);
  }
}
