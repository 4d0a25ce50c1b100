package org.sala.casework.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** From 22:00 to 06:00 people sleep, by the clock on the wall. */
class NightOrderTest {
  private static boolean asleep(int hour, int minute) {
    return NightOrder.asleep(
        ZonedDateTime.of(2026, 11, 24, hour, minute, 0, 0, ZoneId.of("Asia/Bangkok")));
  }

  @Test
  void theNightBeginsAtTenAndEndsAtSix() {
    assertThat(asleep(21, 59)).isFalse();
    assertThat(asleep(22, 0)).isTrue();
    assertThat(asleep(0, 0)).isTrue();
    assertThat(asleep(5, 59)).isTrue();
    assertThat(asleep(6, 0)).isFalse();
  }
}
