package org.sala.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is tried again, and after which pauses. */
class AttemptsTest {
  private static final Patience PATIENCE =
      new Patience(
          Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(30), 6, 1 << 20);

  private static Attempts attempts(long seed) {
    return new Attempts(PATIENCE, new Line(0, PATIENCE.still()), new Random(seed));
  }

  private static List<Duration> pauses(long seed) {
    Attempts attempts = attempts(seed);
    return IntStream.rangeClosed(1, 12).mapToObj(attempts::pause).toList();
  }

  private static double mean(int failed) {
    Attempts attempts = attempts(failed);
    return IntStream.range(0, 4_000)
        .mapToObj(i -> attempts.pause(failed))
        .mapToLong(Duration::toMillis)
        .average()
        .orElseThrow();
  }

  @Test
  void pausesGrowToALimitAndNoTwoLaptopsComeBackInStep() {
    assertThat(pauses(1)).isNotEqualTo(pauses(2));
    for (int failed = 1; failed < 5; failed++) {
      assertThat(mean(failed + 1) / mean(failed)).isBetween(1.6, 2.4);
    }
    assertThat(mean(1)).isBetween(400.0, 600.0);
    List<Duration> all = new ArrayList<>();
    for (int seed = 0; seed < 200; seed++) {
      all.addAll(pauses(seed));
    }
    assertThat(all).allMatch(p -> p.compareTo(PATIENCE.longest()) <= 0 && !p.isNegative());
    assertThat(all).as("some come back at once").anyMatch(p -> p.toMillis() < 50);
  }

  @Test
  void aLineThatStaysBrokenIsGivenUpAndAStopEndsItAtOnce() {
    AtomicInteger tried = new AtomicInteger();
    Attempts quick =
        new Attempts(
            new Patience(Duration.ofSeconds(1), Duration.ofMillis(1), Duration.ofMillis(2), 6, 1),
            new Line(0, Duration.ofSeconds(1)),
            new Random(1));
    assertThatThrownBy(
            () ->
                quick.at(
                    () -> {
                      tried.incrementAndGet();
                      throw new IOException("cut");
                    }))
        .isInstanceOfSatisfying(
            CarrierFault.class, f -> assertThat(f.why()).isEqualTo(CarrierFault.Why.AWAY));
    assertThat(tried).hasValue(6);
    assertThatThrownBy(
            () ->
                quick.at(
                    () -> {
                      tried.incrementAndGet();
                      throw new Line.StoppedException();
                    }))
        .isInstanceOf(Line.StoppedException.class);
    assertThat(tried).hasValue(7);
  }
}
