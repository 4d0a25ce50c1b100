package org.sala.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.sala.casework.Desk;
import org.sala.casework.Others;
import org.sala.casework.ServerLogin;
import org.sala.casework.ServerPlace;
import org.sala.cli.Measured;

/**
 * Packages of 1 MB into a headquarters on a server, by one importer and by two at once, against
 * {@code age -d} and {@code unzip -t} of the same packages and {@code COPY} of all rows that the
 * import has written: journal, sealed files and view. Each importing begins from the same moment,
 * in a copy of the database and of the machines' folders; who comes first changes from run to run,
 * and both have taken packages in before. The server is named as {@link ServerDesks} says; {@code
 * SALA_BENCH_PACKAGES} says how many packages. How it goes on with more is {@link ServerGrowth}'s.
 */
final class ServerImport {
  static final String LETTER = "server";
  static final double AIM = 0.5;
  private static final int FULL = 10_000;
  private static final int WARMING = 8;
  private static final int MOST_WAIT = 100;

  private final Plan plan;
  private final Path there;
  private final ServerLogin login;
  private final ServerDesks places;
  private final int packages;
  private int copies;

  private ServerImport(Plan plan, ServerLogin login, int packages) {
    this.plan = plan;
    this.there = plan.folder();
    this.login = login;
    this.places = new ServerDesks(plan);
    this.packages = packages;
  }

  static void measure(Plan plan) throws Exception {
    Optional<ServerLogin> login = ServerDesks.named();
    if (login.isEmpty()) {
      plan.found().accept(absent("packages into a server"));
      return;
    }
    String small = plan.quick() ? "40" : "100";
    new ServerImport(
            plan,
            login.get(),
            Integer.parseInt(System.getenv().getOrDefault("SALA_BENCH_PACKAGES", small)))
        .measure();
  }

  static Measured absent(String what) {
    double none = Double.NaN;
    return new Measured(
        LETTER,
        what,
        0,
        0,
        "s",
        none,
        none,
        none,
        AIM,
        false,
        "no server named by SALA_BENCH_DATABASE, or peer absent");
  }

  /** What one importing came to. */
  private record Took(double seconds, long journalMillis, long viewMillis) {
    double longestWait() {
      return Math.max(journalMillis, viewMillis);
    }
  }

  private void measure() throws Exception {
    ServerPlace.prepare(login);
    List<Path> files;
    List<Desk> stations = new ArrayList<>();
    try (Desk one = places.founded(login)) {
      for (int i = 0; i * ServerDesks.UNANSWERED < packages; i++) {
        stations.add(places.station(one, i));
      }
      places.invite(one, login);
      plan.say()
          .accept("making " + packages + " packages of 1 MB at " + stations.size() + " stations");
      files = places.parcels(stations, packages);
      places.exportKeys(one);
    } finally {
      stations.forEach(Desk::close);
    }
    ServerCopies server = new ServerCopies(login);
    imported(server, 2, files.subList(0, Math.min(2 * WARMING, files.size())));
    double[] alone = new double[plan.runs()];
    double[] both = new double[plan.runs()];
    double[] peer = new double[plan.runs()];
    double[] waitAlone = new double[plan.runs()];
    double[] waitBoth = new double[plan.runs()];
    for (int run = 0; run < plan.runs(); run++) {
      // One, two, two, one: whatever a machine still warms to favours neither.
      boolean oneFirst = run % 2 == 0;
      Took first = imported(server, oneFirst ? 1 : 2, files);
      Took second = imported(server, oneFirst ? 2 : 1, files);
      Took one = oneFirst ? first : second;
      Took two = oneFirst ? second : first;
      double deciphered = places.deciphered(files);
      double copied = server.copyAgain(there.resolve("rows"));
      plan.say()
          .accept(
              String.format(
                  Locale.ROOT, "  by hand: age and unzip %.2f s, COPY %.2f s", deciphered, copied));
      alone[run] = one.seconds();
      both[run] = two.seconds();
      peer[run] = deciphered + copied;
      waitAlone[run] = one.longestWait();
      waitBoth[run] = two.longestWait();
    }
    String note = packages + " of " + FULL + " packages of 1 MB, " + plan.runs() + " runs";
    found("one importer, rate", alone, peer, AIM, note);
    found("two importers against one, rate", both, alone, 1.0, note);
    waited("longest wait for a lock, one importer", waitAlone, note);
    waited("longest wait for a lock, two importers", waitBoth, note);
  }

  private void waited(String what, double[] waits, String note) {
    Arrays.sort(waits);
    plan.found()
        .accept(
            Measured.plain(LETTER, what, "ms", waits[waits.length / 2], waits, MOST_WAIT, note));
  }

  private void found(String what, double[] ours, double[] peer, double aim, String note) {
    double[] ratios = new double[ours.length];
    for (int i = 0; i < ours.length; i++) {
      ratios[i] = peer[i] / ours[i];
    }
    Arrays.sort(ratios);
    plan.found()
        .accept(
            new Measured(
                LETTER,
                what,
                middle(ours),
                middle(peer),
                "s",
                ratios[ratios.length / 2],
                ratios[0],
                ratios[ratios.length - 1],
                aim,
                false,
                note));
  }

  private static double middle(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** From the moment before anything was imported, on a copy of everything. */
  private Took imported(ServerCopies server, int importers, List<Path> files) throws Exception {
    ServerLogin copy = server.copy();
    Path folders = there.resolve("copy-" + copies++);
    Files.createDirectories(folders);
    List<Desk> desks = new ArrayList<>();
    try {
      for (String name : List.of("one", "two").subList(0, importers)) {
        desks.add(
            places.unlocked(ServerCopies.folder(there.resolve(name), folders.resolve(name)), copy));
      }
      Outside.settleDisk();
      Duration before = processor();
      double seconds = taken(desks, files);
      Duration spent = processor().minus(before);
      long journal = 0;
      long view = 0;
      for (Desk desk : desks) {
        Others.Standing standing = desk.onServer().orElseThrow();
        journal = Math.max(journal, standing.journalWait().toMillis());
        view = Math.max(view, standing.viewWait().toMillis());
      }
      plan.say()
          .accept(
              String.format(
                  Locale.ROOT,
                  "  %d importers: %d packages in %.2f s, %.2f s of processor here; waited %d ms"
                      + " for the journal, %d ms for the view",
                  importers,
                  files.size(),
                  seconds,
                  spent.toMillis() / 1e3,
                  journal,
                  view));
      return new Took(seconds, journal, view);
    } finally {
      desks.forEach(Desk::close);
    }
  }

  /** Returns the processor time that this program has used so far; the server's is not in it. */
  static Duration processor() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static double taken(List<Desk> importers, List<Path> files) throws Exception {
    long began = System.nanoTime();
    try (ExecutorService pool = Executors.newFixedThreadPool(importers.size())) {
      List<Future<Integer>> works = new ArrayList<>();
      for (int i = 0; i < importers.size(); i++) {
        Desk desk = importers.get(i);
        int from = files.size() * i / importers.size();
        int to = files.size() * (i + 1) / importers.size();
        works.add(pool.submit(() -> ServerDesks.taken(desk, files.subList(from, to))));
      }
      for (Future<Integer> work : works) {
        work.get();
      }
    }
    return (System.nanoTime() - began) / 1e9;
  }
}
