package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.sala.bench.faults.TroubledPlaces;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.exhibits.AskedExhibits;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.people.Cases;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** A file of another case fails while a person is interviewed: nobody in the room hears of it. */
class LongWorkQuietJourneyTest extends QuestionWindow {
  private final CountDownLatch unplugged = new CountDownLatch(1);

  /** A file is being taken in from a stick that is still there. */
  @Override
  Desk prepared(Desk made) throws IOException {
    RecordId caseId = made.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    Path image = Files.write(folder.resolve("another-case.bin"), new byte[100_000]);
    made.exhibits()
        .asked()
        .ask(
            caseId,
            new Exhibits.NewExhibit("x", "", Optional.empty(), "", ""),
            List.of(new AskedExhibits.Named("An image", image)));
    made.close();
    return Desks.unlock(TroubledPlaces.noRoom(workspace(), Set.of(""), this::fails), "one");
  }

  private boolean fails() {
    if (!Thread.currentThread().getName().equals("sala-long-lane")) {
      return false;
    }
    try {
      unplugged.await();
      return true;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatAnotherCaseComesToWaitsUntilTheInterviewIsLeft() {
    push(KeyCode.F4);
    until(".turned");
    Node keyboard = scene.getFocusOwner();
    unplugged.countDown();
    shell.untilQuiet();
    settle();
    nothingIsTold();
    assertThat(scene.getFocusOwner()).isSameAs(keyboard);
    push(KeyCode.ESCAPE);
    soon(() -> lookup(".turned").tryQuery().isEmpty());
    settle();
    nothingIsTold();
    interact(() -> shell.go(new Place.Today()));
    until(".shade");
  }

  private void nothingIsTold() {
    assertThat(lookup(".shade").queryAll()).isEmpty();
    assertThat(lookup("#notice").queryAll()).isEmpty();
  }
}
