package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.forms.BlankForms;
import org.sala.casework.forms.FormPage;
import org.sala.casework.forms.Forms;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.form.Answer;
import org.sala.ui.route.Place;

/** A form by keyboard: words, digits, a date read back, a repeat, a constraint, the clock. */
class FormJourneyTest extends JourneyWindow {
  @TempDir Path folder;
  private RecordId person;
  private RecordId form;

  @Override
  protected Path workspace() {
    return folder.resolve("workspace");
  }

  private void begin(String which) {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    RecordId caseId = made.cases().open(new Cases.NewCase("A case of examples", "", "", "", ""));
    person =
        made.people()
            .add(caseId, new People.NewPerson("A-001", "Somebody", "", "", "44", "en"), "", "");
    interact(() -> enter(made));
    interact(() -> shell.go(new Place.OnePerson(person)));
    until("#form-begin");
    interact(
        () ->
            lookup("#form-begin")
                .<javafx.scene.control.Button>queryAs(javafx.scene.control.Button.class)
                .fire());
    until("#form-which");
    interact(() -> lookup("#form-which").queryAs(org.sala.ui.kit.Choice.class).setValue(which));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#outline");
    form = desk.forms().of(person).getFirst().id();
  }

  private FormPage page() {
    return desk.forms().page(form);
  }

  private void stands(String path, Answer answer) {
    await().atMost(PATIENCE).until(() -> page().at(path).equals(Optional.of(answer)));
  }

  private void onwards(String below) {
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    question(below);
  }

