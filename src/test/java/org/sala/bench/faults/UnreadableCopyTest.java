package org.sala.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Pending;

/** A disk that does not give one of two copies back keeps nobody out: the other one is whole. */
class UnreadableCopyTest {
  @TempDir Path folder;
  private Workers workers;

  @BeforeEach
  void make() {
    workers = new Workers(folder, Desks.CHEAP);
    workers.createStation().close();
  }

  /**
   * Opens the station on a disk that does not give some of what is there.
   *
   * @param unreadable by file and place
   * @param unwritable files that it does not take either
   */
  private Desk opened(BiPredicate<String, Long> unreadable, Predicate<String> unwritable) {
    Disturbance some =
        new Disturbance() {
          private final Set<Path> anew = ConcurrentHashMap.newKeySet();

          @Override
          public void after(Act act, Path file, long at, byte[] bytes, @Nullable Path to) {
            // What is written lies elsewhere, or makes the disk try once more.
            anew.add(act == Act.MOVE && to != null ? to : file);
          }

          @Override
          public void reading(Path file, long at) throws IOException {
            if (!anew.contains(file) && unreadable.test(file.getFileName().toString(), at)) {
              throw new IOException("Input/output error");
            }
          }

          @Override
          public int before(Act act, Path file, int length) throws IOException {
            if (act == Act.WRITE && unwritable.test(file.getFileName().toString())) {
              throw new IOException("Input/output error");
            }
            return length;
          }
        };
    return workers.openStation(new FaultyDisk(some).path(workers.station()), 0);
  }

  private void opens(BiPredicate<String, Long> unreadable, Predicate<String> unwritable) {
    try (Desk desk = opened(unreadable, unwritable)) {
      assertThat(desk.people().list("", "changed", true, 0, 10)).isEmpty();
    }
    workers.openStation(workers.station(), 0).close();
  }

  @Test
  void eitherCopyOfEveryFileIsEnough() {
    opens((file, at) -> file.endsWith(".a"), file -> false);
    opens((file, at) -> file.endsWith(".b"), file -> false);
  }

  @Test
  void aCopyThatCannotBeMendedKeepsNobodyOut() {
    for (String name : List.of("key.a", "slab-00000.b")) {
      Predicate<String> damaged = f -> f.startsWith(name);
      try (Desk desk = opened((file, at) -> damaged.test(file), damaged)) {
        assertThat(desk.people().list("", "changed", true, 0, 10)).isEmpty();
        assertThat(desk.pending()).as(name).contains(Pending.ONE_COPY_LEFT);
      }
      try (Desk desk = workers.openStation(workers.station(), 0)) {
        assertThat(desk.pending()).doesNotContain(Pending.ONE_COPY_LEFT);
      }
    }
  }

  @Test
  void aCopyThatIsMendedIsWarnedOfNoMore() {
    try (Desk desk = opened((file, at) -> file.endsWith(".a"), file -> false)) {
      assertThat(desk.pending())
          .contains(Pending.KEY_FILE_MENDED)
          .doesNotContain(Pending.ONE_COPY_LEFT);
    }
  }

  @Test
  void eitherPlaceOfTheAuditKeyIsEnough() {
    opens((file, at) -> file.equals("audit") && at < 4096, file -> false);
    opens((file, at) -> file.equals("audit") && at >= 4096, file -> false);
  }

  @Test
  void whatTheDiskDoesNotGiveAtAllIsNeverTakenForSpoiled() {
    for (String name : new String[] {"key.", "state.", "slab-", "audit"}) {
      assertThatThrownBy(() -> opened((file, at) -> file.startsWith(name), file -> false))
          .as(name)
          .isInstanceOf(RuntimeException.class);
    }
    workers.openStation(workers.station(), 0).close();
  }
}
