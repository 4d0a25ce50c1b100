package org.sala.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.people.Cases;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Taking;
import org.sala.domain.RecordId;

/**
 * A disk that fills up, or fails, at each act of taking an exhibit in: told plainly, none is half.
 */
class ExhibitShortageTest {
  @TempDir Path folder;
  private Path file;

  /** The disk of the day: good until an exhibit is taken in. */
  private static final class Today implements Disturbance {
    private Disturbance now = Disturbance.none();
    private boolean met;

    @Override
    public int before(Act act, Path file, int length) throws IOException {
      try {
        int let = now.before(act, file, length);
        met |= let < length;
        return let;
      } catch (IOException e) {
        met = true;
        throw e;
      }
    }
  }

  @BeforeEach
  void aFile() throws IOException {
    file = Files.write(folder.resolve("recording.bin"), new byte[150_000]);
  }

  private static RecordId openCase(Desk desk) {
    return desk.cases().open(new Cases.NewCase("Case", "rescue", "normal", "Example Town", ""));
  }

  @Test
  void aFullDiskIsToldAndNoExhibitIsHalf() {
    everyActOfIt(true);
  }

  @Test
  void aFailingDiskIsToldAndNoExhibitIsHalf() {
    everyActOfIt(false);
  }

  private void everyActOfIt(boolean full) {
    Today today = new Today();
    Path at = new FaultyDisk(today).path(folder.resolve("w"));
    Desk desk =
        Workers.entered(
            new Workplace(at, Desks.CHEAP)
                .create(
                    new Workplace.FirstStart(
                        "en", "Officer One Example", "one", "phrase of one".toCharArray())));
    int acts = 0;
    do {
      today.met = false;
      FullDisk disk = new FullDisk(++acts, full);
      RecordId theCase = openCase(desk);
      today.now = disk;
      try {
        // A full disk is told as such, beside what it would take.
        assertThat(take(desk, theCase)).isInstanceOfAny(Taking.Taken.class, Taking.NoSpace.class);
      } catch (CaseworkFault e) {
        assertThat(e.code())
            .as(disk.toString())
            .isIn(CaseworkFault.Code.DISK_FULL, CaseworkFault.Code.IO);
      }
      disk.free();
      today.now = Disturbance.none();
      desk.close();
      desk =
          Workers.entered(
              new Workplace(at, Desks.CHEAP).unlock("one", "phrase of one".toCharArray()));
      for (Exhibits.ExhibitLine e : desk.exhibits().list("", "changed", true, 0, 1000)) {
        assertThat(desk.exhibits().check(e.id(), Progress.none()))
            .as(disk.toString())
            .isEqualTo(Exhibits.Condition.INTACT);
      }
    } while (today.met);
    desk.close();
    assertThat(acts).as("acts of taking an exhibit in").isGreaterThan(10);
  }

  private Taking take(Desk desk, RecordId theCase) {
    return desk.exhibits()
        .take(
            theCase,
            new Exhibits.NewExhibit("Recording", "", Optional.empty(), "", ""),
            file,
            Progress.none());
  }
}
