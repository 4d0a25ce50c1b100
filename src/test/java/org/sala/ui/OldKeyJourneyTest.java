package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Pending;
import org.sala.casework.todo.ToDo;
import org.sala.domain.Fingerprint;

/** Headquarters took an officer back: the key to the laptop goes as well, and the others hear. */
class OldKeyJourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("a");
  }

  @Test
  void fromDoNextToTheRowWhereTheKeyIsTakenAwayAndTheOthersAreTold() {
    Fingerprint two = tookBack();
    // Whoever comes in for the first time is told of nobody who was there before.
    Desks.unlock(workspace(), "three").close();
    try (Desk of = Desks.unlock(workspace(), "two")) {
      of.drafts().keep("statement", Map.of("words", "half a sentence"));
    }
    Desk made = Desks.unlock(workspace(), "one");
    interact(() -> enter(made));
    open();
    untilSaid("#colleagues", "taken back by headquarters");
    untilSaid("3 officers can unlock this laptop.");

    clickOn("#slot-take-" + two.hex());
    untilSaid(".dialog-box", "Destroy old backups");
    untilSaid(".dialog-box", "1 form of Officer Two Example is half typed");
    sign("a guess of somebody else");
    untilSaid("Nothing was changed");
    sign("phrase of one");
    untilSaid("cannot unlock this laptop any more");
    push(KeyCode.ESCAPE);
    untilSaid("#colleagues", "Has no key to this laptop");
    untilSaid("2 officers can unlock this laptop.");
    assertThat(lookup("#slot-take-" + two.hex()).tryQuery()).isEmpty();
    assertThat(desk.tonight().todo()).extracting(ToDo::what).doesNotContain(ToDo.What.OLD_KEY);

    push(KeyCode.SHORTCUT, KeyCode.L);
    unlock("two");
    soon(() -> reads(t -> t.startsWith("The handle or the passphrase")));
    unlock("three");
    clickOn("#do-" + Pending.COLLEAGUE_GONE);
    until("#gone");
    untilSaid("#gone", "Officer Two Example, by Officer One Example");
    clickOn("#gone .button");
    soon(() -> lookup("#line-" + Pending.COLLEAGUE_GONE).tryQuery().isEmpty());
    assertThat(lookup("#gone").tryQuery()).isEmpty();
  }

  private void unlock(String handle) {
    type("#handle", handle);
    type("#passphrase", "phrase of " + handle);
    clickOn("#unlock");
  }

  private void sign(String passphrase) {
    type("#slot-handle", "one");
    type("#slot-passphrase", passphrase);
    clickOn("#verb");
  }

  /** Clicks on the button in the row of the officer who was taken back. */
  private void open() {
    until("#next");
    soon(
        () -> {
          clickOn(
              lookup("#next .table-row-cell")
                  .match(
                      n ->
                          n instanceof TableRow<?> row
                              && row.getItem() instanceof ToDo t
                              && t.what() == ToDo.What.OLD_KEY)
                  .lookup(".button")
                  .<Button>query());
          return true;
        });
    until("#colleagues");
  }

  /** A laptop of three, of whom headquarters has taken one back. */
  private static Fingerprint tookBack() {
    Fingerprint two;
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk desk = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      two = desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
      desk.officers().add("Officer Three Example", "three", "phrase of three".toCharArray());
      Desks.enrol(desk, hq, folder, "A");
      Desks.certify(desk, hq, folder, "two");
      Desks.dismiss(desk, hq, "EX-2");
    }
    return two;
  }
}
