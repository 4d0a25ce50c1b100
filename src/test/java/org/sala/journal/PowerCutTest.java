package org.sala.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.domain.Change;

/** F2 for the journal: 500 emulated power cuts, and two disks on which the check goes red. */
class PowerCutTest {
  private final Sample sample = new Sample(22);
  @TempDir Path folder;

  @Test
  void fiveHundredPowerCutsLoseNothingAcknowledged() throws Exception {
    for (int seed = 0; seed < 500; seed++) {
      assertThat(loses(seed, true, true)).as("seed " + seed).isFalse();
    }
  }

  @Test
  void theCheckGoesRedWhereTheSyncIsLeftOut() throws Exception {
    assertThat(anyOf(false, true)).isTrue();
  }

  @Test
  void theCheckGoesRedWhereNamesAreNotSynced() throws Exception {
    assertThat(anyOf(true, false)).isTrue();
  }

  private boolean anyOf(boolean syncs, boolean syncsNames) throws Exception {
    for (int seed = 0; seed < 40; seed++) {
      if (loses(seed, syncs, syncsNames)) {
        return true;
      }
    }
    return false;
  }

  /** Whether anything acknowledged is gone, half there, or the journal does not open. */
  private boolean loses(int seed, boolean syncs, boolean syncsNames) throws Exception {
    Random random = new Random(seed);
    Path there = folder.resolve(syncs + "-" + syncsNames + "-" + seed);
    there.toFile().mkdir();
    List<Change> acknowledged = new ArrayList<>();
    for (int cut = 0; cut < 2; cut++) {
      PowerCutDisk disk = new PowerCutDisk(random.nextInt(30), random, syncs, syncsNames);
      List<Change> found = new ArrayList<>();
      SegmentJournal.Opening opening = open(there, disk, found);
      if (!(opening instanceof SegmentJournal.Opening.Opened opened)) {
        return true;
      }
      List<Change> run = List.of();
      try (SegmentJournal journal = opened.journal()) {
        while (true) {
          run = new ArrayList<>();
          for (int i = random.nextInt(3); i >= 0; i--) {
            run.add(sample.change(1 + random.nextInt(6)));
          }
          journal.append(run);
          acknowledged.addAll(run);
        }
      } catch (JournalFault e) {
        assertThat(e.code()).isEqualTo(JournalFault.Code.IO);
      }
      disk.cut();
      List<Change> kept = new ArrayList<>();
      if (!(open(there, FileOpener.disk(), kept) instanceof SegmentJournal.Opening.Opened after)) {
        return true;
      }
      after.journal().close();
      List<Change> withLast = new ArrayList<>(acknowledged);
      withLast.addAll(run);
      if (kept.equals(withLast)) {
        acknowledged = withLast;
      } else if (!kept.equals(acknowledged)) {
        return true;
      }
    }
    return false;
  }

  private SegmentJournal.Opening open(Path there, FileOpener disk, List<Change> found) {
    return sample.open(
        there, new Sample.Keyring(), disk, run -> run.forEach(c -> found.add(c.change())));
  }
}
