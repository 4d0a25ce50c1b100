package org.sala.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** How columns share a width. */
class SharedWidthTest {
  private static final double[] LEAST = {60, 60, 60};

  @Test
  void aNarrowWindowTakesALittleFromAllOfThem() {
    double[] widths = SharedWidth.shared(new double[] {100, 300, 200}, LEAST, 540);
    assertThat(widths).containsExactly(90, 270, 180);
    assertThat(SharedWidth.shared(new double[] {100, 300, 200}, LEAST, 1200))
        .containsExactly(200, 600, 400);
  }

  @Test
  void noneIsNarrowerThanItsLeastAndTheOthersBearIt() {
    double[] widths = SharedWidth.shared(new double[] {80, 300, 200}, LEAST, 300);
    assertThat(widths[0]).isEqualTo(60);
    assertThat(Arrays.stream(widths).sum()).isEqualTo(300);
    assertThat(SharedWidth.shared(new double[] {80, 300, 200}, LEAST, 100))
        .as("a window that is far too narrow cuts the last of them off")
        .containsExactly(60, 60, 60);
  }

  @Test
  void theWholeWidthIsAlwaysShared() {
    for (int total = 180; total < 400; total++) {
      double[] widths = SharedWidth.shared(new double[] {70, 111, 97}, LEAST, total);
      assertThat(Arrays.stream(widths).sum()).isEqualTo(total);
    }
  }

  @Test
  void whatIsPulledTakesFromTheNextAndNoMoreThanTheyHave() {
    double[] now = {100, 100, 100};
    assertThat(SharedWidth.pulled(now, LEAST, 0, 30)).containsExactly(130, 70, 100);
    assertThat(SharedWidth.pulled(now, LEAST, 0, 70)).containsExactly(170, 60, 70);
    assertThat(SharedWidth.pulled(now, LEAST, 0, 500)).containsExactly(180, 60, 60);
    assertThat(SharedWidth.pulled(now, LEAST, 0, -30)).containsExactly(70, 130, 100);
    assertThat(SharedWidth.pulled(now, LEAST, 0, -90)).containsExactly(60, 140, 100);
    assertThat(SharedWidth.pulled(now, LEAST, 2, 30)).containsExactly(100, 70, 130);
  }
}
