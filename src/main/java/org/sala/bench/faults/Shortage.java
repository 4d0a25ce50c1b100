package org.sala.bench.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.sala.casework.Desk;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Tools;

/**
 * F3: the disk is full, or fails once, at the n-th act of real work. The officer is told plainly
 * and soon, nothing that was saved is lost, and work goes on when there is room again.
 */
public final class Shortage {
  private static final Set<CaseworkFault.Code> PLAIN =
      Set.of(
          CaseworkFault.Code.DISK_FULL,
          CaseworkFault.Code.NO_SPACE,
          CaseworkFault.Code.READ_ONLY,
          CaseworkFault.Code.SAVED_UNSHOWN,
          CaseworkFault.Code.IO);

  private final Workers whole;
  private final Random random;
  private long slowest;
  private int met;
  private int reopened;

  public Shortage(Path root, Tools tools, long seed) throws IOException {
    this.whole = new Workers(root.resolve("whole"), tools);
    this.random = new Random(seed);
    Night.found(whole);
  }

  /** Works so many nights with a full disk, or a failing one, and returns what went wrong. */
  public List<String> run(Path root, int times, boolean full) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      boolean viewToo = i % 4 == 3;
      long at = 1L + random.nextInt(viewToo ? 600 : 130);
      wrong.addAll(run(root, new FullDisk(at, full), viewToo, false));
    }
    return wrong;
  }

  /**
   * The broken variant: a program that tells before it saves, on a disk that is full from the
   * second act, the fifth and so on, so that each kind of the night's acts is met. Whether what it
   * lost was missed.
   */
  public boolean foundWhereToldTooEarly(Path root, int most) throws IOException {
    boolean found = false;
    for (long at = 2; at <= most && !found; at += 3) {
      found =
          run(root, new FullDisk(at, true), false, true).stream()
              .anyMatch(w -> w.contains("lost:"));
    }
    return found;
  }

  private List<String> run(Path root, FullDisk disk, boolean viewToo, boolean early)
      throws IOException {
    Path trial = root.resolve("trial");
    Damages.clear(trial);
    Damages.copy(whole.root(), trial);
    return new Trial(new Workers(trial, whole.tools()), disk, viewToo, early)
        .run(random.nextLong()).stream().map(w -> disk + ": " + w).toList();
  }

  /** The longest that it took until the officer was told, in milliseconds. */
  public long slowest() {
    return slowest;
  }

  /** Nights in which work met the fault. */
  public int met() {
    return met;
  }

  /** Nights in which work went on only after the workspace was locked and unlocked. */
  public int reopened() {
    return reopened;
  }

  private final class Trial {
    private final Workers workers;
    private final FullDisk disturbance;
    private final FaultyDisk disk;
    private final boolean viewToo;
    private final boolean early;
    private final Facts facts = new Facts();
    private final List<String> wrong = new ArrayList<>();

    Trial(Workers workers, FullDisk disturbance, boolean viewToo, boolean early) {
      this.workers = workers;
      this.disturbance = disturbance;
      this.early = early;
      this.disk = new FaultyDisk(disturbance);
      this.viewToo = viewToo;
    }

    List<String> run(long seed) throws IOException {
      if (viewToo) {
        FaultyView.put(workers.root(), disk);
      }
      try {
        Desk desk = open();
        if (desk != null) {
          night(desk, seed);
        }
        disturbance.free();
        new Judge(facts).judge(workers, true).forEach(wrong::add);
        halfExhibits();
        return wrong;
      } finally {
        FaultyView.take(workers.root());
      }
    }

    private @org.jspecify.annotations.Nullable Desk open() {
      long start = System.nanoTime();
      try {
        return workers.openStation(disk.path(workers.station()), 0);
      } catch (Workers.NotOpened e) {
        // Told at the door: full, or not to be read.
        told(start, List.of("DiskFull", "ReadOnly").contains(String.valueOf(e.getMessage())), e);
      } catch (CaseworkFault e) {
        told(start, PLAIN.contains(e.code()), e);
      }
      disturbance.free();
      return workers.openStation(disk.path(workers.station()), 0);
    }

    private void night(Desk desk, long seed) throws IOException {
      Desk at = desk;
      try (Night.Headquarters hq = new Night.Headquarters(workers::openHeadquarters)) {
        Night night = night(at, hq, seed);
        long start = System.nanoTime();
        try {
          for (int i = 0; i < 16; i++) {
            start = System.nanoTime();
            night.act(i % 8);
          }
        } catch (CaseworkFault e) {
          told(start, PLAIN.contains(e.code()), e);
        } catch (Night.NotDone e) {
          told(start, true, e);
        } catch (RuntimeException e) {
          told(start, false, e);
        }
        disturbance.free();
        if (early) {
          // What is written later would hide what was lost.
          return;
        }
        try {
          night(at, hq, seed + 1).work(7);
        } catch (RuntimeException e) {
          reopened++;
          lock(at);
          at = workers.openStation(disk.path(workers.station()), facts.done("passphrase"));
          night(at, hq, seed + 2).work(7);
        }
      } catch (RuntimeException e) {
        wrong.add("work does not go on: " + e + " " + e.getCause());
      } finally {
        lock(at);
      }
    }

    private Night night(Desk desk, Night.Headquarters hq, long seed) {
      return new Night(desk, hq, disk.path(workers.usb()), seed, early, facts, facts::hear);
    }

    private void lock(Desk desk) {
      try {
        desk.close();
      } catch (RuntimeException e) {
        wrong.add("does not lock: " + e);
      }
    }

    private void told(long start, boolean plainly, Exception e) {
      met++;
      slowest = Math.max(slowest, (System.nanoTime() - start) / 1_000_000);
      if (!plainly) {
        wrong.add("not told plainly: " + e + " " + e.getCause());
      }
    }

    private void halfExhibits() {
      try (Desk desk = new Judge(facts).openStation(workers)) {
        for (Exhibits.ExhibitLine e : desk.exhibits().list("", "changed", true, 0, 1000)) {
          if (desk.exhibits().check(e.id(), Progress.none()) != Exhibits.Condition.INTACT) {
            wrong.add("half an attachment");
          }
        }
      }
    }
  }
}
