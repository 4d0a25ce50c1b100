package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.Drafts;
import org.sala.casework.todo.ToDo;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.route.Place;

/** An interview by keyboard: listen, mark, answer by digit, cover, break, stop, review, close. */
class InterviewJourneyTest extends JourneyWindow {
  private static final KeyCode[] NUMBER = {
    KeyCode.DIGIT2, KeyCode.DIGIT5, KeyCode.DIGIT8, KeyCode.DIGIT0
  };

  @TempDir static Path folder;
  private final String name = UUID.randomUUID().toString();

  @Override
  protected Path workspace() {
    return folder.resolve(name);
  }

  /** Begins, and the person finds the officer all right and hears what it is for. */
  private void begin() {
    toTheOpening("");
    push(KeyCode.F4);
    clickOn("#point-yes");
    taken();
    until(".told");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#consent-YES");
    push(KeyCode.DIGIT1);
    agreed("interview", "YES");
    push(KeyCode.DIGIT1);
    agreed("record", "YES");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#own-words");
  }

  /** The officer takes the screen back, on which nothing was left to see. */
  private void taken() {
    until("#turned-taken");
    assertThat(lookup(".turned .picture").queryAll()).isEmpty();
    push(KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> lookup(".turned").queryAll().isEmpty());
  }

  @Test
  void whoPointsAtNoYesForTheInterpreterHasNotAgreed() {
    toTheOpening("IN-04");
    until("#interpreter-engaged");
    push(KeyCode.F4);
    clickOn("#point-declined");
    taken();
    until("#unsure-interpreter");
    clickOn("#unsure-other");
    type("#other-interpreter", "IN-09");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> screening().interpreter().equals("IN-09"));
    until("#interpreter-engaged");
    assertThat(lookup("#unsure-interpreter").tryQuery()).as("of the other one").isEmpty();
  }

  /** That an answer stands, and that the screen has moved on to what is asked next. */
  private void agreed(String code, String answer) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                desk.restedConsents().of(screening()).stream()
                    .anyMatch(o -> o.asked().code().equals(code) && o.answer().equals(answer)));
    until("#consent-about-" + code + "-" + answer);
  }

  private void toTheOpening(String interpreter) {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    made.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
    made.people()
        .register(List.of(new People.NewPerson("A-001", "Somebody Example", "", "", "24", "th")));
    interact(() -> enter(made));

    push(KeyCode.SHORTCUT, KeyCode.K);
    until("#search");
    write("scr");
    push(KeyCode.ENTER);
    until("#waiting-screening");
    await().atMost(PATIENCE).until(() -> rows("#waiting-screening") == 1);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    if (!interpreter.isEmpty()) {
      type("#screening-interpreter", interpreter);
    }
    type("#screening-support", "Support Example");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#number-pad");
    number(NUMBER);
    number(NUMBER);
    until(".interview");
  }

  private void number(KeyCode... digits) {
    for (KeyCode digit : digits) {
      push(digit);
    }
  }

  private void uncover() {
    number(NUMBER);
    await().atMost(PATIENCE).until(() -> lookup(".cover").tryQuery().isEmpty());
  }

  @Test
  void anInterviewThatWasLeftGoesOnWhereItWas() {
    begin();
    clickOn("#own-words").write("Told freely");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#choice-yes");
    push(KeyCode.TAB);
    push(KeyCode.DIGIT1);
    soon(() -> screening().at("/screening/recruitment/S1_01").code().equals("yes"));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> says("· 2 of"));
    String question = label(".question");
    RecordId id = screening().line().id();
    interact(() -> shell.go(new Place.Today()));
    until("#next");
    soon(() -> screening().place().equals("/screening/recruitment/S1_02"));
    interact(() -> shell.go(new Place.Interview(id)));
    until("#choice-yes");
    assertThat(label(".question")).isEqualTo(question);
  }

  @Test
  void anInterviewIsHeldByKeyboard() {
    begin();
    assertThat(lookup("#found").tryQuery()).as("the program around it is gone").isEmpty();
    assertThat(lookup(".nav").tryQuery()).isEmpty();
    clickOn("#own-words").write("Told in 3 example words");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#choice-yes");
    // Digits are words while words are typed.
    soon(
        () ->
            screening()
                .at("/screening/recruitment/opening")
                .words()
                .equals("Told in 3 example words"));

    push(KeyCode.TAB);
    push(KeyCode.DIGIT9);
    await()
        .atMost(PATIENCE)
        .until(() -> screening().at("/screening/recruitment/S1_01").code().equals("declined"));
    await()
        .atMost(PATIENCE)
        .until(() -> lookup("#choice-declined").tryQuery().filter(Node::isFocused).isPresent());

    push(KeyCode.SHORTCUT, KeyCode.K);
    assertThat(lookup("#search").tryQuery()).as("nobody else is shown").isEmpty();
    push(KeyCode.F10);
    until(".cover");
    push(KeyCode.SHORTCUT, KeyCode.K);
    push(KeyCode.ALT, KeyCode.LEFT);
    number(KeyCode.DIGIT1, KeyCode.DIGIT1, KeyCode.DIGIT1, KeyCode.DIGIT1);
    assertThat(lookup(".cover").tryQuery()).isPresent();
    assertThat(screening().at("/screening/recruitment/S1_01").code())
        .as("a covered screen takes no answers")
        .isEqualTo("declined");
    uncover();

    push(KeyCode.F8);
    until(".cover");
    await().atMost(PATIENCE).until(() -> state() == Screenings.State.PAUSED);
    uncover();
    await().atMost(PATIENCE).until(() -> state() == Screenings.State.OPEN);

    clickOn("#own-words").write("Half a sentence");
    push(KeyCode.SHORTCUT, KeyCode.L);
    open();
    assertThat(screening().at("/screening/recruitment/S1_01").words())
        .as("locking keeps what was being typed")
        .isEqualTo("Half a sentence");
  }

  @Test
  void theDigitsThatUncoverAreNotTypedIntoThePersonsWords() {
    begin();
    clickOn("#own-words").write("Half a wo");
    push(KeyCode.F10);
    until(".cover");
    interact(
        () -> {
          for (KeyCode digit : NUMBER) {
            KeyDown.on(scene, digit, digit.getChar());
          }
        });
    soon(() -> lookup(".cover").tryQuery().isEmpty());
    assertThat(lookup("#own-words").queryTextInputControl().getText()).isEqualTo("Half a wo");
    interact(() -> KeyDown.on(scene, KeyCode.R, "r"));
    assertThat(lookup("#own-words").queryTextInputControl().getText())
        .as("what is typed next is")
        .contains("r");
  }

  @Test
  void aDigitThatIsPointedWithIsNotTypedIntoTheNextField() {
    toTheOpening("IN-04");
    until("#interpreter-engaged");
    interact(
        () -> {
          lookup("#interpreter-engaged").query().requestFocus();
          KeyDown.on(scene, KeyCode.DIGIT7, "7");
        });
    assertThat(lookup("#interpreter-engaged").queryTextInputControl().getText())
        .as("digits are words while words are typed")
        .isEqualTo("7");
    push(KeyCode.F4);
    until(".turned");
    interact(() -> KeyDown.on(scene, KeyCode.DIGIT2, "2"));
    taken();
    until("#other-interpreter");
    assertThat(lookup("#other-interpreter").queryTextInputControl().getText()).doesNotContain("2");
  }

  @Test
  void aTickByAKeyKeepsTheKeyboardAndOneByTheMouseLetsTypingGoOn() {
    begin();
    until("#heard-S1_04");
    interact(() -> lookup("#heard-S1_04").query().requestFocus());
    push(KeyCode.SPACE);
    soon(() -> screening().at("/screening/recruitment/S1_04").code().equals("yes"));
    soon(() -> lookup("#heard-S1_04").query().isFocused());
    push(KeyCode.SPACE);
    soon(() -> screening().at("/screening/recruitment/S1_04").code().isEmpty());
    clickOn("#heard-S1_01");
    soon(() -> screening().at("/screening/recruitment/S1_01").code().equals("yes"));
    soon(() -> lookup("#own-words").query().isFocused());
  }

  /** Whoever marks what is heard marks on where the next row was. */
  @Test
  void aTickLeavesTheOthersWhereTheyAre() {
    begin();
    until("#heard-S1_02");
    double before = top("#heard-S1_02");
    clickOn("#heard-S1_01");
    soon(() -> screening().at("/screening/recruitment/S1_01").code().equals("yes"));
    settle();
    assertThat(top("#heard-S1_02")).isEqualTo(before);
  }

  private double top(String selector) {
    return lookup(selector).query().localToScene(0, 0).getY();
  }

  private List<ToDo> dangers() {
    return desk.tonight().todo().stream().filter(t -> t.what() == ToDo.What.DANGER).toList();
  }

  @Test
  void dangerIsToldAndSeriousViolenceStopsItWithThePlaceKept() {
    begin();
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#choice-yes");
    push(KeyCode.F2);
    type("#danger-who", "Officer on duty");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(dangers()).as("how is missing").isNotEmpty();
    type("#danger-how", "Telephone");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> dangers().isEmpty());

    // In a window as low as this one both stand below the fold: the keyboard reaches them.
    interact(() -> lookup("#chip-written").query().requestFocus());
    push(KeyCode.SPACE);
    interact(() -> lookup("#seen").query().requestFocus());
    write("Holds the left arm");
    // Ticking that it was heard keeps what the officer saw.
    interact(() -> lookup("#choice-no").queryAs(ToggleButton.class).fire());
    soon(() -> screening().at("/screening/recruitment/S1_01").code().equals("no"));
    interact(() -> lookup("#heard-S1_01").queryAs(CheckBox.class).fire());
    soon(() -> screening().at("/screening/recruitment/S1_01").code().equals("yes"));
    clickOn("#serious");
    until("#verb");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> screening().stopped().equals("rights"));
    assertThat(screening().place()).isEqualTo("/screening/recruitment/S1_01");
    assertThat(screening().at("/screening/recruitment/S1_01").seen())
        .isEqualTo("Holds the left arm");
    until("#rest-wants");
    clickOn("#rest-wants");
    await().atMost(PATIENCE).until(() -> state() == Screenings.State.OPEN);
    until("#choice-yes");
  }

  @Test
  void theScreenIsTurnedForAQuestionAndTheEndIsReadBackWithACard() {
    begin();
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#choice-yes");
    push(KeyCode.F4);
    until(".turned");
    assertThat(lookup("#own-words").tryQuery()).as("nothing of the officer's").isEmpty();
    clickOn("#point-unknown");
    await()
        .atMost(PATIENCE)
        .until(() -> screening().at("/screening/recruitment/S1_01").code().equals("unknown"));
    assertThat(lookup("#own-words").tryQuery()).as("it still faces the person").isEmpty();
    taken();
    until("#own-words");
    clickOn("#own-words").write("They never said who");
    clickOn("#review");
    until("#corrections");
    assertThat(says("They never said who")).as("read back, though it is no yes").isTrue();
    type("#corrections", "It was in May");
    type("#ask-whom", "Nok Example");
    push(KeyCode.F3);
    until("#card");
    untilSaid("#card", "A-001");
    untilSaid("#card", "Nok Example");
    assertThat(lookup("#card .label").queryAllAs(javafx.scene.control.Label.class))
        .extracting(javafx.scene.control.Labeled::getText)
        .noneMatch(t -> t.matches("(?i).*(sala|polic|traffick|screen|interview|victim).*"));
    assertThat(screening().ending().readBack()).as("a card is no reading").isEmpty();
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#end-read");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    untilSaid("Choose whether it was read back");
    assertThat(state()).as("one key more does not end it").isEqualTo(Screenings.State.OPEN);
    interact(() -> lookup("#end-read").queryAs(Choice.class).setValue("READ"));
    push(KeyCode.ESCAPE);
    soon(() -> lookup("#end-read").tryQuery().isEmpty());
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#end-read");
    assertThat(lookup("#end-read").queryAs(Choice.class).getValue())
        .as("what was meant before says nothing of what was told since")
        .isEmpty();
    interact(() -> lookup("#end-read").queryAs(Choice.class).setValue("READ"));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> state() == Screenings.State.REVIEW);
    assertThat(screening().ending().corrections()).isEqualTo("It was in May");
    assertThat(screening().ending().readBack()).isPresent();

    until("#print-review");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#verb");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> desk.screenings().unfinished().isEmpty());
    soon(() -> on("page"));
  }

  /** Whether the keyboard is within what has that look. */
  private boolean on(String look) {
    Node at = scene.getFocusOwner();
    while (at != null && !at.getStyleClass().contains(look)) {
      at = at.getParent();
    }
    return at != null;
  }

  @Test
  void aChildIsOnlyTriagedUntilSomebodyIsThereAndItAgrees() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    made.people()
        .register(List.of(new People.NewPerson("A-001", "Somebody Example", "", "", "16", "th")));
    interact(
        () -> {
          enter(made);
          shell.go(new Place.Screenings());
        });
    await().atMost(PATIENCE).until(() -> rows("#waiting-screening") == 1);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    type("#child-guardian", "Social worker Example");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(desk.screenings().unfinished()).as("the child has not agreed").isEmpty();
    for (String box : List.of("#child-agrees", "#child-trained")) {
      interact(() -> lookup(box).query().requestFocus());
      push(KeyCode.SPACE);
    }
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#number-pad");
    assertThat(desk.screenings().unfinished()).hasSize(1);
  }

  @Test
  void aNoThatIsPointedAtIsTakenAsItIs() {
    toTheOpening("IN-04");
    until("#interpreter-engaged");
    type("#interpreter-engaged", "Example shelter");
    push(KeyCode.F4);
    until(".turned");
    assertThat(lookup(".turned .turned-words").tryQuery())
        .as("nobody has reviewed the Thai wording")
        .isEmpty();
    push(KeyCode.DIGIT2);
    taken();
    until("#other-interpreter");
    type("#other-interpreter", "IN-09");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> screening().interpreter().equals("IN-09"));
    until("#interpreter-engaged");
    push(KeyCode.F4);
    until(".turned");
    push(KeyCode.DIGIT1);
    await().atMost(PATIENCE).until(() -> screening().opening().pointed().size() == 2);
    taken();
    until(".question");
    push(KeyCode.F4);
    until(".turned");
    clickOn("#point-no");
    await().atMost(PATIENCE).until(() -> screening().opening().pointed().size() == 3);
    taken();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              push(KeyCode.SHORTCUT, KeyCode.ENTER);
              return screening().stopped().equals("other_officer");
            });
    assertThat(state()).isEqualTo(Screenings.State.STOPPED);
    assertThat(screening().opening().heard()).isEmpty();
  }

  @Test
  void aNoToBeingAskedStopsBeforeTheFirstQuestion() {
    toTheOpening("");
    push(KeyCode.F4);
    clickOn("#point-yes");
    taken();
    until(".told");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#consent-YES");
    push(KeyCode.DIGIT1);
    agreed("interview", "YES");
    push(KeyCode.DIGIT2);
    agreed("record", "NO");
    assertThat(lookup("#consent-about-record-NO").query().getStyleClass())
        .as("a no is no alarm")
        .doesNotContain("danger");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                lookup(".badge").queryAllAs(javafx.scene.control.Label.class).stream()
                    .anyMatch(l -> l.getText().contains("Two of them")));
    assertThat(screening().opening().consents()).as("nothing begins").isEmpty();
    clickOn("#consents-stop");
    await().atMost(PATIENCE).until(() -> screening().stopped().equals("person_wishes"));
    assertThat(state()).isEqualTo(Screenings.State.STOPPED);
  }

  @Test
  void stopNowInTheMiddleOfAWordKeepsItBlanksTheScreenAndNamesWhomToCall() {
    begin();
    clickOn("#own-words").write("They did not le");
    push(KeyCode.F9);
    until(".cover");
    untilSaid(".cover", "Support Example");
    assertThat(lookup(".cover .label").queryAllAs(javafx.scene.control.Label.class))
        .extracting(javafx.scene.control.Labeled::getText)
        .noneMatch(t -> t.contains("They did"));
    assertThat(lookup("#own-words").tryQuery().filter(n -> n.isVisible() && shown(n))).isEmpty();
    await().atMost(PATIENCE).until(() -> state() == Screenings.State.STOPPED);
    assertThat(screening().at("/screening/recruitment/opening").words())
        .isEqualTo("They did not le");
    uncover();
    clickOn("#stop-person_wishes");
    await().atMost(PATIENCE).until(() -> screening().stopped().equals("person_wishes"));
  }

  @Test
  void wordsThatCameWhileHalfASentenceWasLeftBehindStandBesideIt() throws Exception {
    begin();
    RecordId id = screening().line().id();
    String path = "/screening/recruitment/opening";
    // What a kill leaves behind in the middle of a word: a lock would have saved it.
    desk.drafts()
        .keep(
            "screening " + id + path,
            Map.of("own-words", "half a sentence"),
            Map.of("own-words", new Drafts.Stood("", "")));
    interact(this::leaveNow);
    lane.submit(() -> {}).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    Elsewhere.writes(
        workspace(),
        folder.resolve(name + " copy"),
        d -> d.screenings().answer(id, path, new Given("", "what she told there", "", "")));
    interact(
        () -> {
          enter(Desks.unlock(workspace(), "one"));
          shell.go(new Place.Interview(id));
        });
    until("#number-pad");
    number(NUMBER);
    number(NUMBER);
    until("#own-words");
    // It goes on in the part in which something is still open, whoever told something there.
    until("#came-since");
    untilSaid("#came-since", "what she told there");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> screening().answers().get(path).size() == 2);
  }

  @Test
  void aSilenceInAnInterviewIsCoveredAndAnywhereElseItLocks() {
    begin();
    interact(() -> assertThat(shell.silent()).isTrue());
    until(".cover");
    uncover();
    interact(() -> shell.go(new Place.Today()));
    interact(() -> assertThat(shell.silent()).as("nobody is interviewed").isFalse());
    assertThat(lookup(".cover").tryQuery()).isEmpty();
  }

  @Test
  void whoHasToldAlreadyIsInterviewedAgainOnlyByTheOwnWish() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    RecordId person =
        made.people()
            .register(
                List.of(new People.NewPerson("A-001", "Somebody Example", "", "", "24", "th")))
            .getFirst();
    RecordId first = made.screenings().begin(person, new Screenings.Setting("th", "", ""));
    made.screenings()
        .answer(first, "/screening/recruitment/S1_01", new Given("yes", "", "open", "th"));
    interact(
        () -> {
          enter(made);
          shell.go(new Place.OnePerson(person));
        });
    until("#screening-begin");
    interact(() -> lookup("#screening-begin").query().requestFocus());
    push(KeyCode.SPACE);
    until("#again-wanted");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(desk.screenings().unfinished()).as("nobody has wished it").hasSize(1);
    for (String box : List.of("#again-wanted", "#again-read")) {
      interact(() -> lookup(box).query().requestFocus());
      push(KeyCode.SPACE);
    }
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#number-pad");
    assertThat(desk.screenings().unfinished()).hasSize(2);
  }

  @Test
  void stopNowAtTheEndKeepsWhatWasCorrectedAndNothingCountsAsReadBack() {
    begin();
    clickOn("#review");
    type("#corrections", "It was in May, not in Ju");
    push(KeyCode.F9);
    until(".cover");
    await().atMost(PATIENCE).until(() -> state() == Screenings.State.STOPPED);
    assertThat(screening().ending().corrections()).isEqualTo("It was in May, not in Ju");
    assertThat(screening().ending().readBack()).isEmpty();
    uncover();
    clickOn("#stop-person_wishes");
    await().atMost(PATIENCE).until(() -> screening().stopped().equals("person_wishes"));
  }

  @Test
  void aCoverHidesADialogTooAndThreeWrongNumbersLock() {
    begin();
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#choice-yes");
    push(KeyCode.F10);
    until(".cover");
    for (int i = 0; i < 3; i++) {
      number(KeyCode.DIGIT9, KeyCode.DIGIT9, KeyCode.DIGIT9, KeyCode.DIGIT9);
    }
    open();
    assertThat(state()).isEqualTo(Screenings.State.OPEN);
  }

  private static boolean shown(javafx.scene.Node node) {
    for (javafx.scene.Node n = node; n != null; n = n.getParent()) {
      if (!n.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /** Unlocks again at the door. */
  private void open() {
    until("#unlock");
    type("#handle", "one");
    type("#passphrase", "phrase of one");
    clickOn("#unlock");
    until("#next");
  }

  private Screenings.State state() {
    return desk.screenings().unfinished().getFirst().state();
  }

  private ScreeningPage screening() {
    return desk.screenings().page(desk.screenings().unfinished().getFirst().id());
  }
}
