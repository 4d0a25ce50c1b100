package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.ui.kit.Choice;
import org.sala.ui.route.Place;

/** Headquarters decides two disagreements by keys: one alone, one with a second officer. */
class DecidingJourneyTest extends JourneyWindow {
  @TempDir static Path folder;
  private static RecordId caseId;
  private static RecordId person;

  @BeforeAll
  static void twoVersions() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
      hq.headquarters().certify(hq.headquarters().uncertified().keySet().iterator().next(), "EX-9");
      Desks.enrol(station, hq, folder, "A");
      caseId = station.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
      person =
          station
              .people()
              .add(
                  caseId,
                  new People.NewPerson("A-001", "", "Somebody Example", "", "17", "my"),
                  "said",
                  "");
      report(station, hq);
      hq.people().setBirth(person, "2001-03-14", "read from a passport");
      station.people().setBirth(person, "2009", "said again");
      hq.cases().edit(caseId, Map.of("title", Value.text("House with the red door")), "");
      station.cases().edit(caseId, Map.of("title", Value.text("Red house")), "");
      report(station, hq);
    }
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

  @Test
  void bothAreDecidedByKeysAndNeitherWithoutAReason() {
    interact(() -> enter(Desks.unlock(folder.resolve("hq"), "zero")));
    until("#next");
    interact(() -> shell.go(new Place.Deciding(Optional.of(caseId))));
    soon(() -> lookup("#keep-title-0").tryQuery().filter(Node::isFocused).isPresent());
    clickOn("#other-title");
    type("#text-title", "House with the red door, mill road");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(desk.disagreements().open()).as("no decision without a reason").hasSize(2);
    type("#deciding-reason", "the same house");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> desk.disagreements().open().size() == 1);
    assertThat(desk.cases().find(caseId).orElseThrow().title())
        .isEqualTo("House with the red door, mill road");

    clickOn("#keep-birth-0");
    // A decision that is taken back stands between the choices and the reason: no Tab leads there.
    push(KeyCode.TAB);
    soon(() -> lookup("#deciding-reason").query().isFocused());
    type("#deciding-reason", "the passport was seen");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#deciding-read");
    assertThat(label("#deciding-read"))
        .as("nobody signs what was not read")
        .endsWith(label("#keep-birth-0"));
    assertThat(says("the passport was seen")).isTrue();
    type("#deciding-handle", "zero");
    type("#deciding-passphrase", "phrase of zero");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> !label("#deciding-trouble").isEmpty());
    assertThat(desk.disagreements().open()).as("one officer is not two").containsExactly(person);
    type("#deciding-handle", "nine");
    type("#deciding-passphrase", "phrase of nine");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> desk.disagreements().open().isEmpty());
    until("#send-decisions");
    takenBack();
  }

  /** The passport was somebody else's: the versions of the birth are open again, for a reason. */
  private void takenBack() {
    clickOn("#take-back");
    Choice which = there("#takeback-which", Choice.class);
    String birth =
        desk.reopening().made(9).stream()
            .filter(m -> m.fields().contains("birth"))
            .map(m -> m.id().toString())
            .findFirst()
            .orElseThrow();
    interact(() -> which.setValue(birth));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    untilSaid("A reason is needed");
    assertThat(desk.disagreements().open()).as("not without a reason").isEmpty();
    type("#takeback-reason", "the passport is somebody else's");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> desk.disagreements().open().equals(List.of(person)));
    // It waits on the same page, undecided.
    until("#keep-birth-1");
    assertThat(desk.reopening().made(9)).as("the other decision stands").hasSize(1);
    assertThat(desk.people().fields(person).get("birth").versions()).hasSize(2);
  }
}
