package org.sala.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Recovery;
import org.sala.casework.Workplace;
import org.sala.casework.headquarters.LostLaptops;
import org.sala.casework.keys.AgencySlot;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.RecoverySheet;
import org.sala.casework.station.Station;
import org.sala.vault.SlotKind;
import org.sala.vault.VaultFault;

/**
 * The disk goes at the n-th file while a laptop is opened by a code that was read out on the
 * telephone: after the next unlock that code opens nothing, and another one lies in its place.
 */
class CutOffRecoveryTest {
  private static final char[] NEW = "phrase of new".toCharArray();

  @TempDir Path folder;

  @Test
  void aCodeThatWasReadOutOpensALaptopOnce() throws IOException {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      List<RecoverySheet> sheets = Desks.shares(hq);
      String two = sheets.get(0).code() + " " + sheets.get(1).code();
      Path whole = folder.resolve("whole");
      try (Desk station = Desks.create(whole, "Officer One Example", "one")) {
        Desks.enrol(station, hq, folder, "A");
      }
      String readOut = code(hq, whole, two);
      int[] came = new int[2];
      boolean met = true;
      for (int files = 0; met; files++) {
        Path there = folder.resolve("cut " + files);
        Damages.copy(whole, there);
        met = cutOff(there, files, readOut);
        boolean entered = unlocked(there);
        came[entered ? 1 : 0]++;
        String now = code(hq, there, two);
        boolean spent = !now.equals(readOut);
        assertThat(spent || !entered).as("another code once it was used, file %s", files).isTrue();
        assertThat(opens(there, readOut))
            .as("the code of before, file %s", files)
            .isEqualTo(!spent);
        assertThat(opens(there, now)).as("the code that lies there, file %s", files).isTrue();
      }
      assertThat(came[0]).as("cut off before the new officer had a slot").isPositive();
      assertThat(came[1]).as("cut off after it").isGreaterThan(3);
    }
  }

  /** Goes before the n-th small file that opens the laptop takes its place. */
  private static final class GoneAtFile implements Disturbance {
    private int left = Integer.MAX_VALUE;

    @Override
    public synchronized int before(Act act, Path file, int length) throws IOException {
      String name = file.getFileName().toString();
      if (act == Act.MOVE && left > 0 && name.matches("(key|state|agency)[.-].*")) {
        left--;
      }
      if (left == 0) {
        throw new IOException("Input/output error");
      }
      return length;
    }

    synchronized void at(int file) {
      left = file + 1;
    }

    synchronized boolean met() {
      return left == 0;
    }
  }

  private static boolean cutOff(Path there, int files, String code) {
    GoneAtFile gone = new GoneAtFile();
    Recovery recovery =
        recovered(new Workplace(new FaultyDisk(gone).path(there), Desks.CHEAP).recover(code));
    gone.at(files);
    try {
      if (recovery.enter("Officer New Example", "new", NEW.clone(), Desks.CHEAP.random())
          instanceof Workplace.Entry.Entered entered) {
        entered.desk().close();
      }
    } catch (CaseworkFault | VaultFault e) {
      assertThat(gone.met()).as("goes wrong where the disk is gone: " + e).isTrue();
    }
    boolean met = gone.met();
    try {
      recovery.leave();
    } catch (RuntimeException e) {
      // What was closed already, or cannot be where the disk is gone.
    }
    return met;
  }

  /** Unlocks with the passphrase that opens now; whether it is the new officer's. */
  private static boolean unlocked(Path there) {
    Workplace place = new Workplace(there, Desks.CHEAP);
    boolean entered = true;
    Workplace.Entry entry = place.unlock("new", NEW.clone());
    if (!(entry instanceof Workplace.Entry.Entered)) {
      entered = false;
      entry = place.unlock("one", "phrase of one".toCharArray());
    }
    try (Desk desk = Workers.entered(entry)) {
      Station station = Desks.station(desk);
      assertThat(station.keyFile().slots(station.keys()))
          .filteredOn(s -> s.kind() == SlotKind.AGENCY)
          .as("the agency's ways in")
          .hasSize(1);
    }
    return entered;
  }

  private static String code(Desk hq, Path laptop, String sheets) {
    LostLaptops.Opening opening = hq.lostLaptops().open(laptop.resolve(AgencySlot.FILE), sheets);
    assertThat(opening).isInstanceOf(LostLaptops.Opening.Code.class);
    return ((LostLaptops.Opening.Code) opening).code().code();
  }

  private static boolean opens(Path there, String code) {
    if (new Workplace(there, Desks.CHEAP).recover(code)
        instanceof Workplace.Entry.Recovered recovered) {
      recovered.recovery().leave();
      return true;
    }
    return false;
  }

  private static Recovery recovered(Workplace.Entry entry) {
    assertThat(entry).isInstanceOf(Workplace.Entry.Recovered.class);
    return ((Workplace.Entry.Recovered) entry).recovery();
  }
}
