package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.forms.Forms;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Statements;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.Drafts;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.form.Answer;
import org.sala.form.Question;
import org.sala.ui.route.Place;

/**
 * Somebody types, the laptop is locked, and what another laptop wrote into the same field is taken
 * in. The draft that is put back says so, and what is saved stands beside it.
 */
class DraftMeanwhileJourneyTest extends JourneyWindow {
  private static final String CAME = "came from elsewhere";
  private static final String TYPED = "typed before the lock";

  @TempDir static Path folder;
  private static int opened;
  private final Path workspace = folder.resolve("w " + opened++);
  private RecordId caseId;
  private RecordId person;

  @Override
  protected Path workspace() {
    return workspace;
  }

  /** Makes a workspace and shows a place of it. */
  private void open(java.util.function.Function<Desk, Place> made) {
    Desk desk = Desks.create(workspace(), "Officer One Example", "one");
    desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
    caseId = desk.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    person =
        desk.people()
            .add(caseId, new People.NewPerson("A-001", "", "", "female", "24", "my"), "said", "");
    desk.people().edit(person, Map.of("needs", Value.text("a doctor")), "");
    Place place = made.apply(desk);
    interact(
        () -> {
          enter(desk);
          shell.go(place);
        });
  }

  /** Locks, lets the other laptop write and takes that in, and comes back to the same place. */
  private void meanwhile(Consumer<Desk> elsewhere, Place place) throws Exception {
    settle();
    interact(this::leaveNow);
    lane.submit(() -> {}).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    Elsewhere.writes(workspace, folder.resolve("copy of " + workspace.getFileName()), elsewhere);
    interact(
        () -> {
          enter(Desks.unlock(workspace, "one"));
          shell.go(place);
        });
  }

  private void typeInto(String field) {
    until(field);
    clickOn(field);
    push(KeyCode.SHORTCUT, KeyCode.A);
    write(TYPED);
  }

  /** What was put back, and what came. */
  private void saysWhatCame(String field) {
    until("#came-since");
    untilSaid("#came-since", CAME);
    soon(() -> lookup(field).queryAs(TextInputControl.class).getText().equals(TYPED));
  }

  private List<String> texts(Map<String, Cases.Shown> fields, String key) {
    return fields.get(key).versions().stream().flatMap(v -> v.asText().stream()).sorted().toList();
  }

  private void needsCameWhileTheyWereTyped() throws Exception {
    open(d -> new Place.OnePerson(person));
    until("#edit-needs-1");
    push(KeyCode.SHORTCUT, KeyCode.E);
    typeInto("#person-needs");
    meanwhile(
        d -> d.people().edit(person, Map.of("needs", Value.text(CAME)), ""),
        new Place.OnePerson(person));
    until("#edit-needs-1");
    push(KeyCode.SHORTCUT, KeyCode.E);
    saysWhatCame("#person-needs");
  }

  @Test
  void aPersonsNeeds() throws Exception {
    needsCameWhileTheyWereTyped();
    untilSaid("#came-since", "a doctor");
    clickOn("#verb");
    soon(() -> desk.people().fields(person).get("needs").disputed());
    assertThat(texts(desk.people().fields(person), "needs")).containsExactly(CAME, TYPED);
    // What differs is left alone here, with all of it before whoever opens the form.
    push(KeyCode.SHORTCUT, KeyCode.E);
    untilSaid("#differing", CAME);
    untilSaid("#differing", TYPED);
    assertThat(lookup("#person-needs").query().isDisabled()).isTrue();
  }

  @Test
  void whatCameCanBeTakenInstead() throws Exception {
    needsCameWhileTheyWereTyped();
    clickOn("#take-person-needs");
    soon(() -> lookup("#person-needs").queryAs(TextInputControl.class).getText().equals(CAME));
    assertThat(lookup("#came-since").tryQuery()).isEmpty();
    clickOn("#verb");
    settle();
    assertThat(texts(desk.people().fields(person), "needs")).containsExactly(CAME);
  }

  @Test
  void oneThingOfAPersonByItself() throws Exception {
    open(d -> new Place.OnePerson(person));
    until("#edit-birth-1");
    clickOn("#edit-birth-1");
    until("#element-words");
    clickOn("#element-words");
    push(KeyCode.SHORTCUT, KeyCode.A);
    write("1995");
    meanwhile(d -> d.people().setBirth(person, "2012", "her paper"), new Place.OnePerson(person));
    until("#edit-birth-1");
    clickOn("#edit-birth-1");
    until("#came-since");
    untilSaid("#came-since", "2012");
    clickOn("#verb");
    soon(() -> desk.people().fields(person).get("birth").disputed());
    assertThat(desk.people().find(person).orElseThrow().possiblyChild()).isTrue();
    clickOn("#edit-birth-1");
    untilSaid("#element-versions", "2012");
    untilSaid("#element-versions", "1995");
  }

  @Test
  void theSummaryOfACase() throws Exception {
    open(d -> new Place.OneCase(caseId, "overview"));
    until("#case-copy");
    push(KeyCode.SHORTCUT, KeyCode.E);
    typeInto("#case-summary");
    meanwhile(
        d -> d.cases().edit(caseId, Map.of("summary", Value.text(CAME)), ""),
        new Place.OneCase(caseId, "overview"));
    until("#case-copy");
    push(KeyCode.SHORTCUT, KeyCode.E);
    saysWhatCame("#case-summary");
    clickOn("#verb");
    soon(() -> desk.cases().fields(caseId).get("summary").disputed());
    assertThat(texts(desk.cases().fields(caseId), "summary")).containsExactly(CAME, TYPED);
  }

