package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.ui.kit.Choice;
import org.sala.ui.route.Place;

/** A fact says where it comes from, how reliable that is and whether anything confirms it. */
class FactSourceJourneyTest extends JourneyWindow {
  @TempDir Path folder;
  private RecordId person;

  @Override
  protected Path workspace() {
    return folder.resolve("a");
  }

  private void open() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    person =
        made.people()
            .register(
                List.of(new People.NewPerson("X-001", "", "Nobody Example", "", "2545", "th")))
            .getFirst();
    interact(
        () -> {
          enter(made);
          shell.go(new Place.OnePerson(person));
        });
    until("#edit-name-1");
  }

  private Choice choice(String id) {
    return there(id, Choice.class);
  }

  private void choose(String id, String code) {
    Choice choice = choice(id);
    interact(() -> choice.setValue(code));
  }

  @Test
  void aDateOfBirthSaysWhereItComesFromAndIsNotReadAnewForThat() {
    open();
    Value before = born();
    clickOn("#edit-birth-1");
    until("#fact-source");
    choose("#fact-source", "paper");
    choose("#fact-reliability", "C");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    untilSaid("seen on a document · grade C-");
    assertThat(PartialDate.of(born()))
        .as("the date is as it was")
        .isEqualTo(PartialDate.of(before));
  }

  private Value born() {
    return desk.people().fields(person).get("birth").value();
  }

  @Test
  void aDocumentIsWrittenDownWithItsSourceAndGradeAndCorrected() {
    open();
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#more-what");
    assertThat(choice("#fact-source").isDisabled()).as("not of a name").isTrue();
    choose("#more-what", "document");
    type("#more-words", "MX 1234567");
    choose("#fact-source", "phone");
    choose("#fact-reliability", "B");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    untilSaid("MX 1234567 · seen on a telephone · grade B-");

    clickOn("#edit-document-1");
    until("#fact-credibility");
    assertThat(choice("#fact-reliability").getValue()).isEqualTo("B");
    choose("#fact-source", "");
    choose("#fact-credibility", "2");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    untilSaid("MX 1234567 · grade B2");
    Value.Parts kept =
        (Value.Parts)
            desk.people().fields(person).values().stream()
                .filter(s -> s.key().startsWith("document/"))
                .findFirst()
                .orElseThrow()
                .value();
    assertThat(kept.text("credibility")).contains("2");
    assertThat(kept.text("source")).as("taken back").isEmpty();
  }
}
