package org.sala.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;

/** F15: locking is soon done, and leaves no key where a program's memory can be reached. */
class LockingTest {
  @TempDir Path folder;

  @Test
  void aLockedProgramHasNoKeyInReach() throws Exception {
    Locking locking = new Locking(folder, Desks.CHEAP, CheapLocked.class.getName());
    Locking.Found found = locking.run(5);
    assertThat(found.open()).as("the search finds them while it works").contains("workspace key");
    assertThat(found.locked()).isEmpty();
    assertThat(locking.locks()).hasSize(5);
    try (var left = Files.list(folder)) {
      assertThat(left).noneMatch(f -> f.toString().endsWith(".hprof"));
    }
  }

  @Test
  void aLockOnAFullDiskSaysSoAndStillTakesEveryStep() {
    Workers workers = new Workers(folder, Desks.CHEAP);
    workers.createStation().close();
    AtomicBoolean full = new AtomicBoolean();
    Disturbance noRoom =
        new Disturbance() {
          @Override
          public int before(Act act, Path file, int length) throws IOException {
            if (full.get() && (act == Act.WRITE || act == Act.MAKE)) {
              throw new IOException("No space left on device");
            }
            return length;
          }
        };
    Desk desk = workers.openStation(new FaultyDisk(noRoom).path(workers.station()), 0);
    full.set(true);
    assertThatThrownBy(desk::close).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> desk.people().list("", "changed", true, 0, 10))
        .as("nothing can be read any more")
        .isInstanceOf(RuntimeException.class);
    full.set(false);
    // The folder's lock is given back last of all.
    workers.openStation(workers.station(), 0).close();
  }
}