  private void question(String words) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                lookup(".question").queryAll().stream()
                    .anyMatch(
                        n -> n instanceof Labeled l && l.getText().contains(words) && types(n)));
  }

  /** Whether the keyboard stands in the card of a question: only then somebody types. */
  private boolean types(Node question) {
    Node card = question;
    while (card != null && !card.getStyleClass().contains("card")) {
      card = card.getParent();
    }
    Node at = scene.getFocusOwner();
    while (at != null && at != card) {
      at = at.getParent();
    }
    return at != null;
  }

  @Test
  void aFormIsFilledInByKeyboardAlone() throws Exception {
    begin("defrauded");
    question("how it began");
    write("Told in 3 example words");
    onwards("Where did the first");
    stands("/defrauded/first/how", new Answer.Words("Told in 3 example words"));
    push(KeyCode.DIGIT3);
    stands("/defrauded/first/channel", new Answer.Chosen("dating"));
    push(KeyCode.DIGIT9);
    stands("/defrauded/first/channel", new Answer.Without(Answer.Why.DECLINED));
    onwards("When was the first contact");
    write("nonsense");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> label("#trouble").contains("cannot be read"));
    push(KeyCode.SHORTCUT, KeyCode.A);
    write("11/2569");
    soon(() -> label("#read-as").contains("2026") && label("#read-as").contains("2569"));
    onwards("Which names");
    push(KeyCode.ALT, KeyCode.LEFT);
    question("When was the first contact");
    onwards("Which names");
    push(KeyCode.ALT, KeyCode.DIGIT8);
    stands("/defrauded/first/handles", new Answer.Without(Answer.Why.UNKNOWN));
    onwards("Which websites");
    onwards("What were you told");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    question("Transfer");
    push(KeyCode.DIGIT1);
    question("How was the money sent");
    push(KeyCode.DIGIT1);
    stands("/defrauded/transfer[1]/rail", new Answer.Chosen("bank"));
    onwards("When exactly");
    OffsetDateTime sent =
        OffsetDateTime.now(ZoneId.of("Asia/Bangkok")).minusHours(5).withSecond(0).withNano(0);
    write(sent.toLocalDate() + " " + sent.toLocalTime());
    onwards("How much");
    stands("/defrauded/transfer[1]/at", new Answer.Instant(sent));
    until("#money-clock");
    soon(() -> label("#money-clock").contains("Bank transfer"));
    assertThat(label("#money-clock")).contains("left");
    write("0");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> label("#trouble").contains("more than nothing"));
    push(KeyCode.SHORTCUT, KeyCode.A);
    write("1,250.50");
    onwards("In which currency");
    stands("/defrauded/transfer[1]/amount", new Answer.Amount(new BigDecimal("1250.50")));
    write("Half a wo");
    push(KeyCode.SHORTCUT, KeyCode.L);
    await().atMost(PATIENCE).until(() -> desk == null);
    // What was being kept, and the closing itself, wait on the lane.
    lane.submit(() -> {}).get();
    Desk again = Desks.unlock(workspace(), "one");
    try {
      assertThat(again.forms().page(form).at("/defrauded/transfer[1]/currency"))
          .as("a rule speaks against it: it was kept as a draft, not as an answer")
          .isEmpty();
      assertThat(again.drafts().of("form " + form + "/defrauded/transfer[1]/currency")).isPresent();
      assertThat(again.forms().page(form).at("/defrauded/first/when")).isPresent();
    } finally {
      again.close();
    }
  }

  @Test
  void anAnswerThatIsEmptiedIsTakenBackByLockingToo() throws Exception {
    begin("defrauded");
    question("how it began");
    write("Told about somebody else");
    onwards("Where did the first");
    stands("/defrauded/first/how", new Answer.Words("Told about somebody else"));
    push(KeyCode.ALT, KeyCode.LEFT);
    question("how it began");
    push(KeyCode.SHORTCUT, KeyCode.A);
    push(KeyCode.BACK_SPACE);
    push(KeyCode.SHORTCUT, KeyCode.L);
    await().atMost(PATIENCE).until(() -> desk == null);
    lane.submit(() -> {}).get();
    try (Desk again = Desks.unlock(workspace(), "one")) {
      assertThat(again.forms().page(form).at("/defrauded/first/how")).isEmpty();
      assertThat(again.drafts().left()).as("nothing is half typed any more").isEmpty();
    }
  }

  @Test
  void theLanguageChangesInTheMiddleAndTheFreezeRequestStandsOnOnePage() {
    begin("defrauded");
    Forms forms = desk.forms();
    interact(
        () -> {
          forms.answer(form, "/defrauded/transfer", new Answer.Times(1));
          forms.answer(form, "/defrauded/transfer[1]/rail", new Answer.Chosen("exchange"));
          forms.answer(form, "/defrauded/transfer[1]/to_account", new Answer.Words("bc1qexample"));
        });
    until("#freeze");
    interact(() -> lookup("#form-language").queryAs(org.sala.ui.kit.Choice.class).setValue("th"));
    question("ช่วยเล่าว่า");
    assertThat(page().language()).isEqualTo("th");
    push(KeyCode.F5);
    until("#freeze-request");
    untilSaid("#freeze-request", "bc1qexample");
    assertThat(lookup("#freeze-request").lookup(".label").queryAll())
        .noneMatch(n -> n instanceof Labeled l && l.getText().contains("Somebody"));
    push(KeyCode.ESCAPE);
    question("ช่วยเล่าว่า");
    push(KeyCode.F9);
    until("#form-begin");
  }

  @Test
  void aFormFromElsewhereWithEverythingInItIsFilledInByKeyboard() throws Exception {
    Path file = folder.resolve("everything.xml");
    try (var in = org.sala.form.Form.class.getResourceAsStream("everything.xml")) {
      Files.write(file, in.readAllBytes());
    }
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    person =
        made.people()
            .register(List.of(new People.NewPerson("A-001", "Somebody", "", "", "44", "en")))
            .getFirst();
    assertThat(made.blankForms().install(file)).isInstanceOf(BlankForms.Installed.Done.class);
    form =
        made.forms()
            .begin(
                person,
                Optional.empty(),
                made.forms().offered().getLast(),
                new Forms.Setting("en", ""));
    interact(() -> enter(made));
    interact(() -> shell.go(new Place.Filling(form)));
    question("your name");
    write("Invented");
    onwards("Invented");
    stands("/d/name", new Answer.Words("Invented"));
    onwards("Age");
    write("๔๔");
    onwards("Limit");
    stands("/d/age", new Answer.Amount(new BigDecimal("44")));
    onwards("Twice");
    // What the form worked out.
    soon(() -> reads("88"::equals));
    onwards("Region");
    push(KeyCode.DIGIT2);
    stands("/d/region", new Answer.Chosen("south"));
    onwards("Town");
    push(KeyCode.DIGIT1);
    stands("/d/town", new Answer.Chosen("s1"));
    onwards("Needs");
    push(KeyCode.DIGIT2);
    stands("/d/needs", new Answer.Several(List.of("sleep")));
    push(KeyCode.DIGIT1);
    stands("/d/needs", new Answer.Several(List.of("food", "sleep")));
    onwards("Scale");
    push(KeyCode.RIGHT);
    push(KeyCode.RIGHT);
    onwards("Born");
    stands("/d/scale", new Answer.Amount(new BigDecimal("4")));
    write("2540");
    onwards("Hour");
    write("3:05");
    onwards("Moment");
    stands("/d/hour", new Answer.Hour(LocalTime.of(3, 5)));
    push(KeyCode.TAB);
    push(KeyCode.DIGIT0);
    stands("/d/moment", new Answer.Without(Answer.Why.LATER));
    onwards("Photo");
    push(KeyCode.DIGIT8);
    stands("/d/photo", new Answer.Without(Answer.Why.UNKNOWN));
    onwards("Seen");
    push(KeyCode.DIGIT1);
    stands("/d/seen", new Answer.Confirmed());
    onwards("Child");
    push(KeyCode.DIGIT1);
    question("Called");
    write("First");
    onwards("Years");
    stands("/d/child[1]/called", new Answer.Words("First"));
    onwards("Child");
    onwards("How many bags");
    write("1");
    onwards("What");
    write("A red one");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#close-form");
    stands("/d/bag[1]/what", new Answer.Words("A red one"));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#verb");
    assertThat(reads(w -> w.contains("no answer yet")))
        .as("what was skipped is said before it is closed for good")
        .isTrue();
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> page().line().closed());
  }
}
