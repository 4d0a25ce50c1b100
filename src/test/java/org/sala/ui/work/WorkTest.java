package org.sala.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.station.FaultLog;

/** What an officer saves does not queue behind what takes minutes, and a lock waits for both. */
class WorkTest {
  private final ExecutorService lane = Executors.newSingleThreadExecutor();
  private final List<Exception> failures = new CopyOnWriteArrayList<>();
  private final List<String> came = new CopyOnWriteArrayList<>();
  private final Executor longLane = LongWork.ownLane();
  private final FaultLog faults = new FaultLog(Clock.systemUTC());
  @TempDir Path folder;
  private final Work work =
      new Work(lane, Runnable::run, longLane, Runnable::run, faults, failures::add);

  @AfterEach
  void end() {
    lane.shutdown();
  }

  @Test
  void aSaveIsDoneWhileLongWorkOfTheSameScreenIsUnderWay() throws Exception {
    Work.Line line = work.line();
    CountDownLatch saved = new CountDownLatch(1);
    CountDownLatch imported = new CountDownLatch(1);
    line.actLong(
        () -> saved.await(60, TimeUnit.SECONDS) ? "import" : "waited in vain",
        v -> {
          came.add(v);
          imported.countDown();
        });
    line.act(
        () -> "save",
        v -> {
          came.add(v);
          saved.countDown();
        });
    assertThat(imported.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(came).containsExactly("save", "import");
    assertThat(failures).isEmpty();
  }

  @Test
  void whatFailsBehindAClosedPlaceIsWrittenDownThoughNobodyIsTold() throws Exception {
    faults.into(Files.createDirectories(folder.resolve("log")).getParent());
    Work.Line line = work.line();
    line.close();
    line.ask(
        () -> {
          throw new IllegalStateException("Winnowhill");
        },
        never -> came.add("answer"));
    lane.submit(() -> {}).get();
    assertThat(failures).isEmpty();
    assertThat(faults.written())
        .contains("java.lang.IllegalStateException", "WorkTest")
        .doesNotContain("Winnowhill");
  }

  @Test
  void aQuestionThatGetsNoAnswerIsToldAsUnreadAndWhatIsDoneInVainIsNot() {
    Work atOnce = Work.atOnce(faults, failures::add);
    atOnce.whenUnread(
        (fault, whose) -> {
          came.add("unread");
          return false;
        });
    Work.Line line = atOnce.line();
    line.act(WorkTest::fails, v -> came.add("done"));
    assertThat(came).isEmpty();
    line.ask(WorkTest::fails, v -> came.add("read"));
    assertThat(came).containsExactly("unread");
    line.close();
    line.ask(WorkTest::fails, v -> came.add("read"));
    assertThat(came).containsExactly("unread");
    assertThat(failures).hasSize(2);
  }

  @Test
  void whoeverHearsOfAnUnreadPageKnowsItFromOneOfWhichSomethingWasRead() {
    Work atOnce = Work.atOnce(faults, failures::add);
    List<Unread.Whose> told = new ArrayList<>();
    atOnce.whenUnread(
        (fault, whose) -> {
          told.add(whose);
          return whose != Unread.Whose.OTHER;
        });
    List<Work.Line> lines = new ArrayList<>();
    atOnce.page(
        () -> {
          lines.add(atOnce.line());
          lines.add(atOnce.line());
        });
    lines.getFirst().ask(WorkTest::fails, v -> came.add("read"));
    lines.getLast().ask(WorkTest::fails, v -> came.add("a part"));
    lines.getFirst().ask(() -> "something", v -> came.add("read"));
    lines.getFirst().ask(WorkTest::fails, v -> came.add("read"));
    atOnce.around().ask(WorkTest::fails, v -> came.add("read"));
    assertThat(told)
        .containsExactly(
            Unread.Whose.PAGE, Unread.Whose.OTHER, Unread.Whose.OTHER, Unread.Whose.AROUND);
    assertThat(failures).as("what no place of its own tells").hasSize(2);
  }

  private static String fails() {
    throw new IllegalStateException("no answer");
  }

  @Test
  void waitingUntilItIsQuietWaitsForWhatAClosedScreenBegan() throws Exception {
    Work.Line line = work.line();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    line.actLong(
        () -> {
          begun.countDown();
          boolean told = goOn.await(60, TimeUnit.SECONDS);
          came.add("ended");
          return told;
        },
        v -> came.add("heard"));
    assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
    line.close();
    lane.execute(goOn::countDown);
    work.untilQuiet();
    assertThat(came).containsExactly("ended");
  }

  @Test
  void aLockStopsWhatRunsAndLetsNothingBegin() throws Exception {
    Work.Line line = work.line();
    CountDownLatch begun = new CountDownLatch(1);
    line.actLong(
        () -> {
          begun.countDown();
          while (!work.isEnded()) {
            Thread.onSpinWait();
          }
          return came.add("stopped");
        },
        v -> {});
    line.actLong(() -> came.add("begun after the lock"), v -> {});
    assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
    work.end();
    work.untilQuiet();
    assertThat(came).containsExactly("stopped");
  }

  @Test
  void whatFailedBehindAScreenThatIsGoneIsToldAndWhatWasOnlyAskedIsNot() throws Exception {
    Work.Line line = work.line();
    CountDownLatch left = new CountDownLatch(1);
    line.ask(
        () -> {
          assertThat(left.await(60, TimeUnit.SECONDS)).isTrue();
          throw new IllegalStateException("a question");
        },
        v -> came.add("never"));
    line.act(
        () -> {
          throw new IllegalStateException("a save");
        },
        v -> came.add("never"));
    line.close();
    left.countDown();
    untilDone();
    assertThat(came).isEmpty();
    assertThat(failures).extracting(Exception::getMessage).containsExactly("a save");
  }

  @Test
  void aGestureKnowsWhetherWhatItAskedForFailed() throws Exception {
    Work.Line line = work.line();
    CountDownLatch asked = new CountDownLatch(1);
    Work.Gesture well = work.gesture(() -> line.act(() -> "saved", came::add));
    Work.Gesture badly =
        work.gesture(
            () ->
                line.act(
                    () -> {
                      assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
                      throw new IllegalStateException("a save");
                    },
                    v -> came.add("never")));
    List<Boolean> behind = new CopyOnWriteArrayList<>();
    line.act(() -> behind.add(badly.failed()), v -> {});
    asked.countDown();
    untilDone();
    assertThat(well.failed()).isFalse();
    assertThat(behind).as("known on the lane, behind the save").containsExactly(true);
  }

  private void untilDone() throws Exception {
    lane.submit(() -> {}).get(60, TimeUnit.SECONDS);
  }

  @Test
  void anErrorIsToldToTheScreenAndToWhoeverHearsWhatNobodyCaught() throws Exception {
    List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    CountDownLatch handed = new CountDownLatch(4);
    Executor dying =
        task -> {
          Thread thread = new Thread(task);
          thread.setUncaughtExceptionHandler(
              (t, e) -> {
                uncaught.add(e);
                handed.countDown();
              });
          thread.start();
        };
    Work mortal = new Work(dying, dying, dying, Runnable::run, faults, failures::add);
    Work.Line line = mortal.line();
    List<Exception> beside = new CopyOnWriteArrayList<>();
    Error error = new StackOverflowError("Winnowhill");
    line.ask(
        () -> {
          throw error;
        },
        never -> came.add("answer"));
    line.act(
        () -> {
          throw error;
        },
        never -> came.add("answer"));
    mortal.beside(
        () -> {
          throw error;
        },
        never -> came.add("answer"),
        beside::add);
    mortal
        .longWork()
        .start(
            "long",
            p -> {
              throw error;
            },
            never -> came.add("answer"));
    assertThat(handed.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(uncaught).hasSize(4).allMatch(error::equals);
    assertThat(failures).hasSize(3);
    assertThat(beside).hasSize(1);
    assertThat(mortal.longWork().pieces()).isEmpty();
    assertThat(came).isEmpty();
    assertThat(mortal.code(beside.getFirst())).isEqualTo(faults.note(error));
  }
}
