package org.sala.bench.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.sala.bench.machine.Machine;
import org.sala.casework.Desk;
import org.sala.casework.people.People;
import org.sala.casework.station.Tools;
import org.sala.domain.RecordId;

/**
 * F1: kills a program that does real work, and opens what it leaves. What it told over the pipe
 * before its end has to be there.
 */
public final class Kills {
  private static final String ACTS = "64";

  private final Workers workers;
  private final Machine worker;
  private final Random random;
  private final Consumer<String> say;
  private final Facts facts = new Facts();
  private final Path told;
  private long slowest;

  /**
   * @param root an empty folder
   * @param worker whose main method calls {@link Worker#work} with such tools
   */
  public Kills(Path root, Tools tools, Machine worker, long seed, Consumer<String> say)
      throws IOException {
    this.workers = new Workers(root, tools);
    this.worker = worker;
    this.random = new Random(seed);
    this.say = say;
    this.told = root.resolve("told");
    Files.writeString(told, "");
    Night.found(workers);
  }

  /**
   * Returns the same program, starting sooner: it does two rounds of its acts undisturbed, and what
   * Java loaded for them is kept in a cache.
   *
   * @param root an empty folder; the cache stays in it
   */
  public static Machine soon(Path root, Tools tools, String main) throws IOException {
    Path cache = root.resolve("worker.aot");
    Machine leaving = Machine.of(main).leaving(cache, root);
    Kills whole =
        new Kills(Files.createDirectory(root.resolve("whole")), tools, leaving, 1, l -> {});
    Process process = whole.start("16", 0, "-");
    try (var in = process.inputReader()) {
      in.lines().forEach(l -> {});
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
    return leaving.from(cache);
  }

  /** Kills it from outside, some time after its first act was told. */
  public List<String> kill(int times) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      // Every fourth time it is killed while it opens and rebuilds its view.
      boolean whileOpening = i % 4 == 3;
      wrong.addAll(
          round(
              0,
              whileOpening ? "rebuild" : "-",
              whileOpening ? -1 : random.nextInt(12),
              random.nextInt(whileOpening ? 1500 : 120)));
    }
    return wrong;
  }

  /** Lets it halt itself at the n-th act upon the disk. */
  public List<String> halt(int times) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      // Every fourth time while it rebuilds its view or works on it, else while it saves.
      boolean view = i % 4 == 3;
      wrong.addAll(
          round(
              1 + random.nextInt(view ? 400 : 120),
              view ? "rebuild,view" : "-",
              Integer.MAX_VALUE,
              0));
    }
    return wrong;
  }

  /**
   * The broken variant: a program that tells that an act is saved and halts in its first write; the
   * act has to be missed.
   */
  public boolean findsWhatIsToldEarly() throws IOException {
    return round(1, "early", Integer.MAX_VALUE, 0).stream().anyMatch(w -> w.startsWith("lost"));
  }

  /** How many acts were told as saved, over all rounds. */
  public long acknowledged() {
    return facts.acknowledged();
  }

  /** The longest that an unlock took after an end, in milliseconds. */
  public long slowest() {
    return slowest;
  }

  /**
   * @param after how many acts are told before the kill; -1 for none, not even that it is open
   * @param pause milliseconds that pass then
   */
  private List<String> round(long halt, String how, int after, int pause) throws IOException {
    long imports = facts.begun("import");
    Process process = start(ACTS, halt, how);
    List<String> heard = new ArrayList<>();
    String last = "";
    Thread killer = new Thread(() -> {}, "unused");
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      if (after < 0) {
        killer = killer(process, 400 + pause);
        killer.start();
      }
      int done = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        heard.add(line);
        last = line;
        facts.hear(line);
        if (line.startsWith("done") && done++ == after) {
          killer = killer(process, pause);
          killer.start();
        }
      }
      process.waitFor();
      killer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
    Files.write(told, heard, java.nio.file.StandardOpenOption.APPEND);
    if (process.exitValue() == 1) {
      return List.of("the program itself failed after " + last);
    }
    long start = System.nanoTime();
    List<String> wrong = new Judge(facts).judge(workers, facts.begun("import") > imports);
    slowest = Math.max(slowest, (System.nanoTime() - start) / 1_000_000);
    say.accept(
        how
            + (halt > 0 ? ", halted at act " + halt : ", killed")
            + ": "
            + heard.size()
            + " lines, the last one "
            + last
            + wrong);
    return wrong;
  }

  private static Thread killer(Process process, long pause) {
    return new Thread(
        () -> {
          try {
            Thread.sleep(pause);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          // By its handle: Process.destroyForcibly would close the pipe that is being read.
          process.toHandle().destroyForcibly();
        },
        "killer");
  }

  private Process start(String acts, long halt, String how) throws IOException {
    return worker
        .with(
            workers.root().toString(),
            String.valueOf(random.nextLong()),
            acts,
            String.valueOf(halt),
            how)
        .redirectError(ProcessBuilder.Redirect.appendTo(workers.root().resolve("errors").toFile()))
        .start();
  }

  /** Unlocks after a kill in a workspace of so many revisions, the view rebuilt; milliseconds. */
  public long restart(int revisions) throws IOException {
    try (Desk desk = new Judge(facts).openStation(workers)) {
      RecordId caseId = desk.cases().list("", "changed", true, 0, 1).getFirst().id();
      // A person is two revisions: the person and the part in the case.
      for (int i = 0; i < revisions / 2; i++) {
        desk.people()
            .add(
                caseId, new People.NewPerson("R-" + i, "", "Example " + i, "", "24", "my"), "", "");
      }
    }
    round(0, "-", 0, 0);
    try (var files = Files.list(workers.station().resolve("db"))) {
      for (Path f : files.toList()) {
        Files.delete(f);
      }
    }
    long start = System.nanoTime();
    new Judge(facts).openStation(workers).close();
    return (System.nanoTime() - start) / 1_000_000;
  }
}
