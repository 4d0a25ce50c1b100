package org.sala.bench.swarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What comes after the troubles: clocks are right, everybody seals, every way is open, what waits
 * is admitted, until nothing is left to say.
 */
final class Healing {
  private static final int ROUNDS = 8;

  private final World world;
  private final Playing playing;
  private final Random order;

  Healing(World world, Playing playing, long seed) {
    this.world = world;
    this.playing = playing;
    this.order = new Random(seed);
  }

  /** Returns how many rounds healing took; empty when it came to no end. */
  Optional<Integer> heal() {
    world.laptops().forEach(l -> l.clock().set(Duration.ZERO));
    world.startAgain();
    world.store().holds();
    for (int round = 1; round <= ROUNDS; round++) {
      long before = said();
      round(round == 1);
      world.tally().did(Deed.ROUND);
      if (said() == before && nothingToSend()) {
        return Optional.of(round);
      }
    }
    return Optional.empty();
  }

  /**
   * @param first whoever was given up sends once more, and hears nothing any more
   */
  private void round(boolean first) {
    List<Laptop> laptops = List.copyOf(world.laptops());
    for (Laptop l : laptops) {
      if (!first && world.gone().isGone(l)) {
        continue;
      }
      calm(
          () -> {
            if (l.station().state().flag("newIncarnationOrdered")) {
              l.reopen();
            }
            playing.seal(l);
            playing.carry(l, order.nextInt(World.WAYS));
          });
    }
    for (int way = 0; way < World.WAYS; way++) {
      int from = way;
      calm(() -> playing.take(world.headquarters(), from, order));
    }
    if (world.broken() != Broken.IGNORED_FORK) {
      int waiting = world.headquarters().quarantine().waiting().size();
      for (int i = 0; i < waiting; i++) {
        calm(() -> playing.headquarters().admit(0));
      }
    }
    calm(() -> world.abroad().handOver(true));
    calm(() -> world.abroad().answers(true));
    int out = order.nextInt(World.WAYS);
    calm(() -> playing.headquarters().answer(out));
    for (Laptop l : laptops) {
      if (!world.gone().isGone(l)) {
        calm(() -> playing.take(l, out, order));
      }
    }
  }

  /** A kill that was meant for later may still come: what was begun is begun again. */
  private void calm(Runnable work) {
    for (int i = 0; i < 3; i++) {
      try {
        work.run();
        return;
      } catch (Crash e) {
        world.startAgain();
      }
    }
  }

  /** How much everybody has written of what others are to know. */
  private long said() {
    List<Laptop> all = new ArrayList<>(world.laptops());
    all.add(world.headquarters());
    return all.stream().mapToLong(l -> Judge.sent(l).size()).sum();
  }

  private boolean nothingToSend() {
    return world.laptops().stream()
            .filter(l -> !world.gone().isGone(l))
            .allMatch(l -> l.packages().plan(Optional.empty()).empty())
        && world.headquarters().decisions().owed().isEmpty();
  }
}
