package org.sala.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.sala.casework.Desk;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.People;
import org.sala.cli.Measured;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/**
 * (f) An officer saves every 200 ms while a large package is taken in at the same workspace: how
 * long until each act is visible. It is counted from the moment at which the officer saves.
 */
final class SavingMeanwhile {
  private static final long EVERY_NANOS = 200_000_000L;
  private static final double AIM_MILLIS = 500;

  private SavingMeanwhile() {}

  static void measure(Plan plan) throws Exception {
    int revisions = plan.size(100_000, 1_000);
    Path there = Files.createDirectories(plan.folder().resolve("meanwhile"));
    Path parcel = BulkImport.parcel(plan, there, revisions);
    List<Double> worst = new ArrayList<>();
    List<Double> p99 = new ArrayList<>();
    int saves = 0;
    for (int run = 0; run < plan.runs(); run++) {
      Path copy = there.resolve("run" + run);
      Workspaces.copy(there.resolve("hq"), copy);
      double[] waits = waits(plan, copy, parcel);
      saves += waits.length;
      worst.add(waits[waits.length - 1]);
      p99.add(Pair.percentile(waits, 99));
      plan.say()
          .accept(
              String.format(
                  Locale.ROOT,
                  "  run %d: %d saves, median %.0f ms, p99 %.0f ms, worst %.0f ms",
                  run + 1,
                  waits.length,
                  Pair.middle(waits),
                  p99.getLast(),
                  worst.getLast()));
      Bench.sweep(copy, plan.say());
    }
    String note =
        plan.note(
            String.format(
                Locale.ROOT,
                "%d saves during imports of %d revisions; p99 %.0f ms",
                saves,
                revisions,
                Pair.median(p99)));
    double[] sorted = worst.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    plan.found()
        .accept(
            Measured.plain(
                "f",
                "a save during an import until it is visible, worst",
                "ms",
                Pair.middle(sorted),
                sorted,
                AIM_MILLIS,
                note));
  }

  /** Milliseconds of each save until it is visible, sorted. */
  private static double[] waits(Plan plan, Path workspace, Path parcel) {
    List<Double> waits = new ArrayList<>();
    try (Desk hq = Workspaces.unlock(plan.tools(), workspace, "zero")) {
      RecordId person =
          hq.people()
              .register(List.of(new People.NewPerson("F-1", "", "", "", "", "th")))
              .getFirst();
      CompletableFuture<Importing.Outcome> importing =
          CompletableFuture.supplyAsync(() -> hq.packages().take(parcel));
      int saved = 0;
      // Once at least, however short the import is.
      do {
        long began = System.nanoTime();
        String text = "Interpreter " + saved++;
        hq.people().edit(person, Map.of("interpreter", Value.text(text)), "");
        if (!hq.people().find(person).orElseThrow().interpreter().equals(text)) {
          throw new IllegalStateException("saved, and not visible");
        }
        waits.add((System.nanoTime() - began) / 1e6);
        while (System.nanoTime() - began < EVERY_NANOS && !importing.isDone()) {
          LockSupport.parkNanos(1_000_000);
        }
      } while (!importing.isDone());
      if (!(importing.join() instanceof Importing.Outcome.Imported)) {
        throw new IllegalStateException("the package was not taken in");
      }
    }
    double[] sorted = waits.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
