package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.station.RecoverySheet;
import org.sala.ui.route.Place;

/** Headquarters' recovery key in three sheets, written down one after the other. */
class SharesJourneyTest extends JourneyWindow {
  @TempDir static Path folder;
  private static List<RecoverySheet> before;

  @BeforeAll
  static void sheetsThatAreKept() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      before = Desks.shares(hq);
    }
  }

  @Override
  protected Path workspace() {
    return folder.resolve("hq");
  }

  private boolean opens(String codes) {
    if (new Workplace(workspace(), Desks.CHEAP).recover(codes)
        instanceof Workplace.Entry.Recovered r) {
      r.recovery().leave();
      return true;
    }
    return false;
  }

  /** Writes one down and types two groups of it back. */
  private String kept() {
    untilSaid(".dialog-box", "It is shown once.");
    String code = sheetCode();
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    type("#group-3", code.split("-", -1)[2]);
    type("#group-8", code.split("-", -1)[7]);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    return code;
  }

  private void lockAndLook() {
    interact(this::lock);
    until("#passphrase");
  }

  @Test
  void whoBreaksOffKeepsTheSheetsOfBeforeAndThreeThatWereTypedBackTakeTheirPlace() {
    interact(() -> enter(Desks.unlock(workspace(), "zero")));
    until("#next");
    interact(() -> shell.go(new Place.Settings()));
    until("#shares-make");
    interact(() -> lookup("#shares-make").queryButton().fire());
    kept();
    untilSaid(".dialog-box", "Share 2 of 3");
    push(KeyCode.ESCAPE);
    soon(() -> lookup(".dialog-box").tryQuery().isEmpty());
    assertThat(desk.recoverySheets().sharesAreProved()).as("those of before are kept").isTrue();
    lockAndLook();
    soon(() -> opens(before.get(0).code() + " " + before.get(2).code()));

    interact(() -> enter(Desks.unlock(workspace(), "zero")));
    until("#next");
    interact(() -> shell.go(new Place.Settings()));
    until("#shares-make");
    interact(() -> lookup("#shares-make").queryButton().fire());
    List<String> codes = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      untilSaid(".dialog-box", "Share " + i + " of 3");
      codes.add(kept());
    }
    soon(() -> lookup(".dialog-box").tryQuery().isEmpty());
    soon(() -> desk.recoverySheets().sharesAreProved());
    lockAndLook();
    soon(() -> opens(codes.get(0) + " " + codes.get(2)));
    assertThat(opens(before.get(0).code() + " " + before.get(2).code())).isFalse();
  }
}
