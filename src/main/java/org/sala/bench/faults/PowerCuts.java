package org.sala.bench.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sala.casework.Desk;
import org.sala.casework.station.Tools;

/**
 * F2: the power goes in the middle of a night's work, for the whole workspace: journal, keys,
 * state, objects, outbox, view and names. What was told as saved before it is there afterwards.
 */
public final class PowerCuts {
  private final Workers whole;
  private final Random random;
  private long acknowledged;
  private int went;

  public PowerCuts(Path root, Tools tools, long seed) throws IOException {
    this.whole = new Workers(root.resolve("whole"), tools);
    this.random = new Random(seed);
    Night.found(whole);
  }

  /** Works so many nights, each with one power cut, and returns what went wrong. */
  public List<String> run(Path root, int times) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      long acts = 1L + random.nextInt(i % 4 == 3 ? 2500 : 400);
      wrong.addAll(
          trial(root.resolve("trial"), acts, true).stream()
              .map(w -> "power gone at act " + acts + ": " + w)
              .toList());
    }
    return wrong;
  }

  /** The broken variant: a disk that does not write through. Whether anything was missed. */
  public boolean foundWithoutSync(Path root, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      if (!trial(root.resolve("trial"), 200L + random.nextInt(200), false).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Acts that were told as saved, over all nights. */
  public long acknowledged() {
    return acknowledged;
  }

  /** Nights in which the power went in the middle of an act. */
  public int went() {
    return went;
  }

  private List<String> trial(Path root, long acts, boolean syncs) throws IOException {
    Damages.clear(root);
    Damages.copy(whole.root(), root);
    Workers workers = new Workers(root, whole.tools());
    PowerCut cut = new PowerCut(workers.station(), acts, random, syncs);
    FaultyDisk disk = new FaultyDisk(cut);
    Facts facts = new Facts();
    FaultyView.put(workers.station(), disk);
    try {
      night(workers, disk, facts, cut);
    } finally {
      FaultyView.take(workers.station());
    }
    went += cut.went() ? 1 : 0;
    cut.cut();
    acknowledged += facts.acknowledged();
    return new Judge(facts).judge(workers, facts.begun("import") > 0);
  }

  private void night(Workers workers, FaultyDisk disk, Facts facts, PowerCut cut)
      throws IOException {
    try (Night.Headquarters hq = new Night.Headquarters(workers::openHeadquarters)) {
      Desk station;
      try {
        station = workers.openStation(disk.path(workers.station()), 0);
      } catch (RuntimeException e) {
        if (!cut.went()) {
          throw e;
        }
        // It went while the workspace was opened: nothing was told yet.
        return;
      }
      try {
        new Night(station, hq, workers.usb(), random.nextLong(), false, facts, facts::hear)
            .work(16);
      } catch (RuntimeException | IOException e) {
        if (!cut.went()) {
          throw e;
        }
      } finally {
        cut.off();
        close(station);
      }
    }
  }

  /** Files and lock are given back; what it would still like to write finds no disk. */
  private static void close(Desk station) {
    try {
      station.close();
    } catch (RuntimeException e) {
      // As it must be, with no power.
    }
  }
}
