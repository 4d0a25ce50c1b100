package org.sala.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Station;
import org.sala.domain.Fingerprint;
import org.sala.vault.VaultFault;

/**
 * The disk goes before the n-th writing of the state while headquarters is founded or certifies: it
 * is one with its lists, or none; and it knows every certificate that counts.
 */
class CutOffFoundingTest {
  @TempDir Path folder;

  /** Goes before the n-th copy of the state takes its place. */
  private static final class GoneAtState implements Disturbance {
    private int left = Integer.MAX_VALUE;

    @Override
    public synchronized int before(Act act, Path file, int length) throws IOException {
      if (act == Act.MOVE && left > 0 && file.getFileName().toString().startsWith("state.")) {
        left--;
      }
      if (left == 0) {
        throw new IOException("Input/output error");
      }
      return length;
    }

    synchronized void at(int copy) {
      left = copy + 1;
    }

    synchronized boolean met() {
      return left == 0;
    }
  }

  private interface Look {
    void at(Path there, Desk desk);
  }

  private void everyState(Path whole, Consumer<Desk> work, Look look) throws IOException {
    boolean met = true;
    int cuts = 0;
    for (; met; cuts++) {
      Path there = folder.resolve(whole.getFileName() + " cut " + cuts);
      Damages.copy(whole, there);
      GoneAtState gone = new GoneAtState();
      Desk cut =
          Workers.entered(
              new Workplace(new FaultyDisk(gone).path(there), Desks.CHEAP)
                  .unlock("zero", "phrase of zero".toCharArray()));
      gone.at(cuts);
      try {
        work.accept(cut);
      } catch (CaseworkFault | VaultFault e) {
        assertThat(gone.met()).as("goes wrong where the disk is gone: " + e).isTrue();
      }
      met = gone.met();
      try {
        cut.close();
      } catch (RuntimeException e) {
        assertThat(gone.met()).as("closing fails where the disk is gone: " + e).isTrue();
      }
      try (Desk desk = Desks.unlock(there, "zero")) {
        look.at(there, desk);
      }
    }
    assertThat(cuts).isGreaterThan(2);
  }

  private static void found(Desk desk, Path stick) {
    desk.headquarters()
        .found(
            new Headquarters.Founding(
                "Agency of Examples",
                "Headquarters",
                "EX-0000",
                stick,
                Desks.AUTHORITY.toCharArray()));
  }

  @Test
  void itIsFoundedWithItsListsOrNotAtAll() throws IOException {
    Path whole = folder.resolve("founding");
    Desks.create(whole, "Officer Zero Example", "zero").close();
    int[] sticks = new int[1];
    everyState(
        whole,
        desk -> found(desk, Desks.stick(folder.resolve("stick " + sticks[0]++))),
        (there, desk) -> {
          if (!desk.headquarters().isHeadquarters()) {
            found(desk, Desks.stick(folder.resolve("stick " + sticks[0]++)));
          }
          assertThat(desk.headquarters().own()).hasSize(1);
          assertThat(Desks.station(desk).state().texts("revoked")).hasSize(2);
        });
  }

  @Test
  void whoeverHasACertificateThatCountsIsKnownByIt() throws IOException {
    Path whole = folder.resolve("certifying");
    Fingerprint two;
    try (Desk hq = Desks.headquarters(whole)) {
      two = hq.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
    }
    everyState(
        whole,
        desk -> desk.headquarters().certify(two, "EX-0002"),
        (there, desk) -> {
          Station station = Desks.station(desk);
          boolean counts = station.state().text("certificate." + two.hex()).isPresent();
          assertThat(desk.headquarters().own().stream().anyMatch(c -> c.key().equals(two)))
              .isEqualTo(counts);
        });
  }
}
