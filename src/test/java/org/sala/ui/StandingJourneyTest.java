package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.station.Progress;
import org.sala.ui.route.Place;

/** The line below says that all is well only where it is. */
class StandingJourneyTest extends JourneyWindow {
  @TempDir Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("stands");
  }

  @Test
  void whatIsPendingAndThatNothingWasBackedUpIsNotWell() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    interact(() -> enter(made));
    until("#next");
    soon(() -> label("#standing").equals("This laptop: 2 things to see to · no backup yet"));
    made.backups().make(folder.resolve("of today.salabackup"), Progress.none());
    interact(() -> shell.go(new Place.Cases()));
    until("#cases");
    soon(() -> label("#standing").equals("This laptop: 2 things to see to"));
    assertThat(made.standing().littleSpace()).as("of the machine that tests it").isFalse();
  }
}
