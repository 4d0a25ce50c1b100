package org.sala.ui;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.ui.route.Place;

/** What is begun anew is found by its first letters, from wherever somebody is. */
class FindingCommandsJourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("commands");
  }

  @Test
  void aNewCaseIsBegunByItsFirstLetters() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    interact(
        () -> {
          enter(made);
          shell.go(new Place.Packages());
        });
    until("#packages");
    push(KeyCode.SHORTCUT, KeyCode.K);
    until("#search");
    write("new ca");
    soon(() -> reads("New case"::equals));
    push(KeyCode.ENTER);
    until("#case-title");
  }
}
