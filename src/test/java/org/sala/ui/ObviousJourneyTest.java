package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Halls;
import org.sala.casework.history.Histories;
import org.sala.casework.people.Cases;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.ui.route.Place;

/** Headquarters decides what differs only in its writing, with clicks and with keys. */
class ObviousJourneyTest extends JourneyWindow {

  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("hq");
  }

  private static RecordId twice(Desk station, Halls hall, String title) {
    RecordId id = station.cases().open(new Cases.NewCase(title, "rescue", "normal", "", ""));
    hall.report(station);
    hall.headquarters()
        .cases()
        .edit(id, Map.of("title", Value.text(title.toUpperCase(java.util.Locale.ROOT))), "");
    station.cases().edit(id, Map.of("title", Value.text(title.replace(" ", "  "))), "");
    return id;
  }

  private String reason(RecordId id) {
    return desk.histories().of(id).stream()
        .flatMap((Histories.Entry e) -> e.reason().stream())
        .reduce("", (a, b) -> b);
  }

  @Test
  void oneIsChosenByAClickAndOneByAKeyAndTheThirdWaits() {
    List<RecordId> cases;
    try (Halls hall = Halls.of(folder, "A")) {
      Desk station = hall.station("A");
      cases =
          List.of(
              twice(station, hall, "House on Mill Road"),
              twice(station, hall, "House on Hill Road"),
              twice(station, hall, "House on Pond Road"));
      hall.report(station);
      assertThat(hall.headquarters().obvious().proposals()).hasSize(3);
    }
    interact(() -> enter(Desks.unlock(folder.resolve("hq"), "zero")));
    until("#next");
    interact(() -> shell.go(new Place.ObviousVersions()));
    await().atMost(PATIENCE).until(() -> rows("#obvious-list") == 3);
    assertThat(((Button) lookup("#obvious-record").query()).isDisabled())
        .as("nothing is chosen beforehand")
        .isTrue();
    clickOn("#obvious-0");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(desk.obvious().proposals()).as("without a reason nothing is decided").hasSize(3);
    interact(
        () -> {
          TableView<?> table = (TableView<?>) lookup("#obvious-list").query();
          table.requestFocus();
          table.getSelectionModel().clearAndSelect(1);
        });
    push(KeyCode.SPACE);
    type("#obvious-reason", "the same words");
    await()
        .atMost(PATIENCE)
        .until(() -> !((Button) lookup("#obvious-record").query()).isDisabled());
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> desk.obvious().proposals().size() == 1);
    await().atMost(PATIENCE).until(() -> rows("#obvious-list") == 1);
    assertThat(cases.stream().filter(c -> reason(c).equals("the same words"))).hasSize(2);
    assertThat(desk.disagreements().open()).hasSize(1);
    clickOn("#obvious-all");
    type("#obvious-reason", "the same again");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> desk.disagreements().open().isEmpty());
  }
}
