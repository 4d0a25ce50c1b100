package org.sala.bench.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sala.bench.fuzz.Fuzzing;
import org.sala.bench.fuzz.Parser;
import org.sala.bench.fuzz.Parsers;
import org.sala.bench.leaks.Leaks;
import org.sala.bench.leaks.MarkedNight;
import org.sala.bench.machine.Machine;
import org.sala.bench.swarm.Broken;
import org.sala.bench.swarm.Simulation;
import org.sala.casework.station.Tools;
import org.sala.cli.Trials;
import org.sala.cli.Tried;
import org.sala.domain.DomainFault;

/** All figures that one command does; the others are tests of every build. */
public final class Figures implements Trials {
  /** Behind each end everything is made anew that was written before it: longer with each. */
  private static final int OF_ONE_WORKSPACE = 50;

  /** What stands in a package: F9 spoils it beyond the named ways. */
  private static final Set<String> OF_PACKAGES =
      Set.of("package", "container", "entry", "manifest");

  private final Tools tools = Workers.cheapest();
  private final Tools quick = Workers.quick();
  private final Map<String, Row> rows = new LinkedHashMap<>();

  /** What a figure is called, and its two counts. */
  private record Row(String what, long fast, long full, Figure figure) {}

  public Figures() {
    row("F1", "killed or halted at real work, nothing told is lost", 40, 1000, this::kills);
    row("F2", "power cut over the whole workspace", 100, 10_000, inMemory(this::powerCuts));
    row("F3", "disk full or failing at the n-th act", 30, 300, this::shortage);
    row("F4", "one bit turned in any file", 50, 10_000, inMemory(this::flips));
    row("F5", "a file cut, missing, zeroed, older", 200, 2000, inMemory(this::damages));
    row(
        "F7",
        "random histories of many laptops and a headquarters",
        1000,
        100_000,
        inMemory(this::swarm));
    row("F9", "packages spoiled at random, seals made right again", 2000, 100_000, this::packages);
    row("F11", "500 marked words looked for in all that is left", 1, 20, this::leaks);
    row("F13", "hostile input for every parser", 10_000, 10_000_000, this::hostile);
    row("F14", "a clock years off, behind, in another zone", 1, 1, this::clocks);
    row("F15", "locking, and keys in a locked program's memory", 5, 50, this::locking);
  }

  private void row(String id, String what, long fast, long full, Figure figure) {
    rows.put(id, new Row(what, fast, full, figure));
  }

  @Override
  public Map<String, String> figures() {
    Map<String, String> all = new LinkedHashMap<>();
    rows.forEach((id, row) -> all.put(id, row.what()));
    return all;
  }

  @Override
  public boolean run(Wanted wanted, Consumer<String> say, Consumer<Tried> found)
      throws IOException {
    boolean green = true;
    for (Map.Entry<String, Row> e : rows.entrySet()) {
      if (wanted.ids().contains(e.getKey())) {
        Tried tried = one(e.getKey(), e.getValue(), wanted, say);
        found.accept(tried);
        green &= tried.green();
      }
    }
    return green;
  }

  private static Tried one(String id, Row row, Wanted wanted, Consumer<String> say)
      throws IOException {
    say.accept(id + " " + row.what());
    Path folder = Files.createDirectories(wanted.folder().resolve(id));
    long start = System.nanoTime();
    Figure.Budget budget =
        new Figure.Budget(
            wanted.full() ? row.full() : row.fast(),
            start + wanted.most().orElse(Duration.ofDays(3)).toNanos(),
            wanted.seed(),
            say);
    Figure.Outcome outcome = tried(row.figure(), folder, budget);
    if (outcome.wrong().isEmpty()) {
      Damages.clear(folder);
    }
    return new Tried(
        id,
        row.what(),
        budget.done(),
        budget.wanted(),
        outcome.wrong(),
        outcome.red(),
        Duration.ofNanos(System.nanoTime() - start).toSeconds(),
        outcome.note());
  }

  /**
   * Has a figure tried in a quick place, where no disk of its own is tried: it would be waited for,
   * thousands of times.
   */
  private static Figure inMemory(Figure figure) {
    return (folder, budget) -> {
      Path place = Simulation.quickPlace();
      try {
        return figure.run(place, budget);
      } finally {
        Simulation.clear(place);
      }
    };
  }

