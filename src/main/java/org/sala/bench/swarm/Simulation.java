package org.sala.bench.swarm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.sala.casework.station.Tools;
import org.sala.crypto.KdfParameters;
import org.sala.crypto.KdfPolicy;

/** Plays histories, judges what came of each, and cuts those that fail down to what it takes. */
public final class Simulation {
  private static final int MOST_STATIONS = 12;
  private static final int LANES = 2;
  private static final int CUTS = 150;

  private final Path root;
  private final Tools tools;
  private final Founded founded;

  /**
   * @param root an empty folder, best where waiting for the disk costs nothing
   */
  public Simulation(Path root, Tools tools) {
    this.root = root;
    this.tools = thrownAway(tools);
    this.founded = Founded.make(root.resolve("founded"), this.tools, MOST_STATIONS);
  }

  /** Keys of nobody, in a folder that is cleared, need not be costly to guess. */
  private static Tools thrownAway(Tools tools) {
    return new Tools(
        tools.clock(), tools.random(), new KdfPolicy(64, 1024, 1, 1), new KdfParameters(64, 1, 1));
  }

  /**
   * A history that failed.
   *
   * @param steps the fewest that were found to fail
   * @param wrong what was wrong at their end
   */
  public record Failed(long seed, int stations, List<String> steps, List<String> wrong) {
    public Failed {
      steps = List.copyOf(steps);
      wrong = List.copyOf(wrong);
    }

    /** Returns in words whatever is needed to see the finding again. */
    public String text() {
      StringBuilder text = new StringBuilder();
      text.append("seed ").append(seed).append(", ").append(stations).append(" stations: ");
      text.append(String.join("; ", wrong));
      steps.forEach(s -> text.append("\n    ").append(s));
      return text.toString();
    }
  }

  /**
   * What came of many.
   *
   * @param deeds how often each thing truly happened in all of them
   */
  public record Result(long played, Duration took, List<Failed> failed, Map<Deed, Long> deeds) {
    public Result {
      failed = List.copyOf(failed);
      deeds = Map.copyOf(deeds);
    }

    public long perMinute() {
      return played * 60_000 / Math.max(1, took.toMillis());
    }
  }

  /**
   * Plays histories one after the other, two at a time.
   *
   * @param stop asked before each
   * @param most failures after which nothing more is played
   */
  public Result run(long first, long count, Broken broken, int most, BooleanSupplier stop) {
    long start = System.nanoTime();
    AtomicLong next = new AtomicLong(first);
    AtomicLong played = new AtomicLong();
    Tally tally = new Tally();
    ConcurrentLinkedQueue<Failed> failed = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedQueue<RuntimeException> thrown = new ConcurrentLinkedQueue<>();
    List<Thread> lanes = new ArrayList<>();
    for (int i = 0; i < LANES; i++) {
      Path place = root.resolve("lane" + i);
      lanes.add(
          Thread.ofPlatform()
              .name("sala-history-" + i)
              .start(
                  () -> {
                    try (Views views = new Views()) {
                      Lane lane = new Lane(place, views, broken, tally);
                      for (long seed = next.getAndIncrement();
                          seed < first + count && failed.size() < most && !stop.getAsBoolean();
                          seed = next.getAndIncrement()) {
                        lane.play(seed).ifPresent(failed::add);
                        played.incrementAndGet();
                      }
                    } catch (RuntimeException e) {
                      thrown.add(e);
                    }
                  }));
    }
    lanes.forEach(Simulation::end);
    if (!thrown.isEmpty()) {
      throw thrown.peek();
    }
    return new Result(
        played.get(),
        Duration.ofNanos(System.nanoTime() - start),
        List.copyOf(failed),
        tally.sums());
  }

  /**
   * Cuts a history that fails down to fewer steps.
   *
   * @param tries so many shorter ones are played at most
   */
  Failed least(long seed, Broken broken, int tries) {
    try (Views views = new Views()) {
      Lane lane = new Lane(root.resolve("least"), views, broken, new Tally());
      return lane.failed(lane.cut(History.of(seed), tries));
    }
  }

  /** What is wrong at the end of one history. */
  List<String> judged(History history) {
    try (Views views = new Views()) {
      Lane lane = new Lane(root.resolve("one"), views, Broken.NOTHING, new Tally());
      return lane.judged(history);
    }
  }

  private static void end(Thread lane) {
    boolean interrupted = false;
    while (lane.isAlive()) {
      try {
        lane.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** One thread's part of the simulation. */
  private final class Lane {
    private final Path place;
    private final Views views;
    private final Broken broken;
    private final Tally tally;

    Lane(Path place, Views views, Broken broken, Tally tally) {
      this.place = place;
      this.views = views;
      this.broken = broken;
      this.tally = tally;
    }

    Optional<Failed> play(long seed) {
      History history = History.of(seed);
      List<String> wrong = judged(history, tally);
      if (wrong.isEmpty()) {
        return Optional.empty();
      }
      History least = broken == Broken.NOTHING ? cut(history, CUTS) : history;
      return Optional.of(failed(least));
    }

    Failed failed(History least) {
      return new Failed(
          least.seed(),
          least.stations(),
          least.steps().stream().map(Step::toString).toList(),
          judged(least));
    }

    /** Leaves out as many steps as it can while it still fails. */
    History cut(History whole, int most) {
      History least = whole;
      int tries = 0;
      for (int lot = whole.steps().size() / 2; lot >= 1; lot = lot == 1 ? 0 : lot / 2) {
        for (int from = 0; from < least.steps().size() && tries < most; ) {
          List<Step> fewer = new ArrayList<>(least.steps());
          fewer.subList(from, Math.min(fewer.size(), from + lot)).clear();
          History shorter = least.with(fewer);
          tries++;
          if (judged(shorter).isEmpty()) {
            from += lot;
          } else {
            least = shorter;
          }
        }
      }
      return least;
    }

    /** Judges a shorter one, or one by itself: what was done in it counts nowhere. */
    List<String> judged(History history) {
      return judged(history, new Tally());
    }

    private List<String> judged(History history, Tally counted) {
      clear(place);
      Laptop.Setting setting =
          new Laptop.Setting(
              new Tools(
                  tools.clock(),
                  new Seeded(history.seed()),
                  tools.policy(),
                  tools.newWorkspaces().get()),
              views,
              broken);
      try (World world = new World(place, founded, history.stations(), setting, counted)) {
        Playing playing = new Playing(world);
        history.steps().forEach(playing::play);
        Optional<Integer> rounds = new Healing(world, playing, history.seed()).heal();
        counted.did(Deed.DISPUTED, world.headquarters().disagreements().open().size());
        List<String> wrong = new ArrayList<>(new Judge(world, views, history.seed()).judge());
        if (rounds.isEmpty()) {
          wrong.add("it came to no rest");
        }
        return List.copyOf(new LinkedHashSet<>(wrong));
      } catch (RuntimeException e) {
        return List.of("broken off: " + e + " at " + e.getStackTrace()[0]);
      }
    }
  }

  /** A new folder, in memory where the system has such a place. */
  public static Path quickPlace() throws IOException {
    Path memory = Path.of("/dev/shm");
    return Files.isWritable(memory)
        ? Files.createTempDirectory(memory, "sala-histories")
        : Files.createTempDirectory("sala-histories");
  }

  /** Removes a folder and all that is in it. */
  public static void clear(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path f : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(f);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
