package org.sala.ui;

import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Cases;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** A page that is not there yet, or cannot be read, says so and can be left and asked for again. */
class UnreadPageJourneyTest extends JourneyWindow {
  @TempDir Path folder;
  private RecordId caseId;

  @Override
  protected Path workspace() {
    return folder.resolve("a");
  }

  private void open() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    caseId = made.cases().open(new Cases.NewCase("A case of examples", "rescue", "normal", "", ""));
    interact(() -> enter(made));
    until("#next");
  }

  @Test
  void aPageThatIsReadSlowlyShowsItsHeadingUntilItIsThere() {
    open();
    CountDownLatch held = new CountDownLatch(1);
    lane.execute(
        () -> {
          try {
            held.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    // Nobody waits here until the lane has answered: it is held.
    waitFor(asyncFx(() -> shell.go(new Place.OneCase(caseId, "overview"))));
    soon(() -> lookup("#page-coming").query().isVisible());
    held.countDown();
    untilSaid("A case of examples");
    soon(() -> !lookup("#page-coming").query().isVisible());
  }
}
