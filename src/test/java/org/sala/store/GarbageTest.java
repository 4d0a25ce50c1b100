package org.sala.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When the collector is asked to look: neither for little, nor only once the heap is full. */
class GarbageTest {
  private static final long MIB = 1L << 20;

  @Test
  void aSmallProgramIsLeftAlone() {
    assertThat(Garbage.isDue(80 * MIB, 32 * MIB)).isFalse();
    assertThat(Garbage.isDue(115 * MIB, 60 * MIB)).isFalse();
  }

  @Test
  void whatIsMostlyGarbageIsCollectedLongBeforeTheLimit() {
    assertThat(Garbage.isDue(170 * MIB, 90 * MIB)).isTrue();
    assertThat(Garbage.isDue(800 * MIB, 400 * MIB)).isTrue();
  }

  @Test
  void aLookThatFoundNothingIsNotRepeatedAtOnce() {
    for (long needed = 0; needed < 4096 * MIB; needed += 64 * MIB) {
      assertThat(Garbage.isDue(needed, needed)).isFalse();
      assertThat(Garbage.isDue(needed + 38 * MIB, needed)).isFalse();
    }
  }
}
