package org.sala.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.domain.Kinds;
import org.sala.vault.VaultFault;

/**
 * Headquarters is locked, or its disk goes, at the n-th write while it answers a package: done
 * again there is one answer, and its station hears it.
 */
class CutOffReceiptTest {
  private static final int MOST = 60;

  @TempDir Path folder;
  private Desk station;
  private Path sent;

  @BeforeEach
  void aPackageOnItsWay() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
      Desks.enrol(station, hq, folder, "A");
    }
    station
        .people()
        .register(List.of(new People.NewPerson("A-1", "", "Person Example", "f", "", "th")));
    PackageLine line =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    sent = station.packages().carry(line.id(), folder.resolve("usb"));
  }

  @AfterEach
  void close() {
    station.close();
  }

  /** What happens at the n-th write into the journal. */
  private interface Trouble {
    void comes(Desk hq, Gone gone);
  }

  /** Whether it came before the package was answered. */
  private boolean cutOff(Path there, int writes, Trouble trouble) {
    Gone gone = new Gone();
    Desk[] open = new Desk[1];
    int[] left = {writes};
    Disturbance at =
        new Disturbance() {
          @Override
          public int before(Act act, Path file, int length) throws IOException {
            boolean written = act == Act.WRITE && file.toString().contains("journal");
            if (open[0] != null && written && left[0]-- == 0) {
              trouble.comes(open[0], gone);
            }
            return gone.before(act, file, length);
          }
        };
    Desk hq =
        Workers.entered(
            new Workplace(new FaultyDisk(at).path(there), Desks.CHEAP)
                .unlock("zero", "phrase of zero".toCharArray()));
    open[0] = hq;
    try {
      hq.packages().take(sent);
    } catch (CaseworkFault | VaultFault e) {
      assertThat(left[0]).as("goes wrong where something came: " + e).isNegative();
    }
    open[0] = null;
    try {
      hq.close();
    } catch (RuntimeException e) {
      assertThat(gone.met()).as("closing fails where the disk is gone: " + e).isTrue();
    }
    return left[0] < 0;
  }

  private int everyWrite(Trouble trouble) throws IOException {
    int again = 0;
    boolean met = true;
    for (int n = 0; met; n++) {
      assertThat(n).isLessThan(MOST);
      Path there = folder.resolve("hq " + n);
      Damages.copy(folder.resolve("hq"), there);
      met = cutOff(there, n, trouble);
      try (Desk hq = Desks.unlock(there, "zero")) {
        if (hq.packages().take(sent) instanceof Importing.Outcome.Imported) {
          again++;
        }
        assertThat(Desks.station(hq).view().records().ofKind(Kinds.RECEIPT.key()))
            .as("answers, where write %s was cut off", n)
            .hasSize(1);
        List<PackageLine> answers =
            hq.packages().list().stream().filter(PackageLine::outgoing).toList();
        assertThat(answers).hasSize(1);
        Path stick = Files.createDirectories(folder.resolve("stick " + n));
        Path answer = hq.packages().carry(answers.getFirst().id(), stick);
        assertThat(station.packages().take(answer)).isInstanceOf(Importing.Outcome.Imported.class);
        assertThat(hq.audit().verify()).isNotNull();
      }
    }
    return again;
  }

  private void isTold() {
    assertThat(station.packages().list())
        .filteredOn(PackageLine::outgoing)
        .extracting(PackageLine::state)
        .containsExactly(PackageState.RECEIVED);
  }

  @Test
  void lockedMeanwhileItAnswersOnce() throws IOException {
    assertThat(everyWrite((hq, gone) -> hq.end())).as("done again").isGreaterThan(1);
    isTold();
  }

  @Test
  void withoutItsDiskItAnswersOnce() throws IOException {
    assertThat(everyWrite((hq, gone) -> gone.after(0))).as("done again").isGreaterThan(1);
    isTold();
  }
}