  private RecordId made;

  @Test
  void theWordsOfAStatement() throws Exception {
    open(
        d -> {
          made = d.statements().begin(caseId, person, new Statements.Setting("my", "I-1", "", ""));
          return new Place.OneStatement(made);
        });
    typeInto("#statement-text");
    meanwhile(d -> d.statements().write(made, Map.of("text", CAME)), new Place.OneStatement(made));
    saysWhatCame("#statement-text");
    push(KeyCode.SHORTCUT, KeyCode.S);
    soon(() -> desk.statements().page(made).fields().get("text").disputed());
    assertThat(texts(desk.statements().page(made).fields(), "text")).containsExactly(CAME, TYPED);
  }

  @Test
  void theDescriptionOfAnExhibit() throws Exception {
    open(
        d -> {
          made =
              d.exhibits()
                  .add(
                      caseId,
                      new Exhibits.NewExhibit("A phone", "black", Optional.empty(), "", ""));
          return new Place.OneExhibit(made);
        });
    untilSaid("A phone");
    push(KeyCode.SHORTCUT, KeyCode.E);
    typeInto("#exhibit-description");
    meanwhile(
        d -> d.exhibits().edit(made, Map.of("description", Value.text(CAME)), ""),
        new Place.OneExhibit(made));
    untilSaid("A phone");
    push(KeyCode.SHORTCUT, KeyCode.E);
    saysWhatCame("#exhibit-description");
    clickOn("#verb");
    soon(() -> desk.exhibits().fields(made).get("description").disputed());
  }

  /** What a kill leaves behind in the middle of a word: what was answered is kept by locking. */
  private static void killed(Desk desk, String form, String field, String stood, String by) {
    desk.drafts().keep(form, Map.of(field, TYPED), Map.of(field, new Drafts.Stood(stood, by)));
  }

  @Test
  void theWordsOfATriage() throws Exception {
    open(
        d -> {
          d.triages()
              .keep(
                  person,
                  new Triages.Answers(Map.of("q1", "no"), Map.of("q1", "", "q2", "her brother")));
          killed(d, "triage " + person, "q1 words", "", d.triages().sheet(person).by("q1"));
          return new Place.Today();
        });
    meanwhile(
        d ->
            d.triages()
                .keep(
                    person,
                    new Triages.Sat(
                        new Triages.Answers(Map.of("q1", "yes"), Map.of("q1", CAME)),
                        Set.of("q1"),
                        d.triages().sheet(person))),
        new Place.Triage(person));
    until("#came-since");
    untilSaid("#came-since", CAME);
    untilSaid("#came-since", TYPED);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#triage-gaps");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(
        () ->
            desk.triagePages().of(person).getFirst().answers().stream()
                .anyMatch(a -> a.question().equals("q1") && a.said().size() == 2));
    assertThat(desk.triagePages().of(person).getFirst().answers())
        .as("words that no draft touched stay")
        .anyMatch(
            a -> a.question().equals("q2") && a.said().getFirst().words().equals("her brother"));
    assertThat(desk.people().find(person).orElseThrow().urgency()).contains("hurt");
  }

  @Test
  void theAnswerOfAForm() throws Exception {
    open(
        d -> {
          made =
              d.forms()
                  .begin(
                      person,
                      Optional.of(caseId),
                      new Forms.Offer("needs", "", ""),
                      new Forms.Setting("my", "I-1"));
          String path = inWords(d);
          d.forms().left(made, path);
          killed(d, "form " + made + path, "answer-field", "", "");
          return new Place.Today();
        });
    meanwhile(
        d -> d.forms().answer(made, inWords(d), new Answer.Words(CAME)), new Place.Filling(made));
    saysWhatCame("#answer-field");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> desk.forms().page(made).answers().get(inWords(desk)).size() == 2);
  }

  private String inWords(Desk desk) {
    return desk.forms().page(made).questions().stream()
        .filter(q -> q instanceof Question.InWords)
        .findFirst()
        .orElseThrow()
        .path();
  }

  @Test
  void whichWordsOfAStatementStandIsSaid() throws Exception {
    open(
        d -> {
          made = d.statements().begin(caseId, person, new Statements.Setting("my", "I-1", "", ""));
          return new Place.OneStatement(made);
        });
    typeInto("#statement-text");
    meanwhile(d -> d.statements().write(made, Map.of("text", CAME)), new Place.OneStatement(made));
    saysWhatCame("#statement-text");
    push(KeyCode.SHORTCUT, KeyCode.S);
    untilSaid("#versions-text", CAME);
    clickOn("#settle-text");
    until("#settled-words");
    clickOn("#verb");
    untilSaid("The words and a reason are needed.");
    type("#settled-words", "both together");
    type("#settle-reason", "the person heard both");
    clickOn("#verb");
    soon(() -> !desk.statements().page(made).fields().get("text").disputed());
    assertThat(texts(desk.statements().page(made).fields(), "text"))
        .containsExactly("both together");
  }
}
