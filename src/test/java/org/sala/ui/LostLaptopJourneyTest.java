package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.casework.station.RecoverySheet;
import org.sala.ui.route.Place;

/** Two keepers of sheets come to headquarters, and read a code to an officer on the telephone. */
class LostLaptopJourneyTest extends JourneyWindow {
  @TempDir static Path folder;
  private static List<RecoverySheet> sheets = List.of();

  @BeforeAll
  static void aLaptopWhoseOfficersHaveForgottenEverything() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      sheets = Desks.shares(hq);
      Desks.enrol(station, hq, folder, "A");
      station.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
      hq.packages()
          .take(
              station
                  .packages()
                  .carry(
                      station
                          .packages()
                          .seal(station.packages().plan(Optional.empty()), Progress.none())
                          .id(),
                      folder.resolve("usb")));
    }
  }

  @Override
  protected Path workspace() {
    return folder.resolve("hq");
  }

  private void open(String one, String two) {
    clickOn("#lost-open");
    until("#lost-one");
    type("#lost-one", one);
    type("#lost-two", two);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
  }

  @Test
  void theCodeThatIsShownOpensTheLaptop() {
    interact(() -> enter(Desks.unlock(folder.resolve("hq"), "zero")));
    until("#next");
    interact(() -> shell.go(new Place.Stations()));
    until("#stations");
    interact(
        () -> lookup("#stations").queryAs(TableView.class).getSelectionModel().clearAndSelect(0));
    until("#lost-open");
    open(sheets.get(1).code(), sheets.get(1).code());
    until(".dialog-box");
    assertThat(lookup("#lost-code").tryQuery()).as("the same sheet twice").isEmpty();
    push(KeyCode.ESCAPE);
    open(sheets.get(1).code().toLowerCase(java.util.Locale.ROOT), sheets.get(2).code());
    until("#lost-code");
    String code = lookup("#lost-code").queryLabeled().getText();
    Workplace.Entry entry = new Workplace(folder.resolve("a"), Desks.CHEAP).recover(code);
    assertThat(entry).isInstanceOf(Workplace.Entry.Recovered.class);
    ((Workplace.Entry.Recovered) entry).recovery().leave();
  }
}
