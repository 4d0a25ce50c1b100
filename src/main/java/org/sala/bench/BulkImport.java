package org.sala.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Locale;
import java.util.Optional;
import org.sala.casework.Desk;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.station.Progress;

/**
 * (c) Importing a package of many revisions, and rebuilding the view of them, against batch inserts
 * into encrypted H2 of the rows that the view holds afterwards. The inserts come first in every
 * other run; a rebuild always follows the import that it is of.
 */
final class BulkImport implements AutoCloseable {
  private final Plan plan;
  private final Path there;
  private final Path parcel;
  private final Pair imports = new Pair();
  private final Pair rebuilds = new Pair();
  private Optional<OwnView> view = Optional.empty();
  private long rows;

  private BulkImport(Plan plan, Path there, Path parcel) {
    this.plan = plan;
    this.there = there;
    this.parcel = parcel;
  }

  static void measure(Plan plan) throws Exception {
    int revisions = plan.size(200_000, 600);
    Path there = Files.createDirectories(plan.folder().resolve("bulk"));
    Path parcel = parcel(plan, there, revisions);
    try (BulkImport bulk = new BulkImport(plan, there, parcel)) {
      for (int run = 0; run < plan.runs(); run++) {
        bulk.run(run);
      }
      String note = plan.note(revisions + " revisions, " + bulk.rows + " rows; verifying included");
      plan.found().accept(bulk.imports.rates("c", "bulk import, rate", "s", 0.6, note));
      plan.found()
          .accept(
              bulk.rebuilds.times("c", "rebuilding the view", "s", 3.0, plan.note("same rows")));
    }
    Resident.measure(
        plan, "b", "memory while " + revisions + " revisions come in", there.resolve("hq"), parcel);
  }

  /** The rows to insert are a view's: that of the run before, where the inserts come first. */
  private void run(int run) throws Exception {
    Path copy = there.resolve("run" + run);
    Workspaces.copy(there.resolve("hq"), copy);
    boolean insertsFirst = run % 2 == 1;
    double inserted = insertsFirst ? inserted(run) : 0;
    close();
    if (run > 0) {
      Bench.sweep(there.resolve("run" + (run - 1)), plan.say());
      Bench.sweep(there.resolve("view" + (run - 1)), plan.say());
    }
    double imported = imported(copy);
    OwnView made = OwnView.of(plan.tools(), copy, "zero", there.resolve("view" + run));
    view = Optional.of(made);
    double rebuilt = made.rebuild();
    if (!insertsFirst) {
      inserted = inserted(run);
    }
    imports.add(imported, inserted);
    rebuilds.add(rebuilt, inserted);
    plan.say()
        .accept(
            String.format(
                Locale.ROOT,
                "  run %d: import %.2f s, rebuild %.2f s, inserts %s %.2f s",
                run + 1,
                imported,
                rebuilt,
                insertsFirst ? "before" : "behind",
                inserted));
  }

  private double imported(Path copy) throws Exception {
    try (Desk hq = Workspaces.unlock(plan.tools(), copy, "zero")) {
      long began = System.nanoTime();
      if (!(hq.packages().take(parcel) instanceof Importing.Outcome.Imported)) {
        throw new IllegalStateException("the package was not taken in");
      }
      return (System.nanoTime() - began) / 1e9;
    }
  }

  private double inserted(int run) throws Exception {
    Path peer = there.resolve("peer" + run);
    double took;
    try (Connection from = view.orElseThrow().connect();
        Connection to = PlainH2.open(peer)) {
      SameRows same = new SameRows(from, to);
      took = same.insert();
      rows = same.rows();
    }
    Files.deleteIfExists(there.resolve("peer" + run + ".mv.db"));
    return took;
  }

  @Override
  public void close() {
    view.ifPresent(OwnView::close);
    view = Optional.empty();
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
