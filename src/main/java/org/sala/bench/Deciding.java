package org.sala.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.Desk;
import org.sala.casework.joining.Choice;
import org.sala.casework.joining.Disagreement;
import org.sala.casework.keys.Peer;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.seal.OmittedExhibits;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.cli.Measured;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/**
 * How long an analyst waits from one decision to the next disagreement, with everything that the
 * deciding screen reads for it: two stations wrote differently of each of many people.
 */
final class Deciding {
  private static final double AIM_MILLISECONDS = 100;
  private static final int DECISIONS = 60;

  private final Plan plan;
  private final Desk hq;
  private final Path usb;

  private Deciding(Plan plan, Desk hq) {
    this.plan = plan;
    this.hq = hq;
    this.usb = plan.folder().resolve("deciding");
  }

  static void measure(Plan plan) throws Exception {
    Path there = Files.createDirectories(plan.folder().resolve("deciding"));
    try (Desk hq = Workspaces.headquarters(plan.tools(), there.resolve("hq"));
        Desk one = Workspaces.create(plan.tools(), there.resolve("one"), "one");
        Desk two = Workspaces.create(plan.tools(), there.resolve("two"), "two")) {
      Workspaces.enrol(hq, one, there, "A");
      Workspaces.enrol(hq, two, there, "B");
      new Deciding(plan, hq).run(one, two);
    }
  }

  private void run(Desk one, Desk two) {
    int people = plan.size(1_000, 20);
    plan.say().accept("making " + people + " people of whom two stations write differently");
    one.cases().open(new Cases.NewCase("Example hall", "rescue", "normal", "Example Town", ""));
    List<RecordId> ids = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      ids.add(one.people().register(List.of(person(i))).getFirst());
    }
    two.cases().open(new Cases.NewCase("Another hall", "rescue", "normal", "Example Town", ""));
    // Each hears of the other with headquarters' answer.
    report(one);
    report(two);
    Peer peer = one.packages().peers().getFirst();
    SealPlan all =
        one.packages().planFor(List.of(peer), Optional.empty(), OmittedExhibits.nothing());
    PackageLine sealed =
        one.packages()
            .sealFor(List.of(peer), all, OmittedExhibits.nothing(), Progress.none())
            .getFirst();
    taken(two.packages().take(one.packages().carry(sealed.id(), usb)));
    one.people().editAll(ids, Map.of("interpreter", Value.text("Interpreter one")), "");
    two.people().editAll(ids, Map.of("interpreter", Value.text("Interpreter two")), "");
    report(one);
    report(two);
    decide(people);
  }

  private static People.NewPerson person(int i) {
    return new People.NewPerson("X-" + i, "Person " + i + " Example", "", "f", "24", "th");
  }

  private void report(Desk from) {
    PackageLine line =
        from.packages().seal(from.packages().plan(Optional.empty()), Progress.none());
    Importing.Outcome.Imported i = taken(hq.packages().take(from.packages().carry(line.id(), usb)));
    taken(from.packages().take(hq.packages().carry(i.receipt().orElseThrow(), usb)));
  }

  private static Importing.Outcome.Imported taken(Importing.Outcome outcome) {
    if (outcome instanceof Importing.Outcome.Imported i) {
      return i;
    }
    throw new IllegalStateException("not taken in: " + outcome.getClass().getSimpleName());
  }

  private void decide(int people) {
    Disagreement now = next().orElseThrow();
    List<Double> took = new ArrayList<>();
    for (int i = 0; i < Math.min(DECISIONS, people - 2); i++) {
      Disagreement.Point point = now.points().getFirst();
      Choice keep = new Choice.Keep(point.voices().getFirst().version());
      long began = System.nanoTime();
      hq.disagreements().decide(now.record(), Map.of(point.key(), keep), "heard again");
      now = next().orElseThrow();
      took.add((System.nanoTime() - began) / 1e6);
    }
    double[] sorted = took.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    plan.found()
        .accept(
            Measured.plain(
                "joining",
                "from a decision to the next disagreement, p95",
                "ms",
                Pair.percentile(sorted, 95),
                sorted,
                AIM_MILLISECONDS,
                plan.note(people + " open disagreements at the beginning")));
  }

  /** What the deciding screen reads. */
  private Optional<Disagreement> next() {
    Optional<RecordId> first = hq.disagreements().open().stream().findFirst();
    hq.decisions().owed();
    first.ifPresent(hq.questions()::about);
    return first.flatMap(hq.disagreements()::of);
  }
}
