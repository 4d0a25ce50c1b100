package org.sala.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.sala.casework.Desk;
import org.sala.casework.Workplace;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.station.Tools;
import org.sala.cli.Measured;
import org.sala.crypto.KdfPolicy;

/**
 * How much memory taking a package in needs: a program of its own, with the options that Sala is
 * shipped with. What the key derivation needed before the unlock is not counted.
 */
public final class Resident {
  private static final String MOST = "most";
  private static final double AIM_MEBIBYTES = 400;

  private Resident() {}

  /**
   * Unlocks, takes the package in, and says how much was needed.
   *
   * @param args the workspace, whose it is, the package; the passphrase comes on standard input
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    char[] passphrase = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).toCharArray();
    Tools tools = Tools.shipped(Clock.system(ZoneId.systemDefault()), new SecureRandom());
    if (!(new Workplace(Path.of(args[0]), tools).unlock(args[1], passphrase)
        instanceof Workplace.Entry.Entered entered)) {
      throw new IllegalStateException("not entered");
    }
    try (Desk desk = entered.desk()) {
      forget();
      if (!(desk.packages().take(Path.of(args[2])) instanceof Importing.Outcome.Imported)) {
        throw new IllegalStateException("the package was not taken in");
      }
      out.println(MOST + " " + mebibytes());
    }
  }

  /** Lets the system count anew from here on. */
  private static void forget() throws IOException {
    Path counts = Path.of("/proc/self/clear_refs");
    if (Files.isWritable(counts)) {
      Files.writeString(counts, "5");
    }
  }

  /** The most that was resident since then. */
  private static double mebibytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(l -> l.startsWith("VmHWM:"))
        .mapToDouble(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024.0)
        .findFirst()
        .orElseThrow();
  }

  /** Takes a package in at fresh copies of a workspace, where this system tells of memory. */
  static void measure(Plan plan, String letter, String what, Path workspace, Path parcel)
      throws Exception {
    if (!Files.isReadable(Path.of("/proc/self/status"))
        || !plan.tools().policy().equals(KdfPolicy.SHIPPED)) {
      plan.say().accept("memory is not measured here");
      return;
    }
    List<Double> runs = new ArrayList<>();
    for (int run = 0; run < plan.runs(); run++) {
      Path copy = workspace.resolveSibling("resident" + run);
      Workspaces.copy(workspace, copy);
      Child.ofThisProgram()
          .told(Workspaces.PASSPHRASE)
          .run(
              Resident.class.getName(),
              List.of(copy.toString(), "zero", parcel.toString()),
              line -> {
                if (line.startsWith(MOST + " ")) {
                  runs.add(Double.parseDouble(line.substring(MOST.length() + 1)));
                }
              });
      Bench.sweep(copy, plan.say());
    }
    double[] sorted = runs.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalStateException("nothing was said of memory");
    }
    plan.found()
        .accept(
            Measured.plain(
                letter,
                what,
                "MiB",
                Pair.middle(sorted),
                sorted,
                AIM_MEBIBYTES,
                plan.note("after unlock, in a machine of its own with the shipped options")));
  }
}
