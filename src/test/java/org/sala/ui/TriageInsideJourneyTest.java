package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.casework.screening.Triages;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** Whoever is typed as still inside in a triage is written down, however its question is left. */
class TriageInsideJourneyTest extends JourneyWindow {
  @TempDir Path folder;
  private RecordId person;

  @Override
  protected Path workspace() {
    return folder.resolve("w");
  }

  @BeforeEach
  void aTriageAtTheQuestionOfWhoIsStillInside() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    person =
        made.people()
            .register(List.of(new People.NewPerson("A-001", "", "", "", "30", "my")))
            .getFirst();
    interact(
        () -> {
          enter(made);
          shell.go(new Place.Triage(person));
        });
    until("#q1-no");
    for (int i = 0; i < 4; i++) {
      push(KeyCode.DOWN);
    }
    until("#q5-yes");
  }

  @Test
  void whoeverGoesOnWithAnArrowHasWrittenThemDown() {
    push(KeyCode.DIGIT1);
    write("Mya Example");
    type("#inside-relation", "sister");
    type("#inside-place", "Block 2");
    push(KeyCode.DOWN);
    until("#q6-yes");
    push(KeyCode.UP);
    until("#inside-name");
    assertThat(typed("#inside-name")).as("it is not offered to be written twice").isEmpty();
    assertThat(typed("#inside-place")).isEmpty();
    push(KeyCode.DOWN);
    over();
    assertThat(inside())
        .containsExactly(
            new Triages.Inside("Mya Example", "sister", "", "Block 2", "", "unknown", "inside"));
    assertThat(desk.drafts().of("triage " + person)).isEmpty();
  }

  @Test
  void whoeverClicksOnAnotherQuestionHasWrittenThemDown() {
    type("#inside-name", "Mya Example");
    clickOn(n -> n instanceof javafx.scene.control.Label l && l.getText().equals("6"));
    until("#q6-yes");
    over();
    assertThat(inside()).extracting(Triages.Inside::name).containsExactly("Mya Example");
    assertThat(
            desk.triagePages().of(person).getFirst().answers().stream()
                .filter(a -> a.question().equals("q5"))
                .flatMap(a -> a.said().stream())
                .map(s -> s.code()))
        .as("a name is a yes")
        .containsExactly("yes");
  }

  @Test
  void whoeverEndsTheTriageHasWrittenThemDown() {
    type("#inside-name", "Mya Example");
    over();
    assertThat(inside()).extracting(Triages.Inside::name).containsExactly("Mya Example");
  }

  @Test
  void whatDoesNotSayOfWhomHoldsTheTriageAtItsQuestion() {
    for (String field : List.of("#inside-place", "#inside-site", "#inside-lastseen")) {
      type(field, "Block 2");
      push(KeyCode.DOWN);
      untilSaid("A name or who it is to the person is needed.");
      assertThat(lookup("#q6-yes").tryQuery()).as(field).isEmpty();
      push(KeyCode.SHORTCUT, KeyCode.ENTER);
      assertThat(lookup("#triage-gaps").tryQuery()).as(field).isEmpty();
      assertThat(typed(field)).isEqualTo("Block 2");
      type(field, " ");
    }
    type("#inside-site", "Compound R-7");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(lookup("#inside-name").query().isFocused()).isTrue();
    write("Mya Example");
    over();
    assertThat(inside()).extracting(Triages.Inside::site).containsExactly("Compound R-7");
  }

  private String typed(String field) {
    return lookup(field).queryTextInputControl().getText();
  }

  private List<Triages.Inside> inside() {
    return desk.triages().inside(person);
  }

  /** Ends the triage, with the questions that nobody has asked. */
  private void over() {
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#triage-gaps");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#next");
    settle();
  }
}
