package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.house.Stay;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/**
 * An officer who signs at somebody else's desk: a wrong passphrase loses nothing of what was typed,
 * and after several in a row the next one waits, as at the door.
 */
class SignatureJourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("signing");
  }

  private static RecordId add(Desk desk, String number) {
    return desk.people()
        .register(List.of(new People.NewPerson(number, "", "", "female", "24", "my")))
        .getFirst();
  }

  private void sign(String field, String phrase) {
    type(field, phrase);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> lookup(field).queryTextInputControl().getText().isEmpty());
  }

  private String typed(String field) {
    return lookup(field).queryTextInputControl().getText();
  }

  @Test
  void wrongPassphrasesLoseNothingThatWasTypedAndHaveToWaitAsAtTheDoor() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    made.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
    RecordId one = add(made, "X-001");
    RecordId two = add(made, "X-002");
    made.overrides()
        .decide(one, "care", "health", Consents.Reason.values()[0], "no guardian was reached");
    made.stays().begin(one, bed("A"));
    made.stays().begin(two, bed("B"));
    made.pairs().verified(one, two, "her aunt, by both papers");
    interact(() -> enter(made));
    until("#next");
    interact(() -> shell.go(new Place.House()));
    until("#house-pairs");
    clickOn("#house-pairs");
    type("#pair-end-reason", "they were mistaken");
    type("#pair-handle", "two");
    sign("#pair-passphrase", "phrase of too");
    soon(() -> label("#pair-trouble").startsWith("The handle or the passphrase is wrong"));
    assertThat(typed("#pair-end-reason")).isEqualTo("they were mistaken");
    assertThat(typed("#pair-handle")).isEqualTo("two");
    sign("#pair-passphrase", "phrase of tow");
    soon(() -> label("#pair-trouble").startsWith("The handle or the passphrase is wrong"));
    BooleanSupplier held = held("#pair-passphrase", "#pair-trouble");
    sign("#pair-passphrase", "phrase of to");
    soon(held::getAsBoolean);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(lookup("#pair-handle").tryQuery()).as("nothing is tried meanwhile").isPresent();
    soon(() -> !lookup("#pair-passphrase").query().isDisabled());
    type("#pair-passphrase", "phrase of two");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> lookup("#pair-handle").tryQuery().isEmpty());
    soon(() -> desk.officers().waiting().isZero());

    interact(() -> shell.go(new Place.Today()));
    until("#next");
    choose("#next", 0);
    push(KeyCode.ENTER);
    type("#override-remark", "it was right");
    type("#override-handle", "two");
    sign("#override-passphrase", "phrase of too");
    soon(() -> label("#override-trouble").startsWith("The handle or the passphrase is wrong"));
    assertThat(typed("#override-remark")).isEqualTo("it was right");
    sign("#override-passphrase", "phrase of two");
    soon(() -> label("#override-trouble").startsWith("A supervisor has to do this"));
    assertThat(typed("#override-remark")).as("another officer can sign").isEqualTo("it was right");
  }

  private static Stay.Placing bed(String bed) {
    return new Stay.Placing(
        "House of Examples", "1", bed, Stay.Freedom.FREE, "", Stay.Phone.OWN, "");
  }
}
