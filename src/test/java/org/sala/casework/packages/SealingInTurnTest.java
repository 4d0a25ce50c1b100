package org.sala.casework.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;

/** Two threads that seal for one station do it one after the other. */
class SealingInTurnTest {
  @TempDir Path folder;
  private Hall hall;
  private RecordId caseId;

  @BeforeEach
  void twoStationsThatHaveHeardOfEachOtherAndABulletin() {
    hall = new Hall(folder);
    caseId = hall.heard();
    hall.hq.bulletins().tell("The old hotline is dead", "Call 0-0000 instead.");
  }

  @AfterEach
  void everybodyGoesHome() {
    hall.close();
  }

  /** Begins something else while a package is written, and lets it go as far as it gets. */
  private static final class Meanwhile<T> implements Progress {
    private final FutureTask<T> other;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final boolean whole;

    /**
     * @param whole whether it comes to its end meanwhile, and waits for nobody
     */
    Meanwhile(boolean whole, Callable<T> work) {
      this.whole = whole;
      this.other = new FutureTask<>(work);
    }

    @Override
    public void done(long bytes, long ofBytes) {
      // It holds no files.
    }

    @Override
    public boolean stopped() {
      if (begun.compareAndSet(false, true)) {
        Thread thread = new Thread(other, "meanwhile");
        thread.start();
        await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> other.isDone() || !whole && thread.getState() == Thread.State.WAITING);
      }
      return false;
    }

    T answer() throws ExecutionException, InterruptedException {
      assertThat(begun).as("something was written").isTrue();
      return other.get();
    }
  }

  private static StationId id(Desk desk) {
    return Desks.station(desk).identity().station();
  }

  private Optional<RecordId> sealFor(Desk desk, Progress progress) {
    return hall.hq.decisions().seal(id(desk), progress);
  }

  private List<PackageLine> sealed() {
    return hall.hq.packages().list().stream()
        .filter(p -> p.outgoing() && p.state() == PackageState.SEALED)
        .toList();
  }

  @Test
  void whatTwoSealForOneStationIsSealedOnce() throws Exception {
    Meanwhile<Optional<RecordId>> second =
        new Meanwhile<>(false, () -> sealFor(hall.two, Progress.none()));
    assertThat(sealFor(hall.two, second)).isPresent();
    assertThat(second.answer()).as("nothing waits any more").isEmpty();
    assertThat(sealed()).hasSize(1);
  }

  @Test
  void anAnswerThatIsSealedMeanwhileHasANumberOfItsOwnAndSaysNothingTwice() throws Exception {
    hall.person(caseId, Consents.Answer.YES);
    Path report = hall.toHeadquarters(hall.one);
    Meanwhile<Importing.Outcome> answered =
        new Meanwhile<>(false, () -> hall.hq.packages().take(report));
    assertThat(sealFor(hall.one, answered)).isPresent();
    assertThat(answered.answer()).isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(sealed()).hasSize(2).extracting(PackageLine::sequence).doesNotHaveDuplicates();
    assertThat(sealed())
        .as("a bulletin, and what became of a report")
        .allMatch(p -> p.changes() == 1);
    for (PackageLine p : sealed()) {
      hall.answer(hall.one, Optional.of(p.id()));
    }
    assertThat(hall.one.bulletins().unread()).hasSize(1);
  }

  @Test
  void forAnotherStationNobodyWaits() throws Exception {
    Meanwhile<Optional<RecordId>> other =
        new Meanwhile<>(true, () -> sealFor(hall.one, Progress.none()));
    assertThat(sealFor(hall.two, other)).isPresent();
    assertThat(other.answer()).isPresent();
  }
}
