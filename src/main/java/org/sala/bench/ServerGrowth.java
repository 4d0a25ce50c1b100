package org.sala.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sala.casework.Desk;
import org.sala.casework.ServerLogin;
import org.sala.casework.ServerPlace;
import org.sala.cli.Measured;

/**
 * Many packages into one headquarters on a server, lot after lot: whether the last one is taken in
 * as quickly as the first, and how all of them stand to the same by hand. Each lot comes from a
 * station of its own, is made just before and goes just after, so that no more than one lot lies
 * about however many there are; what is made is not counted. By hand the files of a lot are copied
 * after it, and all other rows at the end, when they are what is left of all lots. The full size,
 * 10,000, takes a night and 50 GB of disk.
 */
final class ServerGrowth {
  private static final int FULL = 10_000;
  private static final int LOT = ServerDesks.UNANSWERED;

  /** The last lots may take so much longer than the first ones for it to be called flat. */
  private static final double AIM = 1.2;

  private final Plan plan;
  private final ServerLogin login;
  private final ServerDesks places;

  private ServerGrowth(Plan plan, ServerLogin login) {
    this.plan = plan;
    this.login = login;
    this.places = new ServerDesks(plan);
  }

  static void measure(Plan plan) throws Exception {
    String what = "packages into a server, the last against the first, time";
    Optional<ServerLogin> login = ServerDesks.named();
    if (login.isEmpty()) {
      plan.found().accept(ServerImport.absent(what));
      return;
    }
    new ServerGrowth(plan, login.get()).measure(what);
  }

  private void measure(String what) throws Exception {
    ServerPlace.prepare(login);
    int lots = Math.max(2, plan.size(FULL, 2 * LOT) / LOT);
    List<Double> took = new ArrayList<>();
    double byHand = 0;
    try (Desk one = places.founded(login);
        Connection connection = ServerCopies.connection(login)) {
      places.exportKeys(one);
      RowsByHand rows = new RowsByHand(connection, plan.folder().resolve("rows"));
      rows.passOver();
      long began = System.nanoTime();
      for (int lot = 0; lot < lots; lot++) {
        Lot done = lot(one, lot, rows);
        took.add(done.seconds());
        byHand += done.byHand();
        double each = (System.nanoTime() - began) / 1e9 / (lot + 1);
        plan.say().accept(said(lot, done, each * (lots - lot - 1)));
      }
      byHand += rows.allButFiles();
    }
    double all = took.stream().mapToDouble(s -> s).sum();
    int packages = lots * LOT;
    String note = plan.note(packages + " of " + FULL + " packages of 1 MB in lots of " + LOT);
    plan.found()
        .accept(
            new Measured(
                ServerImport.LETTER,
                "one importer, all packages, rate",
                all / packages,
                byHand / packages,
                "s",
                byHand / all,
                byHand / all,
                byHand / all,
                ServerImport.AIM,
                false,
                note));
    // The first lot warms the program and counts for nothing where there are more than two.
    List<Double> warm = took.subList(Math.min(1, took.size() - 2), took.size());
    int some = Math.max(1, warm.size() / 4);
    double first = middle(warm.subList(0, some));
    double last = middle(warm.subList(warm.size() - some, warm.size()));
    plan.found()
        .accept(
            new Measured(
                ServerImport.LETTER,
                what,
                last / LOT,
                first / LOT,
                "s",
                last / first,
                last / first,
                last / first,
                AIM,
                true,
                note));
  }

  /**
   * What a lot came to.
   *
   * @param byHand seconds for deciphering its packages and copying its files
   */
  private record Lot(double seconds, double byHand, double processor) {}

  private static String said(int lot, Lot done, double left) {
    return String.format(
        Locale.ROOT,
        "  packages %d to %d: %.1f a second, %.2f s of processor here; by hand %.1f a second;"
            + " %.0f min left",
        lot * LOT + 1,
        (lot + 1) * LOT,
        LOT / done.seconds(),
        done.processor(),
        LOT / done.byHand(),
        left / 60);
  }

  private Lot lot(Desk one, int lot, RowsByHand rows) throws Exception {
    Path folder = plan.folder().resolve("station " + lot);
    List<Path> files;
    try (Desk station = places.station(one, lot)) {
      files = places.parcels(List.of(station), LOT);
    }
    Bench.sweep(folder, plan.say());
    Outside.settleDisk();
    Duration before = ServerImport.processor();
    long began = System.nanoTime();
    ServerDesks.taken(one, files);
    double seconds = (System.nanoTime() - began) / 1e9;
    double processor = ServerImport.processor().minus(before).toMillis() / 1e3;
    double byHand = places.deciphered(files) + rows.filesSince();
    delete(files);
    return new Lot(seconds, byHand, processor);
  }

  private static void delete(List<Path> files) throws IOException {
    for (Path file : files) {
      Files.delete(file);
    }
  }

  private static double middle(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(d -> d).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
