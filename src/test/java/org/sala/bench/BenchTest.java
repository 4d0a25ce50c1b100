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
import org.sala.casework.station.Tools;
import org.sala.cli.Measured;
import org.sala.cli.Ports;

/** The measurements run, and say what they found as it is. */
class BenchTest {
  @TempDir Path folder;

  @Test
  void aQuickMeasurementFindsItsFiguresAndLeavesNothingBehind() throws Exception {
    List<Measured> heard = new ArrayList<>();
    List<String> said = new ArrayList<>();
    List<Measured> all =
        new Bench(Desks.CHEAP)
            .measure(
                new Ports.Measuring.Wanted(Set.of("c"), true, 100, 2, folder),
                said::add,
                heard::add);
    assertThat(all).isEqualTo(heard).isNotEmpty();
    assertThat(said)
        .as("neither of the two always comes first")
        .anyMatch(s -> s.contains("inserts behind"))
        .anyMatch(s -> s.contains("inserts before"));
    assertThat(all).allMatch(m -> m.ours() > 0 && m.peer() > 0 && m.note().startsWith("quick"));
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aLargeFileIsMeasuredAgainstAgeOrItIsSaidThatAgeIsAbsent() {
    List<Measured> all = measured(Desks.CHEAP, "a");
    all.addAll(measured(Desks.CHEAP, "b"));
    assertThat(all).extracting(Measured::letter).containsExactly("a", "b");
    assertThat(all)
        .allMatch(m -> m.ours() > 0 && m.peer() > 0 || m.note().equals("peer absent") && !m.met());
  }

  @Test
  void largeListsAndSavesDuringAnImportAreMeasured() throws Exception {
    List<Measured> lists = measured(Desks.CHEAP, "d");
    assertThat(lists).hasSize(3).allMatch(m -> m.ours() > 0 && m.note().startsWith("quick"));
    assertThat(lists.getFirst().peer()).isPositive();
    assertThat(lists.subList(1, 3)).allMatch(m -> m.low() <= m.ratio() && m.ratio() <= m.high());
    List<Measured> saves = new ArrayList<>();
    SavingMeanwhile.measure(quick(Desks.CHEAP, saves));
    assertThat(saves).hasSize(1).allMatch(m -> m.ours() > 0 && m.note().contains("saves during"));
  }

  @Test
  void joiningAndDecidingAreMeasured() {
    List<Measured> found = measured(Desks.CHEAP, "joining");
    assertThat(found).hasSize(3).allMatch(m -> m.ours() > 0 && m.note().startsWith("quick"));
    assertThat(found.getFirst().note()).contains("12 stations").doesNotContain(" 0 disputed");
  }

  private Plan quick(Tools tools, List<Measured> found) {
    return new Plan(tools, folder, true, 100, 1, s -> {}, found::add);
  }

  private List<Measured> measured(Tools tools, String letter) {
    return new Bench(tools)
        .measure(
            new Ports.Measuring.Wanted(Set.of(letter), true, 100, 1, folder), s -> {}, m -> {});
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
