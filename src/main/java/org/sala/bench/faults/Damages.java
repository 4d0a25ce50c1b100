package org.sala.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sala.casework.Desk;
import org.sala.casework.Workplace;
import org.sala.casework.packages.register.PackageDetails;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Tools;

/**
 * F4 and F5: damages one file of a whole workspace, opens it as an officer would, and compares all
 * that is shown with what was shown before.
 */
public final class Damages {
  private final Workers workers;
  private final Random random;
  private final Path whole;
  private final Path older;
  private final Map<String, String> before;
  private final List<Path> files;
  private final long passphrases;

  /** What is done to a file. */
  public enum Kind {
    FLIPPED,
    TRUNCATED,
    MISSING,
    ZEROED,
    OLDER
  }

  /** What came of a damage. */
  public enum Outcome {
    /** The workspace did not open, and said why. */
    REFUSED,
    /** The workspace opened, and told what is damaged. */
    TOLD,
    NO_EFFECT,
    /** The workspace opened and shows something else without a word. */
    SILENTLY_WRONG,
    /** The program fell over its own feet, or touched the damaged file before it was told. */
    FAILED
  }

  /** How often each thing came of it, and the trials that should not have ended so. */
  public record Result(Map<Outcome, Integer> counts, List<String> wrong) {}

  /** Makes the workspace, with everything in it that a night leaves. */
  public Damages(Path root, Tools tools, long seed) throws IOException {
    this.workers = new Workers(root, tools);
    this.random = new Random(seed);
    this.whole = root.resolve("whole");
    this.older = root.resolve("older");
    Night.found(workers);
    Facts facts = new Facts();
    try (Desk station = workers.openStation(workers.station(), 0);
        Night.Headquarters hq = new Night.Headquarters(workers::openHeadquarters)) {
      Night night = new Night(station, hq, workers.usb(), seed, false, facts, facts::hear);
      night.work(12);
      copy(workers.station(), older);
      night.work(12);
    }
    this.passphrases = facts.done("passphrase");
    copy(workers.station(), whole);
    try (Desk desk = workers.openStation(workers.station(), passphrases)) {
      this.before = Everything.of(desk);
    }
    try (Stream<Path> all = Files.walk(whole)) {
      this.files =
          all.filter(Files::isRegularFile)
              .map(whole::relativize)
              .filter(f -> !f.toString().equals("lock"))
              .sorted()
              .toList();
    }
  }

  /** Damages so many files, one at a time, and returns what came of each. */
  public Result damage(Kind kind, int times) throws IOException {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      Path trial = workers.root().resolve("trial");
      clear(trial);
      copy(whole, trial);
      Path file = choose(kind, i);
      byte[] damaged = damage(kind, trial, file);
      List<String> why = new ArrayList<>();
      Outcome outcome = open(trial, file, damaged, why);
      counts.merge(outcome, 1, Integer::sum);
      if (outcome == Outcome.SILENTLY_WRONG || outcome == Outcome.FAILED) {
        wrong.add(kind + " " + file + ": " + outcome + " " + why);
      }
    }
    return new Result(counts, wrong);
  }

  /** The broken variant: a reader that let one changed word through; the outcome must be red. */
  public Outcome oneWordChanged() throws IOException {
    Path trial = workers.root().resolve("trial");
    clear(trial);
    copy(whole, trial);
    try (Desk desk = workers.openStation(trial, passphrases)) {
      desk.people()
          .setBirth(desk.people().list("", "name", false, 0, 1).getFirst().id(), "31", "not so");
    }
    return open(trial, Path.of("key.a"), new byte[0], new ArrayList<>());
  }

  /**
   * Every file has its turn before one has its second; an older copy has to be there and differ.
   */
  private Path choose(Kind kind, int turn) throws IOException {
    List<Path> fit = new ArrayList<>();
    for (Path f : files) {
      boolean old =
          Files.exists(older.resolve(f)) && Files.mismatch(older.resolve(f), whole.resolve(f)) >= 0;
      if ((kind != Kind.OLDER || old) && Files.size(whole.resolve(f)) > 0) {
        fit.add(f);
      }
    }
    return turn < fit.size() ? fit.get(turn) : fit.get(random.nextInt(fit.size()));
  }

  private byte[] damage(Kind kind, Path trial, Path file) throws IOException {
    Path target = trial.resolve(file);
    byte[] bytes = Files.readAllBytes(target);
    switch (kind) {
      case FLIPPED -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      case TRUNCATED -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case ZEROED -> Arrays.fill(bytes, (byte) 0);
      case OLDER -> bytes = Files.readAllBytes(older.resolve(file));
      case MISSING -> bytes = new byte[0];
    }
    if (kind == Kind.MISSING) {
      Files.delete(target);
    } else {
      Files.write(target, bytes);
    }
    return bytes;
  }

  private Outcome open(Path trial, Path file, byte[] damaged, List<String> why) throws IOException {
    Workplace.Entry entry;
    try {
      entry = new Workplace(trial, workers.tools()).unlock("one", Night.passphrase(passphrases));
    } catch (CaseworkFault e) {
      why.add("a fault instead of an answer: " + e.code());
      return Outcome.FAILED;
    }
    if (!(entry instanceof Workplace.Entry.Entered entered)) {
      boolean touched =
          Files.exists(trial.resolve(file))
              && !Arrays.equals(Files.readAllBytes(trial.resolve(file)), damaged);
      why.add(entry.toString());
      return touched || entry instanceof Workplace.Entry.WrongPassphrase
          ? Outcome.FAILED
          : Outcome.REFUSED;
    }
    try (Desk desk = entered.desk()) {
      return compare(desk, trial, why);
    } catch (RuntimeException e) {
      why.add("while it was open: " + e);
      return Outcome.FAILED;
    }
  }

  private Outcome compare(Desk desk, Path trial, List<String> why) throws IOException {
    // As an officer comes upon it: a damaged frame is told when it is read, or by the check.
    boolean told = !(desk.audit().verify() instanceof AuditTrail.Verdict.Whole);
    Map<String, String> now;
    try {
      now = Everything.of(desk);
    } catch (RuntimeException e) {
      why.add(e.toString());
      return told ? Outcome.TOLD : Outcome.FAILED;
    }
    told |= !outboxIsWhole(desk, trial);
    boolean wrong = false;
    TreeMap<String, String> all = new TreeMap<>(before);
    now.forEach(all::putIfAbsent);
    for (String line : all.keySet()) {
      if (!Objects.equals(before.get(line), now.get(line))) {
        why.add(line);
        told |= line.startsWith("told: ");
        wrong |= !line.startsWith("told: ");
      }
    }
    if (wrong) {
      return Outcome.SILENTLY_WRONG;
    }
    return told ? Outcome.TOLD : Outcome.NO_EFFECT;
  }

  /** A damaged package is refused when it is to be carried. */
  private static boolean outboxIsWhole(Desk desk, Path trial) {
    for (PackageLine p : desk.packages().list()) {
      PackageDetails d = desk.packages().details(p.id());
      if (p.outgoing() && p.purpose().equals("report") && !d.fileName().isEmpty()) {
        try {
          desk.packages().carry(p.id(), trial.resolve("tmp"));
        } catch (CaseworkFault e) {
          return false;
        }
      }
    }
    return true;
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path f : all.toList()) {
        Path target = to.resolve(from.relativize(f).toString());
        if (Files.isDirectory(f)) {
          Files.createDirectories(target);
        } else {
          Files.copy(f, target);
        }
      }
    }
  }

  static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path f : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(f);
        }
      }
    }
  }
}
