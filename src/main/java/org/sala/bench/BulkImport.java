package org.sala.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Optional;
import org.sala.casework.Desk;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.station.Progress;

/**
 * (c) Importing a package of many revisions, and rebuilding the view of them, against batch inserts
 * into encrypted H2 of the rows that the view holds afterwards.
 */
final class BulkImport {
  private BulkImport() {}

  static void measure(Plan plan) throws Exception {
    int revisions = plan.size(200_000, 600);
    Path there = java.nio.file.Files.createDirectories(plan.folder().resolve("bulk"));
    Path parcel = parcel(plan, there, revisions);
    Pair imports = new Pair();
    Pair rebuilds = new Pair();
    long rows = 0;
    for (int run = 0; run < plan.runs(); run++) {
      Path copy = there.resolve("run" + run);
      Workspaces.copy(there.resolve("hq"), copy);
      double imported;
      try (Desk hq = Workspaces.unlock(plan.tools(), copy, "zero")) {
        long began = System.nanoTime();
        if (!(hq.packages().take(parcel) instanceof Importing.Outcome.Imported)) {
          throw new IllegalStateException("the package was not taken in");
        }
        imported = (System.nanoTime() - began) / 1e9;
      }
      try (OwnView view = OwnView.of(plan.tools(), copy, "zero", there.resolve("view" + run))) {
        double rebuilt = view.rebuild();
        double inserted;
        try (Connection from = view.connect();
            Connection peer = PlainH2.open(there.resolve("peer" + run))) {
          SameRows same = new SameRows(from, peer);
          inserted = same.insert();
          rows = same.rows();
        }
        imports.add(imported, inserted);
        rebuilds.add(rebuilt, inserted);
        plan.say()
            .accept(
                String.format(
                    java.util.Locale.ROOT,
                    "  run %d: import %.2f s, rebuild %.2f s, inserts %.2f s",
                    run + 1,
                    imported,
                    rebuilt,
                    inserted));
      }
      Bench.sweep(copy, plan.say());
      Bench.sweep(there.resolve("view" + run), plan.say());
      java.nio.file.Files.deleteIfExists(there.resolve("peer" + run + ".mv.db"));
    }
    String note = plan.note(revisions + " revisions, " + rows + " rows; verifying included");
    plan.found().accept(imports.rates("c", "bulk import, rate", "s", 0.6, note));
    Resident.measure(
        plan, "b", "memory while " + revisions + " revisions come in", there.resolve("hq"), parcel);
    plan.found()
        .accept(rebuilds.times("c", "rebuilding the view", "s", 3.0, plan.note("same rows")));
  }

  /** A package of so many revisions, for the headquarters that is made beside it in {@code hq}. */
  static Path parcel(Plan plan, Path there, int revisions) throws Exception {
    plan.say().accept("making a package of " + revisions + " revisions");
    try (Desk hq = Workspaces.headquarters(plan.tools(), there.resolve("hq"));
        Desk station = Workspaces.create(plan.tools(), there.resolve("station"), "s")) {
      Workspaces.enrol(hq, station, there, "S");
      new Crowd(station).nights(revisions);
      PackageLine sealed =
          station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
      return station.packages().carry(sealed.id(), there);
    }
  }
}
