package org.sala.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.sala.casework.Desk;
import org.sala.casework.Invitations;
import org.sala.casework.ServerLogin;
import org.sala.casework.Workplace;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.ImportQueue;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.packages.take.VerifiedPackage;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;

/**
 * A headquarters on a server that is measured, and the stations that send to it. The server is
 * named by {@code SALA_BENCH_DATABASE}, {@code SALA_BENCH_LOGIN} and {@code SALA_BENCH_PASSWORD}:
 * an empty database with the roles of {@code docs/server-roles.sql}, and a login that may make
 * databases.
 */
final class ServerDesks {
  /** How many packages a station sends before an answer comes: each holds the audit since then. */
  static final int UNANSWERED = 50;

  private static final int BYTES = 1_000_000;

  private final Plan plan;
  private final Path there;
  private final Random random = new Random(5);

  ServerDesks(Plan plan) {
    this.plan = plan;
    this.there = plan.folder();
  }

  /** The server that is to be measured; empty where none is named, or a peer is absent. */
  static Optional<ServerLogin> named() {
    Map<String, String> env = System.getenv();
    String url = env.getOrDefault("SALA_BENCH_DATABASE", "");
    return url.isEmpty() || !Outside.has(List.of("age", "unzip"))
        ? Optional.empty()
        : Optional.of(
            new ServerLogin(
                url,
                Optional.of(env.getOrDefault("SALA_BENCH_LOGIN", "postgres")),
                Optional.of(env.getOrDefault("SALA_BENCH_PASSWORD", "").toCharArray())));
  }

  /** A headquarters there, its first machine's folder called {@code one}. */
  Desk founded(ServerLogin at) {
    Workplace.Entry entry =
        new Workplace(there.resolve("one"), plan.tools())
            .on(at)
            .create(
                new Workplace.FirstStart(
                    "en", "Officer Example zero", "zero", Workspaces.PASSPHRASE.toCharArray()));
    Desk first = entered(entry);
    first
        .headquarters()
        .found(
            new Headquarters.Founding(
                "Agency of Examples",
                "Headquarters",
                "EX-0000",
                Workspaces.safe(there.resolve("authority")),
                Workspaces.PASSPHRASE.toCharArray()));
    return first;
  }

  /** Invites a second machine, its folder called {@code two}. */
  void invite(Desk first, ServerLogin at) {
    first
        .invitations()
        .invite(
            new Invitations.Guest(
                "Officer Example nine", "nine", Workspaces.PASSPHRASE.toCharArray(), "EX-0009", at),
            there.resolve("two"));
  }

  Desk unlocked(Path folder, ServerLogin at) {
    String handle = String.valueOf(folder.getFileName()).equals("one") ? "zero" : "nine";
    return entered(
        new Workplace(folder, plan.tools())
            .on(at)
            .unlock(handle, Workspaces.PASSPHRASE.toCharArray()));
  }

  private static Desk entered(Workplace.Entry entry) {
    if (entry instanceof Workplace.Entry.Entered entered) {
      return entered.desk();
    }
    throw new IllegalStateException("not entered: " + entry.getClass().getSimpleName());
  }

  /** Enrolled while there is one officer at headquarters, who needs nobody's word. */
  Desk station(Desk headquarters, int number) {
    String letter = String.valueOf((char) ('A' + number % 26)) + number / 26;
    Desk station = Workspaces.create(plan.tools(), there.resolve("station " + number), "s");
    Workspaces.enrol(headquarters, station, there, letter);
    return station;
  }

  /** Packages of 1 MB, of each station in turn, so that two importers meet the same stations. */
  List<Path> parcels(List<Desk> stations, int packages) throws IOException {
    List<Path> files = new ArrayList<>();
    byte[] bytes = new byte[BYTES];
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
      PackageLine sealed =
          station.packages().seal(station.packages().plan(Optional.of(of)), Progress.none());
      files.add(
          station.packages().carry(sealed.id(), Files.createDirectories(there.resolve("usb"))));
    }
    return files;
  }

  /** Takes packages in as {@code sala hq import} does. */
  static int taken(Desk desk, List<Path> files) {
    try (ImportQueue all = desk.packages().inTurn(files)) {
      while (all.hasNext()) {
        try (VerifiedPackage read = all.next()) {
          if (!(desk.packages().take(read, Progress.none())
              instanceof Importing.Outcome.Imported)) {
            throw new IllegalStateException("a package was not taken in");
          }
        }
      }
    }
    return files.size();
  }

  /** Seconds that {@code age -d} and {@code unzip -t} take, one package after the other. */
  double deciphered(List<Path> files) throws IOException, InterruptedException {
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

  /** What the peer needs to read the packages. */
  void exportKeys(Desk headquarters) {
    headquarters.headquarters().exportForChecking(there.resolve("check"), true);
  }
}
