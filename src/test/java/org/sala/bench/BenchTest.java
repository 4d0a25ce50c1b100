package org.sala.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desks;
import org.sala.cli.Measured;
import org.sala.cli.Ports;

/** The measurements run, and say what they found as it is. */
class BenchTest {
  @TempDir Path folder;

  @Test
  void aQuickMeasurementFindsItsFiguresAndLeavesNothingBehind() throws Exception {
    List<Measured> heard = new ArrayList<>();
    List<Measured> all =
        new Bench(Desks.CHEAP)
            .measure(new Ports.Measuring.Wanted(Set.of("c"), true, 1, folder), s -> {}, heard::add);
    assertThat(all).isEqualTo(heard).isNotEmpty();
    assertThat(all).allMatch(m -> m.ours() > 0 && m.peer() > 0 && m.note().startsWith("quick"));
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aLargeFileIsMeasuredAgainstAgeOrItIsSaidThatAgeIsAbsent() {
    List<Measured> all =
        new Bench(Desks.CHEAP)
            .measure(
                new Ports.Measuring.Wanted(Set.of("a", "b"), true, 1, folder), s -> {}, m -> {});
    assertThat(all).extracting(Measured::letter).containsExactlyInAnyOrder("a", "b");
    assertThat(all)
        .allMatch(m -> m.ours() > 0 && m.peer() > 0 || m.note().equals("peer absent") && !m.met());
  }

  @Test
  void ratiosAreOfTheSameRunAndTheMiddleOneCounts() {
    Pair pair = new Pair();
    pair.add(10, 5);
    pair.add(30, 10);
    pair.add(4, 4);
    Measured times = pair.times("c", "x", "ms", 1.5, "");
    assertThat(times.ratio()).isEqualTo(2);
    assertThat(times.low()).isEqualTo(1);
    assertThat(times.high()).isEqualTo(3);
    assertThat(times.met()).isFalse();
    Measured rates = pair.rates("c", "x", "ms", 0.5, "");
    assertThat(rates.ratio()).isEqualTo(0.5);
    assertThat(rates.met()).isTrue();
    assertThat(rates.line()).contains("0.50x", "aim at least 0.50x, met");
  }
}
