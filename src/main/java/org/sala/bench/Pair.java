package org.sala.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.sala.cli.Measured;

/** Ours and the peer in alternating runs on the same data. */
final class Pair {
  private final List<Double> ours = new ArrayList<>();
  private final List<Double> peers = new ArrayList<>();

  /** Something that takes time; the time is what it returns, in whatever unit its pair uses. */
  interface Timed {
    double run() throws Exception;
  }

  /** Runs both, ours first in every other run. */
  static Pair alternating(int runs, Consumer<String> say, Timed ours, Timed peer) throws Exception {
    Pair pair = new Pair();
    for (int i = 0; i < runs; i++) {
      if (i % 2 == 0) {
        pair.add(ours.run(), peer.run());
      } else {
        double second = peer.run();
        pair.add(ours.run(), second);
      }
      say.accept(
          String.format(
              java.util.Locale.ROOT,
              "  run %d: %.2f against %.2f",
              i + 1,
              pair.ours.getLast(),
              pair.peers.getLast()));
    }
    return pair;
  }

  void add(double one, double other) {
    ours.add(one);
    peers.add(other);
  }

  /** How much longer ours takes. */
  Measured times(String letter, String what, String unit, double target, String note) {
    return ratio(letter, what, unit, target, true, note);
  }

  /** How our rate stands to the peer's, from times. */
  Measured rates(String letter, String what, String unit, double target, String note) {
    return ratio(letter, what, unit, target, false, note);
  }

  private Measured ratio(
      String letter, String what, String unit, double target, boolean atMost, String note) {
    double[] ratios = new double[ours.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = atMost ? ours.get(i) / peers.get(i) : peers.get(i) / ours.get(i);
    }
    Arrays.sort(ratios);
    return new Measured(
        letter,
        what,
        median(ours),
        median(peers),
        unit,
        middle(ratios),
        ratios[0],
        ratios[ratios.length - 1],
        target,
        atMost,
        note);
  }

  static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return middle(sorted);
  }

  /** The value below which so many per cent of a sorted row lie. */
  static double percentile(double[] sorted, int percent) {
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }

  static double middle(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
