package org.sala.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A form that is still being read holds the others up for a while, and not for ever. */
class OneByOneTest {
  @Test
  void whoeverComesAfterOneThatDoesNotEndIsToldSo() throws Exception {
    OneByOne turns = new OneByOne(Duration.ofMillis(20));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Thread abandoned =
        Thread.ofPlatform()
            .daemon()
            .start(
                () ->
                    turns.run(
                        () -> {
                          begun.countDown();
                          return await(end);
                        }));
    assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
    assertThatExceptionOfType(FormFault.class)
        .isThrownBy(() -> turns.run(() -> "read"))
        .satisfies(f -> assertThat(f.code()).isEqualTo(FormFault.Code.NOT_SUPPORTED));
    end.countDown();
    abandoned.join();
    assertThat(turns.run(() -> "read")).isEqualTo("read");
  }

  @Test
  void oneThatFailsGivesItsTurnBack() throws Exception {
    OneByOne turns = new OneByOne(Duration.ofMillis(20));
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                turns.run(
                    () -> {
                      throw new IllegalStateException("spoilt");
                    }));
    String[] read = new String[1];
    Thread next = Thread.ofPlatform().start(() -> read[0] = turns.run(() -> "read"));
    next.join();
    assertThat(read[0]).isEqualTo("read");
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
