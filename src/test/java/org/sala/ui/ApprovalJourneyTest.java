package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.ui.route.Place;

/** Headquarters certifies a third officer by two, and confirms by two what one took back. */
class ApprovalJourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  @BeforeAll
  static void threeOfficersOfWhomTwoAreCertified() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Desks.enrol(station, hq, folder, "A");
      hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
      hq.headquarters().certify(hq.headquarters().uncertified().keySet().iterator().next(), "EX-9");
      hq.officers().add("Officer Eight Example", "eight", "phrase of eight".toCharArray());
      hq.headquarters().revoke(hq.headquarters().stations().getFirst().id(), "stolen");
    }
  }

  @Override
  protected Path workspace() {
    return folder.resolve("hq");
  }

  private void second(String handle) {
    type("#approve-handle", handle);
    type("#approve-passphrase", "phrase of " + handle);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
  }

  @Test
  void nobodyIsBelievedByOneOfficersWord() {
    interact(() -> enter(Desks.unlock(folder.resolve("hq"), "zero")));
    until("#next");
    interact(() -> shell.go(new Place.Stations()));
    clickOn("#confirm-EX-100A");
    second("zero");
    soon(() -> !label("#approve-trouble").isEmpty());
    assertThat(desk.approvals().unconfirmed()).as("nobody confirms their own act").hasSize(1);
    second("nine");
    await().atMost(PATIENCE).until(() -> desk.approvals().unconfirmed().isEmpty());

    interact(
        () -> {
          TableView<?> table = lookup("#stations").queryAs(TableView.class);
          table.getSelectionModel().select(table.getItems().size() - 1);
        });
    clickOn("#certify-colleague");
    type("#officer-number", "EX-8");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    second("nine");
    await().atMost(PATIENCE).until(() -> desk.headquarters().uncertified().isEmpty());
  }
}
