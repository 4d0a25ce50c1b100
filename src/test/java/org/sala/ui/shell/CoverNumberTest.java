package org.sala.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The short number: three tries, thirty minutes, and nothing of it stays. */
class CoverNumberTest {
  private static final class Hands extends Clock {
    private Instant now = Instant.parse("2026-01-01T02:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private final Hands clock = new Hands();
  private final CoverNumber number = new CoverNumber(clock);

  private CoverNumber.Tried enter(String digits) {
    return number.enter(digits.toCharArray());
  }

  @Test
  void opensOnlyForItsDigitsAndWipesWhatItIsGiven() {
    char[] chosen = "2580".toCharArray();
    assertThat(number.choose(chosen)).isTrue();
    assertThat(chosen).containsOnly('\0');
    number.covered();
    assertThat(enter("2581")).isEqualTo(CoverNumber.Tried.WRONG);
    char[] typed = "2580".toCharArray();
    assertThat(number.enter(typed)).isEqualTo(CoverNumber.Tried.OPENS);
    assertThat(typed).containsOnly('\0');
  }

  @Test
  void theThirdWrongNumberLocksEvenOverSeveralCovers() {
    number.choose("2580".toCharArray());
    number.covered();
    enter("1111");
    number.covered();
    enter("1111");
    number.covered();
    assertThat(number.left()).isEqualTo(1);
    assertThat(enter("1111")).isEqualTo(CoverNumber.Tried.LOCKS);
  }

  @Test
  void afterThirtyMinutesTheRightNumberOpensNothingMore() {
    number.choose("2580".toCharArray());
    number.covered();
    clock.now = clock.now.plus(Duration.ofMinutes(30));
    assertThat(number.tooLong()).isTrue();
    assertThat(enter("2580")).isEqualTo(CoverNumber.Tried.LOCKS);
  }

  @Test
  void refusesWhatAnybodyTriesFirstAndWhatHasAnotherLength() {
    for (String easy : new String[] {"0000", "7777", "1234", "4321", "12", "12345"}) {
      assertThat(number.choose(easy.toCharArray())).as(easy).isFalse();
    }
    assertThat(number.chosen()).isFalse();
  }

  @Test
  void onceWipedItOpensNothing() {
    number.choose("2580".toCharArray());
    number.wipe();
    number.covered();
    assertThat(enter("2580")).isNotEqualTo(CoverNumber.Tried.OPENS);
    assertThat(number.enter(new char[0])).isNotEqualTo(CoverNumber.Tried.OPENS);
  }
}
