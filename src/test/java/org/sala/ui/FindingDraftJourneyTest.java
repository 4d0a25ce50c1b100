package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Screened;
import org.sala.casework.people.People;
import org.sala.casework.screening.Findings;
import org.sala.casework.station.Drafts;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.route.Place;

/** The reason of a finding is thought over for long; meanwhile others save and screens lock. */
class FindingDraftJourneyTest extends JourneyWindow {
  private static final String CHILD = Findings.Finding.PRESUMED_VICTIM_CHILD.code();

  @TempDir Path folder;
  private RecordId person;
  private RecordId screening;

  @Override
  protected Path workspace() {
    return folder.resolve("w");
  }

  private void review(String age) {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    person =
        made.people()
            .register(List.of(new People.NewPerson("A-001", "", "", "male", age, "my")))
            .getFirst();
    screening = Screened.closed(made, person);
    interact(
        () -> {
          enter(made);
          shell.go(new Place.Review(screening));
        });
    until("#finding-reason");
  }

  /** As a round of a carrier or a photo that is taken in: the page is drawn anew. */
  private void somethingElseIsSaved() {
    Node before = lookup("#review-history").query();
    lane.execute(
        () -> desk.people().register(List.of(new People.NewPerson("", "", "", "", "", ""))));
    soon(() -> lookup("#review-history").query() != before);
    settle();
  }

  private void choose(String letter, String code) {
    interact(() -> lookup("#finding").query().requestFocus());
    for (int i = 0; i < 5 && !chosen().equals(code); i++) {
      write(letter);
    }
    assertThat(chosen()).isEqualTo(code);
  }

  private String chosen() {
    return lookup("#finding").queryAs(Choice.class).getValue();
  }

  private String reason() {
    return lookup("#finding-reason").queryAs(TextInputControl.class).getText();
  }

  private List<String> kept() {
    return desk.drafts().left().stream().map(Drafts.Left::form).toList();
  }

  @Test
  void whatIsTypedGoesOnWhileOthersSaveAndIsFoundAgainAfterALock() {
    review("30");
    choose("m", "more_time_needed");
    clickOn("#finding-reason").write("She was told that");
    somethingElseIsSaved();
    assertThat(reason()).isEqualTo("She was told that");
    assertThat(chosen()).isEqualTo("more_time_needed");
    write(" she owed");
    soon(() -> reason().equals("She was told that she owed"));
    // This is what a kill leaves.
    soon(
        () ->
            desk.drafts()
                .of("finding " + screening)
                .filter(k -> k.typed().containsValue("She was told that she owed"))
                .filter(k -> k.typed().containsValue("more_time_needed"))
                .isPresent());
    write(" mon");
    push(KeyCode.SHORTCUT, KeyCode.L);
    until("#unlock");
    type("#handle", "one");
    type("#passphrase", "phrase of one");
    clickOn("#unlock");
    until("#half-typed");
    clickOn("#half-typed-look");
    until("#half-which");
    Choice which = lookup("#half-which").queryAs(Choice.class);
    assertThat(which.words(which.getValue())).as("whose it is").contains("A-001");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#finding-reason");
    soon(() -> reason().equals("She was told that she owed mon"));
    assertThat(chosen()).isEqualTo("more_time_needed");

    clickOn("#finding-add");
    soon(() -> !desk.people().find(person).orElseThrow().finding().isEmpty());
    soon(() -> reason().isEmpty() && chosen().isEmpty());
    soon(() -> kept().isEmpty());
  }

  @Test
  void whatIsAssumedOfAChildIsNoChoiceOfTheOfficerAndGivesWayToOne() {
    review("16");
    assertThat(chosen()).isEqualTo(CHILD);
    somethingElseIsSaved();
    assertThat(chosen()).isEqualTo(CHILD);
    settle();
    assertThat(kept()).as("nobody has typed anything").isEmpty();
    choose("m", "more_time_needed");
    somethingElseIsSaved();
    assertThat(chosen()).isEqualTo("more_time_needed");
    interact(() -> shell.go(new Place.Today()));
    until("#half-typed");
    interact(() -> shell.go(new Place.Review(screening)));
    until("#finding-reason");
    soon(() -> chosen().equals("more_time_needed"));
  }
}