  /** A figure that breaks off is a fault found, and no reason to leave out the next ones. */
  private static Figure.Outcome tried(Figure figure, Path folder, Figure.Budget budget) {
    try {
      return figure.run(folder, budget);
    } catch (IOException | RuntimeException e) {
      return new Figure.Outcome(
          List.of("broken off: " + e.getClass().getName() + " at " + e.getStackTrace()[0]),
          false,
          "broken off");
    }
  }

  private Figure.Outcome kills(Path folder, Figure.Budget budget) throws IOException {
    Machine worker =
        Kills.soon(Files.createDirectories(folder.resolve("cache")), tools, Worker.class.getName());
    List<String> wrong = new ArrayList<>();
    long told = 0;
    long restart = 0;
    for (long begun = 0; begun == 0 || begun < budget.wanted() && budget.left() > 0; ) {
      Path place = folder.resolve("kills" + begun);
      Kills kills = new Kills(place, tools, worker, budget.seed() + begun, l -> {});
      long some = Math.min(OF_ONE_WORKSPACE, budget.wanted() - begun);
      long halts = some * 4 / 5;
      wrong.addAll(budget.spend(some - halts, 4, kills::kill));
      wrong.addAll(budget.spend(halts, 4, kills::halt));
      told += kills.acknowledged();
      if (begun == 0) {
        restart = kills.restart(2000);
      }
      begun += some;
      Simulation.clear(place);
    }
    if (restart >= 10_000) {
      wrong.add("restart took " + restart + " ms");
    }
    Kills early = new Kills(folder.resolve("early"), tools, worker, 7, l -> {});
    return new Figure.Outcome(
        wrong,
        early.findsWhatIsToldEarly(),
        told + " acts told; unlocked and rebuilt 2,000 revisions in " + restart + " ms");
  }

  private Figure.Outcome powerCuts(Path folder, Figure.Budget budget) throws IOException {
    PowerCuts cuts = new PowerCuts(folder, quick, budget.seed());
    List<String> wrong = budget.spend(budget.wanted(), 4, n -> cuts.run(folder, n));
    return new Figure.Outcome(
        wrong, cuts.foundWithoutSync(folder, 200), cuts.acknowledged() + " acts told");
  }

  private Figure.Outcome shortage(Path folder, Figure.Budget budget) throws IOException {
    Shortage shortage = new Shortage(folder, tools, budget.seed());
    long half = budget.wanted() / 2;
    List<String> wrong = new ArrayList<>();
    // By turns, so that an end that comes early has seen both.
    for (long done = 0; done < half && (done == 0 || budget.left() > 0); done += 5) {
      wrong.addAll(budget.spend(5, 5, n -> shortage.run(folder, n, true)));
      wrong.addAll(budget.spend(5, 5, n -> shortage.run(folder, n, false)));
    }
    return new Figure.Outcome(
        wrong,
        shortage.foundWhereToldTooEarly(folder, 200),
        "told within " + shortage.slowest() + " ms at most");
  }

  private Figure.Outcome flips(Path folder, Figure.Budget budget) throws IOException {
    Damages damages = new Damages(folder, quick, budget.seed());
    List<String> wrong =
        budget.spend(budget.wanted(), 10, n -> damages.damage(Damages.Kind.FLIPPED, n).wrong());
    return new Figure.Outcome(wrong, wordFound(damages), "");
  }

  private Figure.Outcome damages(Path folder, Figure.Budget budget) throws IOException {
    Damages damages = new Damages(folder, quick, budget.seed());
    List<Damages.Kind> kinds =
        List.of(
            Damages.Kind.TRUNCATED, Damages.Kind.MISSING, Damages.Kind.ZEROED, Damages.Kind.OLDER);
    List<String> wrong = new ArrayList<>();
    long each = budget.wanted() / kinds.size();
    for (long done = 0; done < each && (done == 0 || budget.left() > 0); done += 10) {
      for (Damages.Kind kind : kinds) {
        wrong.addAll(budget.spend(10, 10, n -> damages.damage(kind, n).wrong()));
      }
    }
    return new Figure.Outcome(wrong, wordFound(damages), "");
  }

  private static boolean wordFound(Damages damages) throws IOException {
    return damages.oneWordChanged() == Damages.Outcome.SILENTLY_WRONG;
  }

