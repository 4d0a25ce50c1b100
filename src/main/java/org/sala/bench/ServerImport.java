package org.sala.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.sala.casework.Desk;
import org.sala.casework.Invitations;
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
 * {@code age -d} and {@code unzip -t} of each and {@code COPY} of the rows that the view then
 * holds. The server is named by {@code SALA_BENCH_DATABASE}, {@code SALA_BENCH_LOGIN} and {@code
 * SALA_BENCH_PASSWORD}: an empty database with the roles of {@code docs/server-roles.sql}.
 */
final class ServerImport {
  private static final String LETTER = "server";
  private static final int BYTES = 1_000_000;
  private static final double AIM = 0.5;

  private final Plan plan;
  private final Path there;
  private final ServerLogin login;

  private ServerImport(Plan plan, ServerLogin login) {
    this.plan = plan;
    this.there = plan.folder();
    this.login = login;
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
    new ServerImport(
            plan,
            new ServerLogin(
                url,
                Optional.of(env.getOrDefault("SALA_BENCH_LOGIN", "postgres")),
                Optional.of(env.getOrDefault("SALA_BENCH_PASSWORD", "").toCharArray())))
        .measure();
  }

  private void measure() throws Exception {
    ServerPlace.prepare(login);
    try (Desk one = founded();
        Desk station = station(one);
        Desk two = second(one)) {
      int packages = plan.size(10_000, 40);
      List<Path> files = parcels(station, packages);
      int half = packages / 2;
      double alone = taken(List.of(one), files.subList(0, half));
      double both = taken(List.of(one, two), files.subList(half, packages));
      long waited =
          Math.max(
              one.onServer().orElseThrow().longestWait().toMillis(),
              two.onServer().orElseThrow().longestWait().toMillis());
      double peer = deciphered(one, files) / 2 + copied() / 2;
      String note = plan.note(half + " packages of 1 MB; one run");
      found("one importer, rate", alone, peer, AIM, note);
      found("two importers against one, rate", both, alone, 1.0, note);
      plan.found()
          .accept(
              Measured.plain(
                  LETTER,
                  "longest wait for a lock",
                  "ms",
                  (double) waited,
                  new double[] {waited},
                  100,
                  note));
    }
  }

  private void found(String what, double ours, double peer, double aim, String note) {
    double ratio = peer / ours;
    plan.found()
        .accept(new Measured(LETTER, what, ours, peer, "s", ratio, ratio, ratio, aim, false, note));
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

  private Desk second(Desk first) {
    Path folder = there.resolve("two");
    first
        .invitations()
        .invite(
            new Invitations.Guest(
                "Officer Example nine",
                "nine",
                Workspaces.PASSPHRASE.toCharArray(),
                "EX-0009",
                login),
            folder);
    return Workspaces.unlock(plan.tools(), folder, "nine");
  }

  /** Enrolled while there is one officer at headquarters, who needs nobody's word. */
  private Desk station(Desk hq) {
    Desk station = Workspaces.create(plan.tools(), there.resolve("station"), "s");
    Workspaces.enrol(hq, station, there, "S");
    return station;
  }

  private List<Path> parcels(Desk station, int packages) throws Exception {
    plan.say().accept("making " + packages + " packages of 1 MB");
    List<Path> files = new ArrayList<>();
    byte[] bytes = new byte[BYTES];
    Random random = new Random(5);
    Path plain = there.resolve("plain");
    for (int i = 0; i < packages; i++) {
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

  private double taken(List<Desk> importers, List<Path> files) throws Exception {
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
    double took = (System.nanoTime() - began) / 1e9;
    plan.say()
        .accept(
            String.format(
                Locale.ROOT,
                "  %d importers: %d packages in %.2f s",
                importers.size(),
                files.size(),
                took));
    return took;
  }

  private static int taken(Desk desk, List<Path> files) {
    for (Path file : files) {
      if (!(desk.packages().take(file) instanceof Importing.Outcome.Imported)) {
        throw new IllegalStateException("a package was not taken in");
      }
    }
    return files.size();
  }

  private double deciphered(Desk hq, List<Path> files) throws Exception {
    Path check = there.resolve("check");
    hq.headquarters().exportForChecking(check, true);
    String key = check.resolve("headquarters-identity.txt").toString();
    Path out = there.resolve("out.zip");
    double took = 0;
    for (Path file : files) {
      Files.deleteIfExists(out);
      took += Outside.seconds("age", "-d", "-i", key, "-o", out.toString(), file.toString());
      took += Outside.seconds("unzip", "-tq", out.toString());
    }
    return took;
  }

  /** Seconds that COPY takes for all rows of the view, into tables of the same shape. */
  private double copied() throws SQLException, IOException {
    char[] password = login.password().orElseGet(() -> new char[0]);
    try (Connection connection =
            DriverManager.getConnection(
                login.url(), login.user().orElse(""), new String(password));
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "select quote_ident(table_schema) || '.' || quote_ident(table_name) from"
                  + " information_schema.tables where table_schema ~ '^view[0-9]+$'")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      double took = 0;
      for (String table : tables) {
        String same = "bench_" + table.substring(table.indexOf('.') + 1);
        statement.execute("create table " + same + " (like " + table + " including all)");
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        copy.copyOut("copy " + table + " to stdout", rows);
        long began = System.nanoTime();
        copy.copyIn("copy " + same + " from stdin", new ByteArrayInputStream(rows.toByteArray()));
        took += (System.nanoTime() - began) / 1e9;
      }
      return took;
    }
  }
}
