package org.sala.ui.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumberRunsTest {
  @Test
  void aGapAmongTheNumbersIsSeen() {
    assertThat(NumberRuns.of(List.of("A-009", "A-010", "A-012", "B-013", "tag", "A-1-7")))
        .isEqualTo("A-009 – A-010, A-012, B-013, tag, A-1-7");
    assertThat(NumberRuns.of(List.of())).isEmpty();
  }
}
