package org.sala.bench.swarm;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * The steps of one history, as its seed says.
 *
 * @param stations 2 to 12
 */
record History(long seed, int stations, List<Step> steps) {
  private static final Duration YEAR = Duration.ofDays(365);

  History {
    steps = List.copyOf(steps);
  }

  /**
   * Most are short and of few stations, which is where most that is wrong is seen, and one of eight
   * is long (decision 224). Errands that lead somewhere go on through each other, with single steps
   * between them.
   */
  static History of(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + 7);
    boolean isLong = random.nextInt(8) == 0;
    int stations = stations(random, isLong);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      steps.add(new Step.Make(random.nextInt(stations), what(random)));
    }
    List<Deque<Step>> open = new ArrayList<>();
    int errands = isLong ? 2 + random.nextInt(2) : 1 + random.nextInt(4) / 3;
    for (int i = 0; i < errands; i++) {
      open.add(new ArrayDeque<>(Errand.any(random, stations)));
    }
    int single = isLong ? 6 + random.nextInt(8) + stations / 2 : 2 + random.nextInt(4);
    while (single > 0 || !open.isEmpty()) {
      if (open.isEmpty() || single > 0 && random.nextInt(3) == 0) {
        steps.add(step(random, stations));
        single--;
      } else {
        int which = random.nextInt(open.size());
        steps.add(open.get(which).remove());
        if (open.get(which).isEmpty()) {
          open.remove(which);
        }
      }
    }
    Rarer.into(steps, seed, stations);
    return new History(seed, stations, steps);
  }

  private static int stations(Random random, boolean isLong) {
    if (isLong) {
      int one = random.nextInt(11);
      int other = random.nextInt(11);
      return 2 + Math.min(one, other);
    }
    int[] few = {2, 2, 2, 2, 2, 2, 3, 3, 3, 4};
    return few[random.nextInt(few.length)];
  }

  /** Returns this history with other steps. */
  History with(List<Step> others) {
    return new History(seed, stations, others);
  }

  private static Step.What what(Random random) {
    Step.What[] all = Step.What.values();
    return all[random.nextInt(all.length)];
  }

  private static Step step(Random r, int stations) {
    int laptop = r.nextInt(stations + 1);
    int way = r.nextInt(World.WAYS);
    int any = r.nextInt(1000);
    return switch (r.nextInt(55)) {
      case 0, 1, 2 -> new Step.Make(laptop, what(r));
      case 3, 4, 5, 6, 7, 8, 9, 10 -> new Step.Edit(laptop, any, r.nextInt(12), r.nextInt(1000));
      case 11, 12, 13 -> new Step.Lend(laptop, r.nextInt(stations), any);
      case 14, 15, 16 -> new Step.Seal(laptop);
      case 17, 18, 19 -> new Step.Carry(laptop, way);
      case 20, 21, 22 -> new Step.TakeAtHeadquarters(way, r.nextLong());
      case 23, 24 -> new Step.Answer(way);
      case 25, 26 -> new Step.Take(laptop, way, r.nextLong());
      case 27 -> new Step.Lose(way, any);
      case 28 -> new Step.Twice(way, any);
      case 29, 30 -> new Step.Decide(any, r.nextInt(4));
      case 31 -> new Step.Admit(any);
      case 32 ->
          new Step.SetClock(
              laptop, r.nextBoolean() ? Duration.ZERO : YEAR.multipliedBy(r.nextInt(21) - 10L));
      case 33 -> new Step.Kill(laptop, r.nextInt(6), r.nextBoolean());
      case 34 -> new Step.KillHeadquarters(r.nextInt(8), r.nextBoolean());
      case 35 -> new Step.Reopen(laptop);
      case 36 -> new Step.Backup(laptop);
      case 37 -> new Step.Restore(laptop);
      case 38 -> new Step.Clone(laptop);
      case 39 -> new Step.TakeBack(laptop, any);
      case 40 -> new Step.Cut(r.nextBoolean());
      case 41, 42 -> new Step.Open(laptop, any);
      case 43, 44 -> new Step.Save(laptop, r.nextInt(12), r.nextInt(1000));
      case 45, 46, 47 -> new Step.Find(laptop, any, r.nextBoolean(), r.nextInt(4));
      case 48, 49 -> new Step.Confirm(laptop, any, r.nextInt(6) > 0);
      case 50 -> new Step.SealCase(laptop, any);
      case 51 -> new Step.Undecide(any);
      case 52 ->
          r.nextInt(3) == 0 ? new Step.Revoke(laptop, r.nextBoolean()) : new Step.Seal(laptop);
      case 53 -> new Step.Lie(Shelf.Lie.values()[r.nextInt(3)]);
      default -> new Step.Yes(laptop, any);
    };
  }
}
