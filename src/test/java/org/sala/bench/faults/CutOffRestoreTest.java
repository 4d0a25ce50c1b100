package org.sala.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Restoring;
import org.sala.casework.Workplace;
import org.sala.casework.people.Cases;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.vault.VaultFault;

/**
 * The disk goes at one of the last acts of a restore: the old workspace is there, or the one that
 * came back, and another restore finds nothing in its way.
 */
class CutOffRestoreTest {
  /** So many of the last acts: a mark, two names, and what waits for the disk. */
  private static final int LAST = 14;

  @TempDir Path folder;
  private Path backup;

  private Path place(String name) throws IOException {
    Path place = Files.createDirectory(folder.resolve(name));
    Path workspace = place.resolve("w");
    try (Desk desk = Desks.create(workspace, "Officer One Example", "one")) {
      desk.cases().open(new Cases.NewCase("In the backup", "rescue", "normal", "", ""));
      backup = Path.of(desk.backups().make(place, Progress.none()).place());
      desk.cases().open(new Cases.NewCase("After it", "rescue", "normal", "", ""));
    }
    return workspace;
  }

  private Restoring.Outcome restore(Workplace workplace) {
    return workplace.restore(
        workplace.restoring(), backup, "one", "phrase of one".toCharArray(), Progress.none());
  }

  private long cutOff(Path workspace, long until) {
    Gone gone = new Gone(until);
    try {
      assertThat(restore(new Workplace(new FaultyDisk(gone).path(workspace), Desks.CHEAP)))
          .isInstanceOf(Restoring.Outcome.Restored.class);
    } catch (CaseworkFault | VaultFault e) {
      assertThat(gone.acts()).as("goes wrong where the disk is gone: " + e).isGreaterThan(until);
    }
    return gone.acts();
  }

  @Test
  void whereverItIsCutOffOneOfTheTwoIsThereAndAnotherRestoreFindsNothingInItsWay()
      throws IOException {
    long all = cutOff(place("whole"), Long.MAX_VALUE);
    int[] came = new int[3];
    for (long until = all - LAST; until < all; until++) {
      Path workspace = place("cut " + until);
      cutOff(workspace, until);
      Workplace again = new Workplace(workspace, Desks.CHEAP);
      assertThat(again.isThere()).as("after %d of %d acts", until, all).isTrue();
      try (Desk desk = Desks.unlock(workspace, "one")) {
        came[desk.cases().count("")]++;
      }
      assertThat(restore(again))
          .as("after %d of %d acts", until, all)
          .isInstanceOf(Restoring.Outcome.Restored.class);
      try (Desk desk = Desks.unlock(workspace, "one")) {
        assertThat(desk.cases().count("")).isEqualTo(1);
      }
      assertThat(workspace.resolve("being-restored")).doesNotExist();
    }
    assertThat(came[2]).as("the old one").isPositive();
    assertThat(came[1]).as("the one that came back").isPositive();
  }
}
