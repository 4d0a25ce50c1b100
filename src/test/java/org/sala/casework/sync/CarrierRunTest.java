package org.sala.casework.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long a carrier is left alone between two looks. */
class CarrierRunTest {
  /** Connectivity is to be noticed within ten seconds, and an attempt at a dead line takes six. */
  private static final long SOON = 4;

  @Test
  void aLineThatWentInTheMiddleOfASendingIsLookedForAsSoonAsOneThatNeverWas() {
    assertThat(CarrierRun.rest(true, Optional.of(WhyNot.AWAY), true)).isLessThanOrEqualTo(SOON);
    assertThat(CarrierRun.rest(true, Optional.of(WhyNot.AWAY), false)).isLessThanOrEqualTo(SOON);
  }

  @Test
  void aStickIsLookedForAllTheTimeAndAStoreThatSaidNoIsLeftAlone() {
    assertThat(
            Arrays.stream(WhyNot.values()).map(w -> CarrierRun.rest(false, Optional.of(w), true)))
        .allMatch(seconds -> seconds <= SOON);
    assertThat(CarrierRun.rest(true, Optional.of(WhyNot.DENIED), false)).isGreaterThan(60);
    assertThat(CarrierRun.rest(true, Optional.empty(), false)).isGreaterThanOrEqualTo(60);
    assertThat(CarrierRun.rest(false, Optional.empty(), true))
        .as("what is stuck on a stick does not come loose every few seconds")
        .isGreaterThanOrEqualTo(60);
  }
}
