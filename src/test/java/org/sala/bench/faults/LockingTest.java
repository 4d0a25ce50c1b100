package org.sala.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.crypto.CryptoFault;
import org.sala.crypto.Secret;
import org.sala.domain.Value;

/** F15: locking is soon done, and leaves no key where a program's memory can be reached. */
class LockingTest {
  @TempDir Path folder;

  @Test
  void aLockedProgramHasNoKeyInReach() throws Exception {
    Locking locking = new Locking(folder, Desks.CHEAP, CheapLocked.class.getName());
    Locking.Found found = locking.run(5);
    assertThat(found.open())
        .as("the search finds them while it works")
        .contains("workspace key")
        .anyMatch(k -> k.startsWith("key of segment-"));
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

  @Test
  void aLockInWhichTheMemoryGivesOutStillTakesEveryStep() throws IOException {
    Workers workers = new Workers(folder, Desks.CHEAP);
    workers.createStation().close();
    AtomicBoolean none = new AtomicBoolean();
    Disturbance noMemory =
        new Disturbance() {
          @Override
          public int before(Act act, Path file, int length) {
            if (none.get() && act == Act.WRITE) {
              throw new OutOfMemoryError("asked for");
            }
            return length;
          }
        };
    Desk desk = workers.openStation(new FaultyDisk(noMemory).path(workers.station()), 0);
    none.set(true);
    assertThatThrownBy(desk::close).isInstanceOf(OutOfMemoryError.class);
    assertThat(openBelow(workers.station())).isEmpty();
    workers.openStation(workers.station(), 0).close();
  }

  @Test
  void aDoorThatAFullDiskKeepsShutLeavesNothingOpenBehindIt() throws IOException {
    Workers workers = new Workers(folder, Desks.CHEAP);
    workers.createStation().close();
    for (String last : List.of("audit", "journal")) {
      Disturbance noRoom =
          new Disturbance() {
            @Override
            public int before(Act act, Path file, int length) throws IOException {
              if (act == Act.WRITE && file.startsWith(workers.station().resolve(last))) {
                throw new IOException("No space left on device");
              }
              return length;
            }
          };
      assertThatThrownBy(
              () -> workers.openStation(new FaultyDisk(noRoom).path(workers.station()), 0))
          .isInstanceOf(RuntimeException.class);
      assertThat(openBelow(workers.station())).as(last).isEmpty();
    }
    workers.openStation(workers.station(), 0).close();
  }

  /** Whether keys are there at each write to a folder. */
  private static final class Watched implements Disturbance {
    private final Path folder;
    private Optional<Secret> key = Optional.empty();
    private long withoutKey;

    Watched(Path folder) {
      this.folder = folder;
    }

    @Override
    public void after(Act act, Path file, long at, byte[] bytes, @Nullable Path to) {
      if (act == Act.WRITE && file.startsWith(folder) && key.isPresent() && isWiped(key.get())) {
        assertThat(bytes).containsOnly(0);
        withoutKey += bytes.length;
      }
    }

    private static boolean isWiped(Secret key) {
      try {
        Arrays.fill(key.copy(), (byte) 0);
        return false;
      } catch (CryptoFault e) {
        return e.code() == CryptoFault.Code.WIPED;
      }
    }
  }

  @Test
  void noKeyWaitsUntilTheListsOfWhatWasErasedAreWrittenOver() throws IOException {
    Workers workers = new Workers(folder, Desks.CHEAP);
    workers.createStation().close();
    Path lists = workers.station().resolve("db");
    Watched watched = new Watched(lists);
    Desk desk = workers.openStation(new FaultyDisk(watched).path(workers.station()), 0);
    Station station = Desks.station(desk);
    byte[] keyOfLists = station.state().viewKey();
    station.state().set(StationState.VIEW_ANEW, Value.flag(true));
    watched.key = Optional.of(station.keys().workspace());
    desk.close();
    assertThat(watched.withoutKey).as("all of a database, written over").isGreaterThan(50_000);
    assertThat(lists).isEmptyDirectory();
    try (Desk again = workers.openStation(workers.station(), 0)) {
      assertThat(Desks.station(again).state().viewKey()).isNotEqualTo(keyOfLists);
      assertThat(lists).isNotEmptyDirectory();
    }
  }

  /** Fails at one write or making of a file, and at every later one. */
  private static Disturbance from(AtomicInteger left) {
    return new Disturbance() {
      @Override
      public int before(Act act, Path file, int length) throws IOException {
        if ((act == Act.WRITE || act == Act.MAKE) && left.getAndDecrement() <= 0) {
          throw new IOException("Input/output error");
        }
        return length;
      }
    };
  }

  @Test
  void aDoorThatStaysShutAnywhereOnTheWayInLeavesNothingOpen() throws IOException {
    Workers first = new Workers(folder.resolve("first"), Desks.CHEAP);
    first.createStation().close();
    boolean open = false;
    for (int n = 0; !open; n += 3) {
      AtomicInteger left = new AtomicInteger(n);
      open = enters(first, () -> first.openStation(on(first, left), 0), left);
    }
    open = false;
    for (int n = 0; !open; n += 11) {
      AtomicInteger left = new AtomicInteger(n);
      Workers fresh = new Workers(folder.resolve("fresh" + n), Desks.CHEAP);
      open =
          enters(
              fresh,
              () ->
                  Workers.entered(
                      new Workplace(on(fresh, left), Desks.CHEAP)
                          .create(
                              new Workplace.FirstStart(
                                  "en", "Officer One Example", "one", Night.passphrase(0)))),
              left);
    }
  }

  private static Path on(Workers workers, AtomicInteger left) {
    return new FaultyDisk(from(left)).path(workers.station());
  }

  private static boolean enters(Workers workers, Supplier<Desk> door, AtomicInteger left)
      throws IOException {
    int acts = left.get();
    try {
      Desk desk = door.get();
      left.set(Integer.MAX_VALUE);
      desk.close();
      return true;
    } catch (RuntimeException e) {
      assertThat(openBelow(workers.station())).as("after " + acts + ": " + e).isEmpty();
      return false;
    }
  }

  /** What this program holds open of a folder, where the system tells. */
  private static List<Path> openBelow(Path folder) throws IOException {
    Path mine = Path.of("/proc/self/fd");
    List<Path> open = new ArrayList<>();
    if (Files.isDirectory(mine)) {
      try (Stream<Path> all = Files.list(mine)) {
        for (Path f : all.filter(Files::isSymbolicLink).toList()) {
          Path to = Files.readSymbolicLink(f);
          if (to.startsWith(folder.toRealPath())) {
            open.add(to);
          }
        }
      }
    }
    return open;
  }
}
