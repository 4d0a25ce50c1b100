package org.sala.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Work on all processors whose results come in order. */
class InOrderTest {
  private final List<Integer> came = new ArrayList<>();

  @Test
  void largePiecesWaitForOneAnother() throws Exception {
    try (InOrder<Integer> work = new InOrder<>(came::add)) {
      for (int i = 0; i < 4; i++) {
        int number = i;
        work.give(() -> number, 5L << 20);
      }
      assertThat(came).as("one of them is under way").containsExactly(0, 1, 2);
      work.give(() -> 4, 100L << 20);
      assertThat(came).as("the largest goes alone").containsExactly(0, 1, 2, 3);
      work.finish();
    }
    assertThat(came).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void smallPiecesGoTogetherAndComeInOrder() throws Exception {
    try (InOrder<Integer> work = new InOrder<>(came::add)) {
      work.give(() -> 0, 10);
      work.give(() -> 1, 10);
      assertThat(came).isEmpty();
      work.finish();
    }
    assertThat(came).containsExactly(0, 1);
  }
}
