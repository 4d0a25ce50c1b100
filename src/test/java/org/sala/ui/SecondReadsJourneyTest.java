package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Screened;
import org.sala.casework.people.People;
import org.sala.casework.screening.AskedBefore;
import org.sala.casework.screening.Findings;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.Act;
import org.sala.casework.station.Ledger;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.ui.kit.Choice;
import org.sala.ui.route.Place;

/** A second officer reads the screening before protection is signed away. */
class SecondReadsJourneyTest extends JourneyWindow {
  @TempDir Path folder;
  private RecordId person;
  private RecordId screening;

  @BeforeEach
  void aFindingWaits() {
    try (Desk station = Desks.create(workspace(), "Officer One Example", "one")) {
      station.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
      person =
          station
              .people()
              .register(
                  List.of(new People.NewPerson("A-001", "", "Zaw Example", "male", "1990", "my")))
              .getFirst();
      screening = Screened.closed(station, person);
      station
          .findings()
          .find(
              person,
              Optional.of(screening),
              Findings.Finding.NO_INDICATIONS,
              "nothing was told that points to it");
      // A second row: the first arrow down must not pass the first one over.
      RecordId other =
          station
              .people()
              .register(
                  List.of(new People.NewPerson("A-002", "", "Aung Example", "male", "1991", "my")))
              .getFirst();
      station.screenings().begin(other, new Screenings.Setting("my", "", ""));
    }
  }

  @Override
  protected Path workspace() {
    return folder.resolve("a");
  }

  @Test
  void fromDoNextTheScreeningIsReadBeforeItIsSigned() {
    interact(() -> enter(Desks.unlock(workspace(), "one")));
    until("#next");
    interact(() -> lookup("#next").query().requestFocus());
    push(KeyCode.DOWN);
    push(KeyCode.ENTER);
    theScreeningStandsThere();
    sign("no");
    soon(() -> desk.outcomes().against(person).size() == 1);
    untilSaid("#second", "A second officer has said no: Officer Two Example. read it");
    assertThat(desk.officers().me()).isEqualTo("Officer One Example");
  }

  @Test
  void whoStepsInReadsTheSame() {
    interact(() -> enter(Desks.unlock(workspace(), "one")));
    until("#next");
    push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.L);
    until("#second-which");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    theScreeningStandsThere();
    sign("yes");
    soon(() -> desk.findings().firstWord(person).isEmpty());
    soon(() -> lookup("#second").tryQuery().isEmpty());
    assertThat(lookup("#second-sign").tryQuery()).as("it is signed once").isEmpty();
  }

  @Test
  void whoReviewsAnotherScreeningOfTheSamePersonIsNotAskedToSign() {
    try (Desk station = Desks.unlock(workspace(), "one")) {
      screening =
          station
              .screenings()
              .begin(
                  person,
                  new Screenings.Setting("my", "", ""),
                  Screenings.CATALOGUES.getFirst(),
                  Optional.empty(),
                  Optional.of(new AskedBefore.Again(true, true, "")));
      station.screenings().review(screening);
      station.screenings().close(screening);
    }
    interact(() -> enter(Desks.unlock(workspace(), "one")));
    until("#next");
    interact(() -> shell.go(new Place.Review(screening)));
    until("#finding-reason");
    assertThat(lookup("#second-sign").tryQuery()).isEmpty();
  }

  /** Another program may have set it back; nothing that is signed for is changed meanwhile. */
  @Test
  void whileASecondOfficerSignsNothingElseIsOffered() {
    try (Desk station = Desks.unlock(workspace(), "one")) {
      new Ledger(Desks.station(station))
          .write(new Act().edit(screening, Kinds.SCREENING, Map.of("state", Value.text("review"))));
    }
    interact(() -> enter(Desks.unlock(workspace(), "one")));
    until("#next");
    interact(() -> shell.go(new Place.Review(screening)));
    until("#second-read");
    assertThat(lookup("#second-sign").tryQuery()).as("it is read before").isEmpty();
    assertThat(offered()).isEqualTo(4);
    clickOn("#second-read");
    theScreeningStandsThere();
    assertThat(offered()).isZero();
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(lookup("#verb").tryQuery()).as("nor by a key").isEmpty();
    sign("no");
    until("#second-read");
    assertThat(offered()).as("the second one is gone").isEqualTo(4);
  }

  /** How many of the things that are done with a screening are offered. */
  private long offered() {
    return Stream.of("#context-add", "#print-review", "#review-back", "#review-close")
        .filter(s -> lookup(s).tryQuery().isPresent())
        .count();
  }

  private void theScreeningStandsThere() {
    until("#second-sign");
    assertThat(lookup("#confirm-handle").tryQuery())
        .as("nothing is signed before it was read")
        .isEmpty();
    assertThat(says("Officer One Example: nothing was told that points to it")).isTrue();
    assertThat(says("nothing here holds back detention"))
        .as("it says what a signature takes away")
        .isTrue();
    untilSaid("#answers", "S4.01");
    untilSaid("#answers", "No · after a direct question");
  }

  private void sign(String code) {
    clickOn("#second-sign");
    until("#confirm-agrees");
    interact(() -> lookup("#confirm-agrees").queryAs(Choice.class).setValue(code));
    type("#confirm-reason", "read it");
    type("#confirm-handle", "two");
    type("#confirm-passphrase", "phrase of two");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
  }
}
