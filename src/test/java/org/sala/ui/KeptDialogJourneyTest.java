package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;

/** What Escape closes is kept for the person it was about, and for nobody else. */
class KeptDialogJourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  @BeforeAll
  static void twoAreIll() {
    try (Desk desk = Desks.create(folder.resolve("w"), "Officer One Example", "one")) {
      RecordId caseId = desk.cases().open(new Cases.NewCase("R-7", "rescue", "normal", "", ""));
      for (String number : List.of("A-001", "A-002")) {
        RecordId person =
            desk.people().add(caseId, new People.NewPerson(number, "", "", "", "", ""), "", "");
        desk.triages().raise(person, "hurt");
      }
    }
  }

  @Override
  protected Path workspace() {
    return folder.resolve("w");
  }

  @Test
  void whatWasTypedOfOnePersonIsNeverOfferedForAnother() throws Exception {
    type("#handle", "phrase of one");
    push(KeyCode.ENTER);
    soon(() -> lookup("#handle").queryTextInputControl().getText().isEmpty());
    type("#handle", "one");
    type("#passphrase", "phrase of one");
    clickOn("#unlock");
    until("#next");
    await().atMost(PATIENCE).until(() -> rows("#next") == 2);
    tell(0);
    write("Doctor Example, by phone");
    push(KeyCode.TAB);
    assertThat(scene.getFocusOwner().getId())
        .as("Tab leads on, and not to throwing away what was typed")
        .isEqualTo("close-dialog");
    push(KeyCode.ESCAPE);
    tell(1);
    settled();
    assertThat(typed()).as("another person's dialog begins empty").isEmpty();
    push(KeyCode.ESCAPE);
    tell(0);
    await().atMost(PATIENCE).until(() -> typed().equals("Doctor Example, by phone"));
    clickOn("#discard");
    tell(0);
    settled();
    assertThat(typed()).as("what was discarded is gone").isEmpty();
  }

  private String typed() {
    return lookup("#told").queryTextInputControl().getText();
  }

  private void tell(int row) {
    choose("#next", row);
    push(KeyCode.ENTER);
    until("#told");
  }

  /** Whatever is offered is there once the lane and the window have done what waits. */
  private void settled() throws Exception {
    lane.submit(() -> {}).get(30, TimeUnit.SECONDS);
    settle();
  }
}
