package org.sala.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Restoring;
import org.sala.casework.Workplace;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.ui.route.Place;

/** A backup at the door and after it, and an officer who came in by the recovery sheet. */
final class RestoreDialogs {
  private static final char[] PHRASE = "phrase of zero".toCharArray();

  private final PictureTaker taker;
  private final Path folder;
  private final List<Path> taken = new ArrayList<>();

  RestoreDialogs(PictureTaker taker, Path folder) {
    this.taker = taker;
    this.folder = folder;
  }

  List<Path> take() throws IOException {
    Path backup;
    Path there = folder.resolve("hq");
    try (Desk hq = Desks.headquarters(there)) {
      hq.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
      Path stick = Files.createDirectories(folder.resolve("stick"));
      backup = Path.of(hq.backups().make(stick, Progress.none()).place());
    }
    atTheDoor(there, backup);
    restored(backup);
    recovered();
    return taken;
  }

  /** What does not come back, and what is asked before one of headquarters does. */
  private void atTheDoor(Path there, Path backup) throws IOException {
    Path none = Files.writeString(folder.resolve("letter.txt"), "not a backup");
    door("restore-none", there, none, PHRASE);
    door("restore-wrong", there, backup, "another".toCharArray());
    door("restore-headquarters", there, backup, PHRASE);
  }

  private void door(String name, Path workspace, Path file, char[] phrase) {
    taken.addAll(
        taker.door(
            name,
            workspace,
            View.LOWEST,
            door -> {
              fire(door, "restore-backup");
              type(door, "restore-file", file.toString());
              type(door, "restore-handle", "zero");
              type(door, "restore-passphrase", new String(phrase));
              fire(door, "restore");
            }));
  }

  private static void fire(StackPane door, String id) {
    ((Button) door.lookup("#" + id)).fire();
  }

  private static void type(StackPane door, String id, String words) {
    ((TextField) door.lookup("#" + id)).setText(words);
  }

  /** The card that says so, until somebody has read it. */
  private void restored(Path backup) {
    Path back = folder.resolve("back");
    Restoring.Outcome outcome =
        new Restoring(Desks.CHEAP)
            .asTheOnlyOne()
            .restore(backup, back, "zero", PHRASE.clone(), Progress.none());
    if (!(outcome instanceof Restoring.Outcome.Restored)) {
      throw new IllegalStateException("it does not come back");
    }
    try (Desk desk = Desks.unlock(back, "zero")) {
      Map<String, View> views = new LinkedHashMap<>();
      views.put(
          "settings-restored",
          View.moment(
              new Place.Settings(),
              shell -> {
                if (shell.node().lookup(".scroll-pane") instanceof ScrollPane scroll) {
                  scroll.setVvalue(0.5);
                }
              }));
      taken.addAll(taker.screens(desk, views));
      Asked asked = new Asked();
      asked.click("backup-restored", new Place.Settings(), "backup");
      taken.addAll(taker.choosing(folder.resolve("stick")).screens(desk, asked.views()));
    }
  }

  /** Who forgot the passphrase comes in anew, and stands for what the lost key has written. */
  private void recovered() {
    Path station = folder.resolve("b");
    String sheet;
    try (Desk desk = Desks.create(station, "Officer One Example", "one")) {
      desk.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
      sheet = desk.recoverySheets().make().code();
      desk.recoverySheets().proved();
    }
    if (new Workplace(station, Desks.CHEAP).recover(sheet)
            instanceof Workplace.Entry.Recovered recovered
        && recovered
                .recovery()
                .enter(
                    "Officer Two Example",
                    "two",
                    "phrase of two".toCharArray(),
                    Desks.CHEAP.random())
            instanceof Workplace.Entry.Entered entered) {
      try (Desk desk = entered.desk()) {
        Asked asked = new Asked();
        asked.click("adopt", new Place.Settings(), "adopt");
        taken.addAll(taker.screens(desk, asked.views()));
      }
      return;
    }
    throw new IllegalStateException("the sheet opens nothing");
  }
}
