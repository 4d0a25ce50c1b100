package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** Whoever was never asked how old they are is asked before an account is. */
class AgeAskedJourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("age");
  }

  @Test
  void anAdultsAgeBeginsItAndNothingElseDoesWithoutAGuardian() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    RecordId person =
        made.people()
            .register(List.of(new People.NewPerson("A-001", "Somebody Example", "", "", "", "th")))
            .getFirst();
    interact(
        () -> {
          enter(made);
          shell.go(new Place.Screenings());
        });
    await().atMost(PATIENCE).until(() -> rows("#waiting-screening") == 1);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#said-age");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    type("#said-age", "17");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(desk.screenings().unfinished()).as("nobody is there for a child").isEmpty();
    type("#said-age", "31");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#number-pad");
    assertThat(desk.screenings().of(person)).hasSize(1);
    assertThat(desk.people().find(person).orElseThrow().surelyAdult()).isTrue();
  }

  @Test
  void aStatementOfAChildBeginsWithSomebodyForIt() {
    Desk made = Desks.create(folder.resolve("statement"), "Officer One Example", "one");
    RecordId caseId = made.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    RecordId person =
        made.people()
            .add(caseId, new People.NewPerson("A-001", "", "", "", "15", "my"), "said", "");
    interact(
        () -> {
          enter(made);
          shell.go(new Place.OneCase(caseId, "statements"));
        });
    until("#tab-statements");
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#child-guardian");
    assertThat(shown("#said-age")).as("an age stands there").isFalse();
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(desk.statements().ofPerson(person)).as("nobody is there for a child").isEmpty();
    type("#child-guardian", "Social worker");
    clickOn("#child-agrees").clickOn("#child-trained");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> desk.statements().ofPerson(person).size() == 1);
  }

  @Test
  void anAgeIsReadOfWhoeverIsChosenAndNothingBeginsBefore() throws Exception {
    Desk made = Desks.create(folder.resolve("chosen"), "Officer One Example", "one");
    RecordId caseId = made.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    RecordId unsaid =
        made.people().add(caseId, new People.NewPerson("A-001", "", "", "", "", "my"), "said", "");
    made.people().add(caseId, new People.NewPerson("A-002", "", "", "", "40", "my"), "said", "");
    interact(
        () -> {
          enter(made);
          shell.go(new Place.OneCase(caseId, "statements"));
        });
    until("#tab-statements");
    CountDownLatch reads = new CountDownLatch(1);
    lane.execute(() -> awaits(reads));
    pressed(KeyCode.N);
    soon(() -> lookup("#statement-person").tryQuery().isPresent());
    waitFor(
        asyncFx(
            () ->
                lookup("#statement-person").<ComboBox<String>>query().setValue(unsaid.toString())));
    pressed(KeyCode.ENTER);
    soon(() -> label("#notice").startsWith("What has to be asked"));
    assertThat(shown("#said-age")).as("it is not read yet").isFalse();
    reads.countDown();
    soon(() -> shown("#said-age"));
    assertThat(desk.statements().ofPerson(unsaid)).isEmpty();
  }

  private static void awaits(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A key with Ctrl, though the lane is busy. */
  private void pressed(KeyCode code) {
    waitFor(
        asyncFx(
            () ->
                scene
                    .getFocusOwner()
                    .fireEvent(
                        new KeyEvent(
                            KeyEvent.KEY_PRESSED, "", "", code, false, true, false, false))));
  }

  @Test
  void whoIsThereForAChildIsKeptWithTheRestOfWhatWasTyped() {
    Desk made = Desks.create(folder.resolve("kept"), "Officer One Example", "one");
    RecordId caseId = made.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    RecordId child =
        made.people()
            .add(caseId, new People.NewPerson("A-001", "", "", "", "15", "my"), "said", "");
    made.people().add(caseId, new People.NewPerson("A-002", "", "", "", "40", "my"), "said", "");
    interact(
        () -> {
          enter(made);
          shell.go(new Place.OneCase(caseId, "statements"));
        });
    until("#tab-statements");
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#statement-person");
    assertThat(shown("#child-guardian")).as("nobody is chosen yet").isFalse();
    choose(child);
    soon(() -> shown("#child-guardian"));
    type("#child-guardian", "Social worker");
    push(KeyCode.ESCAPE);
    soon(() -> lookup("#child-guardian").tryQuery().isEmpty());
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#child-guardian");
    soon(() -> shown("#child-guardian"));
    assertThat(lookup("#child-guardian").<TextField>query().getText()).isEqualTo("Social worker");
  }

  private void choose(RecordId person) {
    interact(
        () -> lookup("#statement-person").<ComboBox<String>>query().setValue(person.toString()));
  }

  /** Whether it and everything around it is shown. */
  private boolean shown(String selector) {
    for (Node n = lookup(selector).query(); n != null; n = n.getParent()) {
      if (!n.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
