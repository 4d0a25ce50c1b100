package org.sala.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    // The middle one: a busy machine may let one of them wait.
    assertThat(locking.locks().stream().sorted().toList().get(2)).isLessThan(1000L);
    try (var left = Files.list(folder)) {
      assertThat(left).noneMatch(f -> f.toString().endsWith(".hprof"));
    }
  }
}
