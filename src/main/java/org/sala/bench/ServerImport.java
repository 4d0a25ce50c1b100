package org.sala.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.sala.casework.Desk;
import org.sala.casework.Invitations;
import org.sala.casework.Others;
import org.sala.casework.ServerLogin;
import org.sala.casework.ServerPlace;
import org.sala.casework.Workplace;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.packages.Importing;
import org.sala.casework.packages.Packages;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.cli.Measured;
import org.sala.domain.RecordId;

/**
 * Packages of 1 MB into a headquarters on a server, by one importer and by two at once, against
 * {@code age -d} and {@code unzip -t} of the same packages and {@code COPY} of all rows that the
 * import has written: journal, sealed files and view. Each importing begins from the same moment,
 * in a copy of the database and of the machines' folders. The server is named by {@code
 * SALA_BENCH_DATABASE}, {@code SALA_BENCH_LOGIN} and {@code SALA_BENCH_PASSWORD}: an empty database
 * with the roles of {@code docs/server-roles.sql}, and a login that may make databases; {@code
 * SALA_BENCH_PACKAGES} says how many, of which the full size is 10,000.
 */
final class ServerImport {
  private static final String LETTER = "server";
  private static final int BYTES = 1_000_000;
  private static final int FULL = 10_000;
  private static final int WARMING = 8;

  /** So many packages a station sends before an answer comes: each holds the audit since then. */
  private static final int UNANSWERED = 50;

  private static final double AIM = 0.5;

  private final Plan plan;
  private final Path there;
  private final ServerLogin login;
  private final int packages;
  private int copies;

  private ServerImport(Plan plan, ServerLogin login, int packages) {
    this.plan = plan;
    this.there = plan.folder();
    this.login = login;
    this.packages = packages;
  }

  static void measure(Plan plan) throws Exception {
    Map<String, String> env = System.getenv();
    String url = env.getOrDefault("SALA_BENCH_DATABASE", "");
    if (url.isEmpty() || !Outside.has(List.of("age", "unzip"))) {
      double none = Double.NaN;
      plan.found()
          .accept(
              new Measured(
                  LETTER,
                  "packages into a server",
                  0,
                  0,
                  "s",
                  none,
                  none,
                  none,
                  AIM,
                  false,
                  "no server named by SALA_BENCH_DATABASE, or peer absent"));
      return;
    }
    int small = plan.quick() ? 40 : 100;
    new ServerImport(
            plan,
            new ServerLogin(
                url,
                Optional.of(env.getOrDefault("SALA_BENCH_LOGIN", "postgres")),
                Optional.of(env.getOrDefault("SALA_BENCH_PASSWORD", "").toCharArray())),
            Integer.parseInt(env.getOrDefault("SALA_BENCH_PACKAGES", String.valueOf(small))))
        .measure();
  }

  /** What one importing came to. */
  private record Took(double seconds, long journalMillis, long viewMillis) {}

