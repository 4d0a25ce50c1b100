package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.erasing.Erasing;
import org.sala.casework.erasing.Erasures;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.casework.todo.ToDo;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.route.Place;

/**
 * Headquarters hears what a station has erased: one person stays, with a reason, one is looked at.
 */
class ErasedThereJourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("hq");
  }

  @Test
  void oneStaysWithAReasonAndTheOtherIsLookedAtFirst() {
    heard();
    interact(() -> enter(Desks.unlock(workspace(), "zero")));
    until("#next");
    soon(() -> erased() == 2);
    open("A-001");
    assertThat(lookup("#erased-there-reason").queryTextInputControl().isDisabled()).isTrue();
    soon(() -> there("#erased-there", Choice.class).isFocused());
    push(KeyCode.DOWN);
    soon(() -> !lookup("#erased-there-reason").queryTextInputControl().isDisabled());
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    untilSaid("A reason is needed");
    type("#erased-there-reason", "a court asked for it");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> desk.erasedElsewhere().undecided().size() == 1);
    soon(() -> erased() == 1);

    open("A-002");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#erase");
    soon(() -> says("A-002"));
    assertThat(desk.erasedElsewhere().undecided()).as("looking decides nothing").hasSize(1);
    assertThat(lookup("#kept-here").tryQuery()).as("nobody said that this one stays").isEmpty();
    push(KeyCode.ALT, KeyCode.LEFT);
    soon(() -> erased() == 1);

    push(KeyCode.SHORTCUT, KeyCode.K);
    until("#search");
    write("Settings");
    push(KeyCode.ENTER);
    until("#kept");
    untilSaid("#kept", "Person A-001");
    untilSaid("#kept", "a court asked for it");
    untilSaid("#kept", desk.officers().me());
    interact(() -> shell.go(new Place.OnePerson(kept())));
    until("#kept-here");
    untilSaid("#kept-here", "a court asked for it");
  }

  private RecordId kept() {
    return desk.erasedElsewhere().kept().getFirst().about();
  }

  /** Clicks on the button in the row of that number. */
  private void open(String number) {
    soon(
        () -> {
          clickOn(
              lookup("#next .table-row-cell")
                  .match(n -> n instanceof TableRow<?> row && isOf(row.getItem(), number))
                  .lookup(".button")
                  .<Button>query());
          return true;
        });
    untilSaid(".dialog-box", number);
  }

  private static boolean isOf(Object row, String number) {
    return row instanceof ToDo t
        && t.erasedThere().filter(e -> e.number().equals(number)).isPresent();
  }

  private long erased() {
    return lookup("#next").queryTableView().getItems().stream()
        .filter(t -> t instanceof ToDo d && d.what() == ToDo.What.ERASED_THERE)
        .count();
  }

  /** A station sends two people, erases both, and sends the next package. */
  private static void heard() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      Path there = folder.resolve("a");
      RecordId caseId;
      try (Desk station = Desks.create(there, "Officer One Example", "one")) {
        Desks.enrol(station, hq, folder, "A");
        caseId =
            station.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
        for (String number : new String[] {"A-001", "A-002", "A-003"}) {
          station
              .people()
              .add(caseId, new People.NewPerson(number, "", "", "", "24", "my"), "said", "");
        }
        send(station, hq);
      }
      erase(there, "A-001");
      erase(there, "A-002");
      try (Desk station = Desks.unlock(there, "one")) {
        station
            .people()
            .add(caseId, new People.NewPerson("A-004", "", "", "", "24", "my"), "said", "");
        send(station, hq);
      }
    }
  }

  private static void send(Desk station, Desk hq) {
    RecordId sealed =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none()).id();
    hq.packages().take(station.packages().carry(sealed, folder.resolve("usb")));
  }

  private static void erase(Path there, String number) {
    try (Desk station = Desks.unlock(there, "one")) {
      RecordId person =
          station.people().list("", "wristband", false, 0, 9).stream()
              .filter(p -> p.wristband().equals(number))
              .findFirst()
              .orElseThrow()
              .id();
      Erasing plan = station.erasures().plan(person);
      assertThat(
              station
                  .erasures()
                  .erase(plan, number, Erasures.Why.WISH, "asked for it", Optional.empty()))
          .isEqualTo(Erasures.Outcome.DONE);
    }
  }
}
