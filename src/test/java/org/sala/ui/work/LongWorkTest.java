package org.sala.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sala.casework.station.FaultLog;
import org.sala.casework.station.Progress;

/** Long work can be watched and stopped, and nothing of it runs any more once it was closed. */
class LongWorkTest {
  private final List<Exception> failures = new CopyOnWriteArrayList<>();
  private final List<String> came = new CopyOnWriteArrayList<>();
  private final Executor lane = LongWork.ownLane();
  private final LongWork work =
      new LongWork(lane, Runnable::run, new FaultLog(java.time.Clock.systemUTC()), failures::add);

  private static String untilStopped(Progress progress, CountDownLatch begun) {
    begun.countDown();
    while (!progress.stopped()) {
      Thread.onSpinWait();
    }
    return "stopped";
  }

  @Test
  void onePieceAfterTheOtherAndAStoppedOneLetsTheNextBegin() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    work.start("first", p -> untilStopped(p, begun), came::add);
    work.start(
        "second",
        p -> "done",
        v -> {
          came.add(v);
          over.countDown();
        });
    assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(work.pieces()).extracting(LongWork.Piece::title).containsExactly("first", "second");
    work.pieces().getFirst().stop();
    assertThat(over.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(came).containsExactly("stopped", "done");
    assertThat(work.pieces()).isEmpty();
  }

  @Test
  void closingStopsWhatRunsAndNobodyHearsOfIt() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    List<String> ended = new CopyOnWriteArrayList<>();
    work.start(
        "running",
        p -> {
          String value = untilStopped(p, begun);
          ended.add(value);
          return value;
        },
        came::add);
    work.start("waiting", p -> ended.add("begun after the lock"), v -> came.add("heard"));
    assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
    work.close();
    quiet();
    assertThat(ended).containsExactly("stopped");
    assertThat(came).isEmpty();
    assertThat(failures).isEmpty();
  }

  @Test
  void theScreenGoesBeforeAPieceHasNoticedThatItIsOver() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch gone = new CountDownLatch(1);
    List<String> ended = new CopyOnWriteArrayList<>();
    work.start(
        "deaf",
        p -> {
          begun.countDown();
          return ended.add(await(gone) ? "the screen was gone" : "the screen stood still");
        },
        v -> came.add("heard"));
    assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
    work.close();
    gone.countDown();
    quiet();
    assertThat(ended).containsExactly("the screen was gone");
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As whoever wipes the keys waits. */
  private void quiet() throws InterruptedException {
    CountDownLatch last = new CountDownLatch(1);
    lane.execute(last::countDown);
    assertThat(last.await(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aFaultIsToldAndTheNextPieceGoesOn() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    work.start(
        "failing",
        p -> {
          throw new IllegalStateException("as it may happen");
        },
        v -> came.add("never"));
    work.start("next", p -> "done", v -> over.countDown());
    assertThat(over.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(failures).singleElement().isInstanceOf(IllegalStateException.class);
    assertThat(came).isEmpty();
  }

  @Test
  void howFarItIsGoesFromNothingKnownToTheEnd() {
    assertThat(new LongWork.Mark(0, 0).part()).isEqualTo(-1);
    assertThat(new LongWork.Mark(5, 10).part()).isEqualTo(0.5);
    assertThat(new LongWork.Mark(11, 10).part()).isEqualTo(1);
  }
}
