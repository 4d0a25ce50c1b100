package org.sala.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.domain.ChangeId;
import org.sala.domain.RecordId;

/** Somebody locks while a large package is taken in or sealed: it ends, whole in itself. */
class LockedMeanwhileTest {
  private static final int ACTS = 6;
  private static final int PEOPLE_IN_EACH = 300;

  @TempDir Path folder;
  private final List<RecordId> people = new ArrayList<>();
  private final Locking locking = new Locking();
  private Desk hq;
  private Desk station;

  @BeforeEach
  void somethingLarge() {
    Desks.headquarters(folder.resolve("hq")).close();
    hq =
        Workers.entered(
            new Workplace(new FaultyDisk(locking).path(folder.resolve("hq")), Desks.CHEAP)
                .unlock("zero", "phrase of zero".toCharArray()));
    station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(station, hq, folder, "A");
    for (int i = 0; i < ACTS; i++) {
      int act = i;
      people.addAll(
          station
              .people()
              .register(
                  IntStream.range(0, PEOPLE_IN_EACH)
                      .mapToObj(
                          n ->
                              new People.NewPerson(
                                  "A-" + act + "-" + n, "", "Person Example", "f", "", "th"))
                      .toList()));
    }
  }

  @AfterEach
  void everybodyGoesHome() {
    station.close();
    hq.close();
  }

  /** Locks while the first of what is taken in is written into the journal. */
  private final class Locking implements Disturbance {
    private volatile boolean armed;

    @Override
    public int before(Act act, Path file, int length) {
      if (armed && act == Act.WRITE && file.toString().contains("journal")) {
        armed = false;
        hq.end();
      }
      return length;
    }
  }

  private static void stopped(ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.STOPPED));
  }

  private static SealPlan plan(Desk desk) {
    return desk.packages().plan(Optional.empty());
  }

  private static List<ChangeId> journal(Desk desk) {
    List<ChangeId> ids = new ArrayList<>();
    Desks.station(desk).journal().replay(0, run -> run.forEach(c -> ids.add(c.change().id())));
    return ids;
  }

  @Test
  void whatIsTakenInEndsBetweenTwoRunsAndIsTakenInWholeAfterTheNextUnlock() {
    Path file =
        station
            .packages()
            .carry(
                station.packages().seal(plan(station), Progress.none()).id(),
                folder.resolve("usb"));
    long before = Desks.station(hq).journal().last();
    hq.packages().unfinished().takes(List.of(file));
    locking.armed = true;
    stopped(() -> hq.packages().take(file));
    assertThat(Desks.station(hq).journal().last() - before)
        .as("what was being written is whole, and nothing came after it")
        .isBetween(1L, ACTS - 1L);
    hq.close();
    hq = Desks.unlock(folder.resolve("hq"), "zero");
    assertThat(hq.packages().list()).as("that it was taken is written last").isEmpty();
    assertThat(hq.packages().unfinished().takingIn()).containsExactly(file.toAbsolutePath());
    Importing.Outcome.Imported in = (Importing.Outcome.Imported) hq.packages().take(file);
    assertThat(in.held()).isZero();
    List<ChangeId> changes = journal(hq);
    assertThat(new HashSet<>(changes)).as("each change once").hasSameSizeAs(changes);
    for (RecordId person : people) {
      assertThat(hq.people().find(person)).isPresent();
    }
    hq.packages().unfinished().takes(List.of());
    assertThat(hq.packages().unfinished().takingIn()).isEmpty();
  }

  @Test
  void whatIsSealedEndsAndLeavesNothingAndWhoeverUnlocksIsToldOnce() throws IOException {
    SealPlan plan = plan(station);
    AtomicInteger asked = new AtomicInteger();
    Progress locking =
        new Progress() {
          @Override
          public void done(long bytes, long ofBytes) {
            // Nobody looks.
          }

          @Override
          public boolean stopped() {
            if (asked.incrementAndGet() == ACTS / 2) {
              station.end();
            }
            return false;
          }
        };
    stopped(() -> station.packages().seal(plan, locking));
    stopped(() -> plan(station));
    station.close();
    try (Stream<Path> left = Files.list(folder.resolve("a").resolve("outbox"))) {
      assertThat(left).isEmpty();
    }
    station = Desks.unlock(folder.resolve("a"), "one");
    assertThat(station.packages().list()).isEmpty();
    assertThat(station.packages().unfinished().sealingStopped()).isTrue();
    assertThat(station.packages().unfinished().sealingStopped()).isFalse();
    assertThat(station.packages().seal(plan(station), Progress.none()).changes())
        .isEqualTo(plan.changes().size());
  }

  @Test
  void whoeverStopsItByHandIsNotToldOfALock() {
    Progress byHand =
        new Progress() {
          @Override
          public void done(long bytes, long ofBytes) {
            // Nobody looks.
          }

          @Override
          public boolean stopped() {
            return true;
          }
        };
    SealPlan plan = plan(station);
    stopped(() -> station.packages().seal(plan, byHand));
    assertThat(station.packages().unfinished().sealingStopped()).isFalse();
  }
}
