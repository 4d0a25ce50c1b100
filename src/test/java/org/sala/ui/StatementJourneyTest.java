package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Statements;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.route.Place;
import org.testfx.util.WaitForAsyncUtils;

/** A statement is begun, half typed over a lock, read back twice, signed, and added to. */
class StatementJourneyTest extends JourneyWindow {
  @TempDir static Path folder;
  private RecordId caseId;

  @Override
  protected Path workspace() {
    return folder.resolve("statement");
  }

  @Test
  void whatIsSaidIsWrittenReadBackSignedAndAddedTo() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    caseId = made.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    made.people()
        .add(
            caseId,
            new People.NewPerson("A-001", "", "Somebody Example", "", "24", "my"),
            "said",
            "");
    interact(
        () -> {
          enter(made);
          shell.go(new Place.OneCase(caseId, "statements"));
        });
    until("#statements");
    push(KeyCode.SHORTCUT, KeyCode.N);
    type("#statement-interpreter", "IN-04");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    clickOn("#statement-text");
    write("First words of an example");
    assertThat(line().language()).as("the person's own").isEqualTo("my");

    push(KeyCode.SHORTCUT, KeyCode.L);
    type("#handle", "one");
    type("#passphrase", "phrase of one");
    clickOn("#unlock");
    until("#next");
    assertThat(page().text("text")).as("typed, and saved by nobody").isEmpty();
    interact(() -> shell.go(new Place.OneStatement(line().id())));
    until("#statement-text");
    soon(() -> words().equals("First words of an example"));
    assertThat(lookup("#statement-text").queryTextInputControl().getCaretPosition())
        .as("whoever goes on typing goes on where it ends")
        .isEqualTo(words().length());
    // At once: nobody waits until what was saved is shown.
    interact(() -> List.of(KeyCode.S, KeyCode.ENTER).forEach(this::shortcut));
    untilReadBack();
    assertThat(page().text("text")).isEqualTo("First words of an example");

    clickOn("#statement-text");
    push(KeyCode.END);
    write(", and");
    push(KeyCode.SHORTCUT, KeyCode.S);
    soon(() -> page().text("text").endsWith(", and"));
    soon(() -> lookup("#statement-text").query().isFocused());
    write(" more");
    // Typed while the disk is waited for.
    interact(
        () -> {
          shortcut(KeyCode.S);
          lookup("#statement-text").queryTextInputControl().appendText(" yet");
        });
    soon(() -> page().text("text").endsWith(", and more"));
    WaitForAsyncUtils.waitForFxEvents();
    soon(() -> words().endsWith(", and more yet"));
    readBack();
    assertThat(page().text("text")).endsWith(", and more yet");
    assertThat(page().text("readBackBy")).isEqualTo("IN-04");

    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#statement-signature");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    untilSaid("Say how the person confirmed it");
    assertThat(line().state()).as("nobody's hand is assumed").isEqualTo(Statements.State.READ_BACK);
    interact(() -> lookup("#statement-signature").queryAs(Choice.class).setValue("thumbprint"));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> line().state() == Statements.State.CLOSED);
    soon(() -> !lookup("#statement-text").queryTextInputControl().isEditable());

    // What is added may come from elsewhere, and says so; and that can be corrected.
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#verb");
    interact(() -> lookup("#fact-source").queryAs(Choice.class).setValue("phone"));
    interact(() -> lookup("#fact-reliability").queryAs(Choice.class).setValue("B"));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#statement-first");
    untilSaid("seen on a telephone");
    push(KeyCode.SHORTCUT, KeyCode.E);
    until("#fact-credibility");
    assertThat(lookup("#fact-reliability").queryAs(Choice.class).getValue()).isEqualTo("B");
    interact(() -> lookup("#fact-credibility").queryAs(Choice.class).setValue("2"));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> added().text("credibility").equals("2"));
    assertThat(added().text("source")).isEqualTo("phone");
    untilSaid("Cases / " + desk.cases().find(caseId).orElseThrow().number() + " / Statement ");
    assertThat(desk.statements().of(caseId))
        .extracting(Statements.Line::state)
        .containsExactly(Statements.State.CLOSED, Statements.State.OPEN);
  }

  /** Saves what was typed first; words that changed have to be read back again. */
  private void readBack() {
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    untilReadBack();
  }

  private void untilReadBack() {
    untilSaid(".dialog-box", "Read all of it to the person");
    assertThat(line().state()).isEqualTo(Statements.State.OPEN);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> line().state() == Statements.State.READ_BACK);
  }

  private void shortcut(KeyCode key) {
    Event.fireEvent(
        lookup("#statement-text").query(),
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, true, false, false));
  }

  private Statements.Page added() {
    return desk.statements().page(desk.statements().of(caseId).getLast().id());
  }

  private String words() {
    return lookup("#statement-text").queryTextInputControl().getText();
  }

  private Statements.Line line() {
    return desk.statements().of(caseId).getFirst();
  }

  private Statements.Page page() {
    return desk.statements().page(line().id());
  }
}
