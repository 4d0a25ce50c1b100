package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.ToDo;
import org.sala.casework.erasing.Erasing;
import org.sala.casework.erasing.Erasures;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
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
    decide("stays");
    untilSaid("A reason is needed");
    type("#erased-there-reason", "a court asked for it");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> desk.erasedElsewhere().undecided().size() == 1);
    soon(() -> erased() == 1);

    open("A-002");
    decide("look");
    until("#erase");
    soon(() -> says("A-002"));
    assertThat(desk.erasedElsewhere().undecided()).as("looking decides nothing").hasSize(1);
    interact(() -> shell.go(new Place.Today()));
    soon(() -> erased() == 1);
  }

  private void open(String number) {
    interact(
        () -> {
          TableView<?> table = lookup("#next").queryTableView();
          for (Object row : table.getItems()) {
            if (row instanceof ToDo t
                && t.erasedThere().filter(e -> e.number().equals(number)).isPresent()) {
              table.requestFocus();
              table.getSelectionModel().select(table.getItems().indexOf(row));
            }
          }
        });
    push(KeyCode.ENTER);
    untilSaid(".dialog-box", number);
  }

  private void decide(String what) {
    Choice choice = there("#erased-there", Choice.class);
    interact(() -> choice.setValue(what));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
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