  private Figure.Outcome swarm(Path place, Figure.Budget budget) throws IOException {
    Simulation simulation = new Simulation(place, tools);
    Simulation.Result result =
        simulation.run(budget.seed(), budget.wanted(), Broken.NOTHING, 5, () -> budget.left() == 0);
    budget.did(result.played());
    List<String> missed = new ArrayList<>();
    for (Broken broken : Broken.values()) {
      if (broken != Broken.NOTHING
          && simulation.run(1, 300, broken, 1, () -> false).failed().isEmpty()) {
        missed.add(broken.name());
      }
    }
    return new Figure.Outcome(
        result.failed().stream().map(Simulation.Failed::text).toList(),
        missed.isEmpty(),
        result.perMinute() + " a minute; not found out: " + (missed.isEmpty() ? "none" : missed));
  }

  @Override
  public Simulated simulate(long first, long seeds, Consumer<String> say) throws IOException {
    Path place = Simulation.quickPlace();
    try {
      say.accept("seeds " + first + " to " + (first + seeds - 1));
      Simulation.Result result =
          new Simulation(place, tools).run(first, seeds, Broken.NOTHING, 5, () -> false);
      return new Simulated(
          result.played(),
          result.perMinute(),
          result.failed().stream().map(Simulation.Failed::text).toList(),
          result.deeds().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      e -> e.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                      Map.Entry::getValue,
                      (a, b) -> a,
                      TreeMap::new)));
    } finally {
      Simulation.clear(place);
    }
  }

  private Figure.Outcome packages(Path folder, Figure.Budget budget) throws IOException {
    return fuzz(
        Parsers.all(folder).stream().filter(p -> OF_PACKAGES.contains(p.name())).toList(),
        Parsers.believingDigests(folder.resolve("believing")),
        budget);
  }

  private Figure.Outcome hostile(Path folder, Figure.Budget budget) throws IOException {
    Parser careless =
        new Parser(
            "careless",
            List.of("{\"length\":4}".getBytes(StandardCharsets.UTF_8)),
            List.of(),
            input -> {
              if (input.length > 0 && input[input.length - 1] != '}') {
                throw new IllegalStateException();
              }
            },
            List.of(DomainFault.class));
    return fuzz(Parsers.all(folder), careless, budget);
  }

  /** Each parser has the same count, and the same share of the time. */
  private static Figure.Outcome fuzz(List<Parser> parsers, Parser broken, Figure.Budget budget) {
    List<String> wrong = new ArrayList<>();
    long inputs = Math.max(1, budget.wanted() / parsers.size());
    int left = parsers.size();
    for (Parser parser : parsers) {
      Fuzzing.Result result =
          Fuzzing.run(parser, budget.seed(), inputs, Duration.ofNanos(budget.left() / left--));
      budget.did(result.inputs());
      wrong.addAll(result.findings());
    }
    boolean red = !Fuzzing.run(broken, 7, 200, Duration.ofMinutes(1)).findings().isEmpty();
    return new Figure.Outcome(wrong, red, parsers.size() + " parsers");
  }

  private Figure.Outcome leaks(Path folder, Figure.Budget budget) throws IOException {
    long[] files = new long[1];
    List<String> wrong =
        budget.spend(
            budget.wanted(),
            1,
            n -> {
              Path night = folder.toAbsolutePath().resolve("night");
              Damages.clear(night);
              Leaks leaks =
                  new Leaks(
                      Files.createDirectories(night),
                      MarkedNight.class.getName(),
                      budget.seed() + budget.done());
              List<String> found = leaks.run();
              files[0] += leaks.files();
              return found;
            });
    return new Figure.Outcome(
        wrong, Leaks.findsWhatIsPlanted(), files[0] + " files; planted words are found");
  }

  private Figure.Outcome clocks(Path folder, Figure.Budget budget) throws IOException {
    WrongClocks clocks = new WrongClocks(folder, tools);
    List<String> wrong = clocks.run();
    budget.did(1);
    return new Figure.Outcome(
        wrong,
        clocks.foundWhereOrderIsByClock(),
        clocks.count() + " ways to be wrong; lists that sort by time follow the clock");
  }

  private Figure.Outcome locking(Path folder, Figure.Budget budget) throws IOException {
    Locking locking = new Locking(folder, tools, LockedProgram.class.getName());
    Locking.Found found = locking.run((int) budget.wanted());
    List<String> wrong = new ArrayList<>();
    found.locked().forEach(k -> wrong.add("in memory after the lock: " + k));
    long slowest = locking.locks().stream().mapToLong(Long::longValue).max().orElse(Long.MAX_VALUE);
    if (slowest >= 1000) {
      wrong.add("a lock took " + slowest + " ms");
    }
    budget.did(locking.locks().size());
    return new Figure.Outcome(
        wrong, found.open().contains("workspace key"), "locked within " + slowest + " ms at most");
  }
}
