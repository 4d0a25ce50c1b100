package org.sala.bench;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.sala.casework.Desk;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Taking;
import org.sala.cli.Measured;
import org.sala.crypto.AgeIdentity;
import org.sala.domain.RecordId;

/**
 * A package around one large exhibit of incompressible bytes: (a) sealing it, against {@code
 * sha256sum} and then {@code age -r} over the same bytes; (b) verifying and importing it, against
 * {@code age -d -o FILE} and then {@code sha256sum FILE}.
 */
final class LargeFile {
  private static final double AIM = 1.0;

  private final Plan plan;
  private final Path there;
  private final Path plain;
  private final AgeIdentity peer = AgeIdentity.generate();

  private LargeFile(Plan plan) {
    this.plan = plan;
    this.there = plan.folder();
    this.plain = there.resolve("plain");
  }

  static void seal(Plan plan) throws Exception {
    if (present(plan, "a", "sealing a large exhibit")) {
      new LargeFile(plan).seal();
    }
  }

  static void open(Plan plan) throws Exception {
    if (present(plan, "b", "verifying and importing it")) {
      new LargeFile(plan).open();
    }
  }

  private static boolean present(Plan plan, String letter, String what) {
    if (Outside.has(List.of("age", "sha256sum"))) {
      return true;
    }
    double none = Double.NaN;
    plan.found()
        .accept(new Measured(letter, what, 0, 0, "s", none, none, none, AIM, true, "peer absent"));
    return false;
  }

  private int mebibytes() {
    return plan.size(2048, 32);
  }

  private String note() {
    return plan.note(mebibytes() + " MiB");
  }

  private void seal() throws Exception {
    try (Desk hq = Workspaces.headquarters(plan.tools(), there.resolve("hq"));
        Desk station = withExhibit(hq)) {
      Pair pair =
          Pair.alternating(
              plan.runs(),
              plan.say(),
              () -> {
                Outside.settleDisk();
                long began = System.nanoTime();
                PackageLine line = sealed(station);
                double took = (System.nanoTime() - began) / 1e9;
                Files.delete(there.resolve("station/outbox").resolve(line.fileName()));
                return took;
              },
              () -> {
                Outside.settleDisk();
                return Outside.seconds("sha256sum", plain.toString())
                    + encipher(there.resolve("peer"));
              });
      plan.found().accept(pair.times("a", "sealing a large exhibit", "s", AIM, note()));
    }
  }

  private void open() throws Exception {
    Path parcel;
    try (Desk hq = Workspaces.headquarters(plan.tools(), there.resolve("hq"));
        Desk station = withExhibit(hq)) {
      parcel =
          station
              .packages()
              .carry(sealed(station).id(), Files.createDirectories(there.resolve("usb")));
    }
    Path enciphered = there.resolve("peer");
    encipher(enciphered);
    Path key = Files.writeString(there.resolve("key"), peer.secret() + "\n");
    Path out = there.resolve("out");
    int[] run = new int[1];
    Pair pair =
        Pair.alternating(
            plan.runs(),
            plan.say(),
            () -> imported(parcel, there.resolve("run" + run[0]++)),
            () -> {
              Files.deleteIfExists(out);
              Outside.settleDisk();
              return Outside.seconds(
                      "age",
                      "-d",
                      "-i",
                      key.toString(),
                      "-o",
                      out.toString(),
                      enciphered.toString())
                  + Outside.seconds("sha256sum", out.toString());
            });
    plan.found().accept(pair.times("b", "verifying and importing it", "s", AIM, note()));
    Resident.measure(
        plan, "b", "memory while " + mebibytes() + " MiB come in", there.resolve("hq"), parcel);
  }

  private double imported(Path parcel, Path copy) throws Exception {
    Workspaces.copy(there.resolve("hq"), copy);
    double took;
    try (Desk hq = Workspaces.unlock(plan.tools(), copy, "zero")) {
      Outside.settleDisk();
      long began = System.nanoTime();
      if (!(hq.packages().take(parcel) instanceof Importing.Outcome.Imported)) {
        throw new IllegalStateException("the package was not taken in");
      }
      took = (System.nanoTime() - began) / 1e9;
    }
    Bench.sweep(copy, plan.say());
    return took;
  }

  private double encipher(Path to) throws Exception {
    Files.deleteIfExists(to);
    return Outside.seconds(
        "age", "-r", peer.recipient().text(), "-o", to.toString(), plain.toString());
  }

  private static PackageLine sealed(Desk station) {
    return station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
  }

  private Desk withExhibit(Desk hq) throws Exception {
    plan.say().accept("making an exhibit of " + mebibytes() + " MiB");
    byte[] mebibyte = new byte[1 << 20];
    Random random = new Random(3);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(plain))) {
      for (int i = 0; i < mebibytes(); i++) {
        random.nextBytes(mebibyte);
        out.write(mebibyte);
      }
    }
    Desk station = Workspaces.create(plan.tools(), there.resolve("station"), "s");
    Workspaces.enrol(hq, station, there, "S");
    RecordId caseId =
        station
            .cases()
            .open(new Cases.NewCase("Example hall", "rescue", "normal", "Example Town", ""));
    Taking taking =
        station
            .exhibits()
            .take(
                caseId,
                new Exhibits.NewExhibit("Recording", "", Optional.empty(), "", ""),
                plain,
                Progress.none());
    if (!(taking instanceof Taking.Taken)) {
      station.close();
      throw new IllegalStateException("the exhibit was not taken in");
    }
    return station;
  }
}
