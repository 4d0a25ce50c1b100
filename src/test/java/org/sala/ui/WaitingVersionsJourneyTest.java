package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.joining.OpenDisagreement;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** What waits for a decision is a list: found by letters, decided by keys, one behind the other. */
class WaitingVersionsJourneyTest extends JourneyWindow {
  @TempDir static Path folder;
  private static RecordId caseId;
  private static RecordId first;
  private static RecordId second;

  @BeforeAll
  static void threeRecordsDiffer() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Desks.enrol(station, hq, folder, "A");
      caseId = station.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
      first = add(station, "A-001");
      second = add(station, "A-002");
      report(station, hq);
      hq.people().setBirth(first, "2001-03-14", "read from a passport");
      station.people().setBirth(first, "2009", "said again");
      hq.people().edit(second, Map.of("interpreter", Value.text("IN-01")), "");
      station.people().edit(second, Map.of("interpreter", Value.text("IN-02")), "");
      hq.cases().edit(caseId, Map.of("title", Value.text("House with the red door")), "");
      station.cases().edit(caseId, Map.of("title", Value.text("Red house")), "");
      report(station, hq);
    }
  }

  private static RecordId add(Desk station, String number) {
    return station
        .people()
        .add(
            caseId,
            new People.NewPerson(number, "", "Somebody Example", "", "17", "my"),
            "said",
            "");
  }

  private static void report(Desk station, Desk hq) {
    var line = station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    assertThat(hq.packages().take(station.packages().carry(line.id(), folder.resolve("usb"))))
        .isInstanceOf(Importing.Outcome.Imported.class);
  }

  @Override
  protected Path workspace() {
    return folder.resolve("hq");
  }

  private Optional<OpenDisagreement> line(RecordId record) {
    return desk.disagreements().list(Optional.empty(), 9).stream()
        .filter(l -> l.record().equals(record))
        .findFirst();
  }

  @Test
  void whatWaitsIsListedFoundByLettersAndDecidedOneBehindTheOther() {
    interact(() -> enter(Desks.unlock(folder.resolve("hq"), "zero")));
    until("#next");
    press("Two versions");
    soon(() -> rows("#waiting-versions") == 3);
    untilSaid("3 wait");
    OpenDisagreement born = line(first).orElseThrow();
    assertThat(born.fields()).containsExactly("birth");
    assertThat(born.byTwo()).isTrue();
    assertThat(born.stations()).hasSize(2).doesNotContain("");
    assertThat(born.sinceMillis()).isPositive();
    assertThat(line(caseId).orElseThrow().person()).isEmpty();
    assertThat(says("treated as a child until decided")).isTrue();

    // Letters go where they filter, also those of a field's name; Enter opens the only one.
    write("interpreter a-002");
    soon(() -> rows("#waiting-versions") == 1);
    untilSaid("1 waits");
    push(KeyCode.ENTER);
    soon(() -> lookup("#keep-interpreter-0").tryQuery().filter(Node::isFocused).isPresent());
    List<RecordId> queue = desk.disagreements().open();
    RecordId behind = queue.get((queue.indexOf(second) + 1) % queue.size());
    clickOn("#keep-interpreter-0");
    type("#deciding-reason", "both were there");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> desk.disagreements().open().size() == 2);
    String key = behind.equals(first) ? "birth" : "title";
    soon(() -> lookup("#keep-" + key + "-0").tryQuery().filter(Node::isFocused).isPresent());

    // Back at the list it is gone, and what was typed to find it stands there still.
    clickOn("#deciding-all");
    soon(() -> rows("#waiting-versions") == 2);
    push(KeyCode.ALT, KeyCode.LEFT);
    push(KeyCode.ALT, KeyCode.LEFT);
    untilSaid("Nothing here begins with");
    clickOn("#take-back");
    until("#takeback-which");
  }
}
