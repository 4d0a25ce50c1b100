package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Pending;
import org.sala.casework.Workplace;
import org.sala.ui.route.Place;

/** In Settings: the sheet is proved, a colleague comes, and a passphrase is changed. */
class OfficersJourneyTest extends JourneyWindow {
  private static final String FRESH = "four plain example kettles";

  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("officers");
  }

  @Test
  void theSheetIsProvedAColleagueComesAndThePassphraseIsChanged() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    interact(
        () -> {
          enter(made);
          shell.go(new Place.Settings());
        });
    sheet();
    colleague();
    passphrase();

    push(KeyCode.SHORTCUT, KeyCode.L);
    type("#handle", "one");
    type("#passphrase", "phrase of one");
    clickOn("#unlock");
    soon(() -> reads(t -> t.startsWith("The handle or the passphrase")));
    type("#passphrase", FRESH);
    clickOn("#unlock");
    until("#next");
    assertThat(desk.officers().me()).isEqualTo("Officer One Example");
    assertThat(desk.pending()).doesNotContain(Pending.RECOVERY_SHEET);
    interact(
        () -> {
          shell.close();
          desk.close();
        });
    assertThat(
            new Workplace(workspace(), Desks.CHEAP)
                .unlock("two", "five quiet example lanterns".toCharArray()))
        .isInstanceOfSatisfying(
            Workplace.Entry.Entered.class,
            e -> {
              assertThat(e.desk().officers().me()).isEqualTo("Officer Two Example");
              assertThat(e.desk().officers().mayOpenProtection()).isFalse();
              e.desk().close();
            });
    shell = null;
    desk = null;
  }

  /** It counts as kept once two groups were typed back, and not by a guess. */
  private void sheet() {
    assertThat(desk.pending()).contains(Pending.RECOVERY_SHEET);
    clickOn("#sheet-make");
    String code = sheetCode();
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    type("#group-3", code.split("-", -1)[2].toLowerCase(java.util.Locale.ROOT));
    type("#group-8", code.split("-", -1)[8]);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(desk.officers().recoveryIsProved()).as("another group").isFalse();
    type("#group-8", code.split("-", -1)[7]);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> desk.officers().recoveryIsProved());
    soon(() -> !says("The recovery sheet is not kept yet"));
  }

  private void colleague() {
    clickOn("#officer-add");
    type("#colleague-name", "Officer Two Example");
    type("#colleague-handle", "two");
    type("#colleague-passphrase", "short");
    type("#colleague-again", "short");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    untilSaid("Make the passphrase longer");
    type("#colleague-passphrase", "five quiet example lanterns");
    type("#colleague-again", "five quiet example lanterns");
    CheckBox protection = there("#colleague-protection", CheckBox.class);
    assertThat(protection.isSelected()).isTrue();
    interact(protection::fire);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> desk.officers().names().size() == 2);
  }

  private void passphrase() {
    clickOn("#passphrase-change");
    type("#change-handle", "one");
    type("#change-now", "a guess of somebody else");
    type("#change-passphrase", FRESH);
    assertThat(there("#change-passphrase-strength", ProgressBar.class).getProgress())
        .as("how strong it is stands there while it is chosen")
        .isGreaterThan(0.6);
    type("#change-again", FRESH);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    untilSaid("Nothing was changed");
    push(KeyCode.ESCAPE);
    clickOn("#passphrase-change");
    type("#change-handle", "one");
    type("#change-now", "phrase of one");
    type("#change-passphrase", FRESH);
    type("#change-again", FRESH);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    untilSaid("From now on the new passphrase");
    push(KeyCode.ESCAPE);
  }
}
