package org.sala.bench.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sala.casework.Desk;
import org.sala.casework.station.Tools;

/**
 * The program that is killed: opens station and headquarters in a folder, does the work of a night
 * and tells each act over its standard output. It can halt itself at the n-th act upon the disk.
 */
public final class Worker {
  private Worker() {}

  /** Arguments: folder, seed, acts, halt (0 for never), any of {@code rebuild,view,early}. */
  public static void main(String[] args) throws IOException {
    work(Workers.cheapest(), args);
  }

  /** Works with other tools, by the arguments of the main method. */
  public static void work(Tools tools, String... args) throws IOException {
    // Nothing may wait in a buffer of this program: what was told counts.
    PrintStream out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
    Path root = Path.of(args[0]);
    long seed = Long.parseLong(args[1]);
    int acts = Integer.parseInt(args[2]);
    long halt = Long.parseLong(args[3]);
    boolean rebuild = args[4].contains("rebuild");
    boolean early = args[4].contains("early");
    Facts sofar = new Facts();
    Files.readAllLines(root.resolve("told")).forEach(sofar::hear);
    Workers workers = new Workers(root, tools);
    if (rebuild) {
      dropView(workers.station());
      dropView(workers.headquarters());
    }
    Halt halting = new Halt(halt, args[4].contains("view"), !early);
    FaultyDisk disk = new FaultyDisk(halt == 0 ? Disturbance.none() : halting);
    FaultyView.put(root, disk);
    Consumer<String> tell =
        line -> {
          out.println(line);
          if (line.startsWith("done")) {
            halting.begin();
          }
        };
    try (Night.Headquarters hq =
            new Night.Headquarters(
                () -> workers.openHeadquarters(disk.path(workers.headquarters())));
        Desk station = workers.openStation(disk.path(workers.station()), sofar)) {
      out.println("opened - 0");
      new Night(station, hq, disk.path(workers.usb()), seed, early, sofar, tell).work(acts);
    }
    out.println("closed - 0");
  }

  private static void dropView(Path workspace) throws IOException {
    try (Stream<Path> files = Files.list(workspace.resolve("db"))) {
      for (Path f : files.toList()) {
        Files.delete(f);
      }
    }
  }

  /** Ends the program at the n-th act upon the disk, in the middle of it where it is a write. */
  private static final class Halt implements Disturbance {
    private final AtomicLong left;
    private final boolean viewToo;
    private volatile boolean counts;

    /**
     * @param viewToo counts what the database writes as well, which is most
     * @param atOnce counts from the beginning, and not only from the first act that was told
     */
    Halt(long at, boolean viewToo, boolean atOnce) {
      this.viewToo = viewToo;
      this.counts = atOnce;
      this.left = new AtomicLong(at);
    }

    void begin() {
      counts = true;
    }

    private static boolean inView(Path file) {
      Path folder = file.getParent();
      return folder != null && folder.endsWith("db");
    }

    @Override
    public int before(Act act, Path file, int length) {
      if (!counts || !viewToo && inView(file)) {
        return length;
      }
      long now = left.decrementAndGet();
      if (now == 0 && length > 1) {
        return length / 2;
      }
      if (now <= 0) {
        Runtime.getRuntime().halt(137);
      }
      return length;
    }
  }
}