  private void measure() throws Exception {
    ServerPlace.prepare(login);
    List<Path> files;
    List<Desk> stations = new ArrayList<>();
    try (Desk one = founded()) {
      for (int i = 0; i * UNANSWERED < packages; i++) {
        stations.add(station(one, String.valueOf((char) ('A' + i % 26)) + i / 26));
      }
      invite(one);
      files = parcels(stations);
      one.headquarters().exportForChecking(there.resolve("check"), true);
    } finally {
      stations.forEach(Desk::close);
    }
    ServerCopies server = new ServerCopies(login);
    imported(server, 1, files.subList(0, Math.min(WARMING, files.size())));
    double[] alone = new double[plan.runs()];
    double[] both = new double[plan.runs()];
    double[] peer = new double[plan.runs()];
    double[] waits = new double[plan.runs()];
    for (int run = 0; run < plan.runs(); run++) {
      Took first = imported(server, 1, files);
      Took two = imported(server, 2, files);
      double deciphered = deciphered(files);
      double copied = server.copyAgain(there.resolve("rows"));
      plan.say()
          .accept(
              String.format(
                  Locale.ROOT, "  by hand: age and unzip %.2f s, COPY %.2f s", deciphered, copied));
      alone[run] = first.seconds();
      both[run] = two.seconds();
      peer[run] = deciphered + copied;
      waits[run] = Math.max(two.journalMillis(), two.viewMillis());
    }
    String note = packages + " of " + FULL + " packages of 1 MB, " + plan.runs() + " runs";
    found("one importer, rate", alone, peer, AIM, note);
    found("two importers against one, rate", both, alone, 1.0, note);
    Arrays.sort(waits);
    plan.found()
        .accept(
            Measured.plain(
                LETTER,
                "longest wait for a lock, two importers",
                "ms",
                waits[waits.length / 2],
                waits,
                100,
                note));
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

  private Desk founded() {
    Workplace.Entry entry =
        new Workplace(there.resolve("one"), plan.tools())
            .on(login)
            .create(
                new Workplace.FirstStart(
                    "en", "Officer Example zero", "zero", Workspaces.PASSPHRASE.toCharArray()));
    if (!(entry instanceof Workplace.Entry.Entered entered)) {
      throw new IllegalStateException("not made: " + entry.getClass().getSimpleName());
    }
    entered
        .desk()
        .headquarters()
        .found(
            new Headquarters.Founding(
                "Agency of Examples",
                "Headquarters",
                "EX-0000",
                there.resolve("authority"),
                Workspaces.PASSPHRASE.toCharArray()));
    return entered.desk();
  }

  private void invite(Desk first) {
    first
        .invitations()
        .invite(
            new Invitations.Guest(
                "Officer Example nine",
                "nine",
                Workspaces.PASSPHRASE.toCharArray(),
                "EX-0009",
                login),
            there.resolve("two"));
  }

  /** Enrolled while there is one officer at headquarters, who needs nobody's word. */
  private Desk station(Desk hq, String letter) {
    Desk station = Workspaces.create(plan.tools(), there.resolve("station " + letter), "s");
    Workspaces.enrol(hq, station, there, letter);
    return station;
  }

  /** Of each station in turn, so that two importers meet the same stations. */
  private List<Path> parcels(List<Desk> stations) throws Exception {
    plan.say()
        .accept("making " + packages + " packages of 1 MB at " + stations.size() + " stations");
    List<Path> files = new ArrayList<>();
    byte[] bytes = new byte[BYTES];
    Random random = new Random(5);
    Path plain = there.resolve("plain");
    for (int i = 0; i < packages; i++) {
      Desk station = stations.get(i % stations.size());
      random.nextBytes(bytes);
      Files.write(plain, bytes);
      RecordId of =
          station.cases().open(new Cases.NewCase("Hall " + i, "rescue", "normal", "", ""));
      station
          .exhibits()
          .take(
              of,
              new Exhibits.NewExhibit("Recording", "", Optional.empty(), "", ""),
              plain,
              Progress.none());
      Packages.PackageLine sealed =
          station.packages().seal(station.packages().plan(Optional.of(of)), Progress.none());
      files.add(station.packages().carry(sealed.id(), there.resolve("usb")));
    }
    return files;
  }

  /** From the moment before anything was imported, on a copy of everything. */
  private Took imported(ServerCopies server, int importers, List<Path> files) throws Exception {
    ServerLogin copy = server.copy();
    Path folders = there.resolve("copy-" + copies++);
    Files.createDirectories(folders);
    List<Desk> desks = new ArrayList<>();
    try {
      for (String name : List.of("one", "two").subList(0, importers)) {
        desks.add(entered(ServerCopies.folder(there.resolve(name), folders.resolve(name)), copy));
      }
      double seconds = taken(desks, files);
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
                  "  %d importers: %d packages in %.2f s; waited %d ms for the journal, %d ms for"
                      + " the view",
                  importers,
                  files.size(),
                  seconds,
                  journal,
                  view));
      return new Took(seconds, journal, view);
    } finally {
      desks.forEach(Desk::close);
    }
  }

  private Desk entered(Path folder, ServerLogin at) {
    String handle = String.valueOf(folder.getFileName()).equals("one") ? "zero" : "nine";
    Workplace.Entry entry =
        new Workplace(folder, plan.tools())
            .on(at)
            .unlock(handle, Workspaces.PASSPHRASE.toCharArray());
    if (entry instanceof Workplace.Entry.Entered entered) {
      return entered.desk();
    }
    throw new IllegalStateException("not entered: " + entry.getClass().getSimpleName());
  }

  private static double taken(List<Desk> importers, List<Path> files) throws Exception {
    long began = System.nanoTime();
    try (ExecutorService pool = Executors.newFixedThreadPool(importers.size())) {
      List<Future<Integer>> works = new ArrayList<>();
      for (int i = 0; i < importers.size(); i++) {
        Desk desk = importers.get(i);
        int from = files.size() * i / importers.size();
        int to = files.size() * (i + 1) / importers.size();
        works.add(pool.submit(() -> taken(desk, files.subList(from, to))));
      }
      for (Future<Integer> work : works) {
        work.get();
      }
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private static int taken(Desk desk, List<Path> files) {
    for (Path file : files) {
      if (!(desk.packages().take(file) instanceof Importing.Outcome.Imported)) {
        throw new IllegalStateException("a package was not taken in");
      }
    }
    return files.size();
  }

  private double deciphered(List<Path> files) throws Exception {
    String key = there.resolve("check").resolve("headquarters-identity.txt").toString();
    Path out = there.resolve("out.zip");
    double took = 0;
    for (Path file : files) {
      Files.deleteIfExists(out);
      took += Outside.seconds("age", "-d", "-i", key, "-o", out.toString(), file.toString());
      took += Outside.seconds("unzip", "-tq", out.toString());
    }
    return took;
  }
}
