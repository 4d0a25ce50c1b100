package org.sala.bench.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Steps that follow each other, with those in one word that always go together. */
final class Story {
  private final Simulation simulation;
  private final List<Step> steps = new ArrayList<>();

  Story(Simulation simulation) {
    this.simulation = simulation;
  }

  Story then(Step... next) {
    steps.addAll(List.of(next));
    return this;
  }

  Story makes(int laptop, Step.What what) {
    return then(new Step.Make(laptop, what));
  }

  Story edits(int laptop, int record, int field, int value) {
    return then(new Step.Edit(laptop, record, field, value));
  }

  Story lends(int from, int to) {
    return then(new Step.Lend(from, to, 0));
  }

  Story sends(int laptop, int way) {
    return then(new Step.Seal(laptop), new Step.Carry(laptop, way));
  }

  Story arrives(int way) {
    return then(new Step.TakeAtHeadquarters(way, 1));
  }

  Story goesHome(int laptop, int way) {
    return sends(laptop, way).arrives(way);
  }

  Story isAnswered(int laptop, int way) {
    return then(new Step.Answer(way), new Step.Take(laptop, way, 1));
  }

  /** A finding that protects, of the first person. */
  Story protects(int laptop) {
    return then(new Step.Find(laptop, 0, false, 0));
  }

  /** One that takes protection away, signed by a second officer. */
  Story takesProtectionAway(int laptop) {
    return then(new Step.Find(laptop, 0, true, 0), new Step.Confirm(laptop, 0, true));
  }

  void endsWell(long seed, int stations) {
    assertThat(simulation.judged(new History(seed, stations, steps))).isEmpty();
  }
}
