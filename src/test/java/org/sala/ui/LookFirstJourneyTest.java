package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.casework.sync.Configured;
import org.sala.ui.route.Place;

/** Headquarters looks at what a stick brings before it takes it in. */
class LookFirstJourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  @BeforeAll
  static void aPackageOnAStickThatIsLookedAtFirst() throws IOException {
    Path stick = Files.createDirectories(folder.resolve("stick"));
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Desks.enrol(station, hq, folder, "A");
      station.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
      station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
      station.sync().once(station.sync().carriers().addFolder(stick, "Stick").id());
      Configured theirs = hq.sync().carriers().addFolder(stick, "Stick");
      hq.sync().carriers().lookFirst(theirs.id(), true);
    }
  }

  @Override
  protected Path workspace() {
    return folder.resolve("hq");
  }

  private long came() {
    return desk.packages().list().stream().filter(p -> !p.outgoing()).count();
  }

  @Test
  void itIsShownForWhatItIsAndTakenInWhenSomebodySaysSo() {
    interact(() -> enter(Desks.unlock(workspace(), "zero")));
    until("#next");
    interact(() -> shell.go(new Place.Packages()));
    soon(() -> reads(t -> t.contains("1 package lies there and waits for a look.")));
    assertThat(came()).isZero();
    clickOn("#look-first");
    untilSaid(".dialog-box", "Genuine");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> came() == 1);
    untilSaid(".dialog-box", "Taken in");
    push(KeyCode.ESCAPE);
    soon(() -> desk.sync().standings().getFirst().waiting() == 0);
    interact(() -> shell.go(new Place.Settings()));
    until("#carrier-look");
    clickOn("#carrier-look");
    soon(() -> !desk.sync().carriers().list().getFirst().lookFirst());
  }
}
