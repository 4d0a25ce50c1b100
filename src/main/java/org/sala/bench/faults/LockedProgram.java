package org.sala.bench.faults;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.sala.casework.Desk;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Tools;

/**
 * The program whose memory is looked at: unlocks, works, locks, several times, telling how long
 * each lock took; writes its heap to a file once while it is open and once after it locked.
 */
public final class LockedProgram {
  private static final int MOST = 1000;

  private LockedProgram() {}

  /** Runs with the cheapest key derivation that is shipped. Arguments: folder, times. */
  public static void main(String[] args) throws IOException {
    run(Workers.cheapest(), args);
  }

  /** Runs the program with other tools. Arguments: folder, times. */
  public static void run(Tools tools, String... args) throws IOException {
    PrintStream out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
    Path root = Path.of(args[0]);
    Workers workers = new Workers(root, tools);
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      out.println("locked " + once(workers, root, i == 0));
    }
    dump(root.resolve("locked.hprof"));
    out.println("dumped");
    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
  }

  private static long once(Workers workers, Path root, boolean dumped) throws IOException {
    char[] passphrase = Night.passphrase(0);
    Desk desk =
        Workers.entered(
            new org.sala.casework.Workplace(workers.station(), workers.tools())
                .unlock("one", passphrase));
    Arrays.fill(passphrase, '\0');
    Everything.of(desk);
    if (dumped) {
      dump(root.resolve("open.hprof"));
    }
    CompletableFuture<Void> sealing = CompletableFuture.runAsync(() -> seals(desk));
    long start = System.nanoTime();
    desk.end();
    sealing.join();
    desk.close();
    return (System.nanoTime() - start) / 1_000_000;
  }

  /** Seals all there is again and again, until somebody locks. */
  private static void seals(Desk desk) {
    try {
      for (int i = 0; i < MOST; i++) {
        desk.packages().seal(desk.packages().plan(Optional.empty()), Progress.none());
      }
    } catch (CaseworkFault e) {
      if (e.code() != CaseworkFault.Code.STOPPED) {
        throw e;
      }
    }
  }

  /** What can still be reached, as {@code jmap -dump:live} would write it. */
  private static void dump(Path to) throws IOException {
    Files.deleteIfExists(to);
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(to.toString(), true);
  }
}
