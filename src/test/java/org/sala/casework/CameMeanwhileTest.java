package org.sala.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.forms.FormPage;
import org.sala.casework.forms.Forms;
import org.sala.casework.house.Stay;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.protection.Dossier;
import org.sala.casework.protection.Dossiers;
import org.sala.casework.screening.Endings;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.Statements;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Seen;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.form.Answer;
import org.sala.form.Question;

/**
 * Two officers have the same person before them: whatever one wrote while the other's screen stood
 * open is neither written over nor taken back by whoever never saw it.
 */
class CameMeanwhileTest {
  private static final String ASKED = "/screening/the_work/S4_01";

  @TempDir Path folder;
  private Desk desk;
  private RecordId caseId;
  private RecordId person;

  @BeforeEach
  void begin() {
    desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
    caseId = desk.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    person =
        desk.people()
            .add(caseId, new People.NewPerson("A-001", "", "", "female", "24", "my"), "said", "");
  }

  @AfterEach
  void end() {
    desk.close();
  }

  private void now(String officer) {
    desk.close();
    desk = Desks.unlock(folder.resolve("a"), officer);
  }

  private static Triages.Answers answers(String question, String code) {
    return new Triages.Answers(Map.of(question, code), Map.of());
  }

  private String urgency() {
    return desk.people().find(person).orElseThrow().urgency();
  }

  @Test
  void aTriageThatStandsOpenTakesNobodysDangerAway() {
    desk.triages().keep(person, answers("q1", "no"));
    Triages.Sheet opened = desk.triages().sheet(person);
    now("two");
    desk.triages().keep(person, answers("q6", "yes"));
    now("one");
    Triages.Answers more = new Triages.Answers(Map.of("q1", "no", "q2", "no"), Map.of());
    desk.triages().keep(person, new Triages.Sat(more, Set.of("q2"), opened));
    assertThat(desk.triages().sheet(person).answers().codes())
        .containsEntry("q6", "yes")
        .containsEntry("q2", "no");
    assertThat(urgency()).contains("danger");
    // The other officer's no to the very question came unseen: it is no reason to forget the yes.
    desk.triages().keep(person, new Triages.Sat(answers("q6", "no"), Set.of("q6"), opened));
    assertThat(urgency()).contains("danger");
    assertThat(desk.triagePages().of(person).getFirst().answers())
        .filteredOn(a -> a.question().equals("q6"))
        .singleElement()
        .satisfies(a -> assertThat(a.said()).hasSize(2));
  }

  @Test
  void whoeverAnsweredAYesTakesItBackAsBefore() {
    Triages.Sheet opened = desk.triages().sheet(person);
    desk.triages().keep(person, new Triages.Sat(answers("q6", "yes"), Set.of("q6"), opened));
    assertThat(urgency()).contains("danger");
    desk.triages().keep(person, new Triages.Sat(answers("q6", "no"), Set.of("q6"), opened));
    assertThat(urgency()).doesNotContain("danger");
  }

  @Test
  void anAgeThatIsSaidDoesNotSettleABirthDateThatCameUnseen() {
    Triages.Sheet opened = desk.triages().sheet(person);
    now("two");
    desk.people().setBirth(person, "2012", "paper");
    now("one");
    Triages.Answers said = new Triages.Answers(Map.of(), Map.of("q3", "about 17"));
    desk.triages().keep(person, new Triages.Sat(said, Set.of("q3"), opened));
    assertThat(desk.people().fields(person).get("birth").versions()).hasSize(2);
    assertThat(desk.people().find(person).orElseThrow().possiblyChild()).isTrue();
  }

  private RecordId screening() {
    return desk.screenings().begin(person, new Screenings.Setting("my", "I-1", ""));
  }

  @Test
  void twoAnswersToOneQuestionStandBesideEachOther() {
    RecordId id = screening();
    ScreeningPage opened = desk.screenings().page(id);
    now("two");
    desk.screenings().answer(id, ASKED, new Given("yes", "they beat me", "open", "my"));
    now("one");
    desk.screenings()
        .answer(
            id,
            ASKED,
            new Given("no", "nobody did", "open", "my"),
            opened.at(ASKED),
            opened.seen());
    assertThat(desk.screenings().page(id).answers().get(ASKED))
        .extracting(Given::words)
        .containsExactlyInAnyOrder("they beat me", "nobody did");
  }

  @Test
  void whoeverWritesWhatWasSeenDoesNotPutAnAnswerBack() {
    RecordId id = screening();
    desk.screenings().answer(id, ASKED, new Given("no", "", "open", "my"));
    ScreeningPage opened = desk.screenings().page(id);
    now("two");
    desk.screenings().answer(id, ASKED, new Given("yes", "later she said it", "open", "my"));
    now("one");
    Given stood = opened.at(ASKED);
    desk.screenings().answer(id, ASKED, stood.with("looks at the door"), stood, opened.seen());
    ScreeningPage page = desk.screenings().page(id);
    assertThat(page.at(ASKED).code()).isEqualTo("yes");
    assertThat(page.at(ASKED).seen()).isEqualTo("looks at the door");
    assertThat(page.disputed(ASKED)).isFalse();
  }

  @Test
  void theEndOfAnInterviewKeepsWhatSomebodyElseWroteThere() {
    RecordId id = screening();
    ScreeningPage opened = desk.screenings().page(id);
    now("two");
    desk.endings()
        .keep(desk.screenings().page(id), new Endings.Said("not in May", "", "a bed", "", ""));
    now("one");
    desk.endings().keep(opened, new Endings.Said("in June", "", "", "noon", ""));
    Map<String, Cases.Shown> fields = Cases.shown(Desks.station(desk).view().records().fields(id));
    assertThat(fields.get("corrections").versions()).hasSize(2);
    assertThat(fields.get("nextStep").versions()).containsExactly(Value.text("a bed"));
    assertThat(fields.get("nextWhen").versions()).containsExactly(Value.text("noon"));
  }

  @Test
  void aFormsAnswerThatCameUnseenIsKept() {
    RecordId id =
        desk.forms()
            .begin(
                person,
                Optional.of(caseId),
                new Forms.Offer("needs", "", ""),
                new Forms.Setting("my", "I-1"));
    FormPage opened = desk.forms().page(id);
    String path =
        opened.questions().stream()
            .filter(q -> q instanceof Question.InWords)
            .findFirst()
            .orElseThrow()
            .path();
    now("two");
    desk.forms().answer(id, path, new Answer.Words("insulin"));
    now("one");
    desk.forms().answer(id, path, new Answer.Words("a phone call"), opened.seen());
    assertThat(desk.forms().page(id).answers().get(path)).hasSize(2);
  }

  @Test
  void aLineOfADossierKeepsBothAndLeavesAloneWhatWasLeftAlone() {
    RecordId dossier =
        desk.dossiers().open(person, new Dossiers.Agreement(true, "my", "", "Counsel Example", ""));
    RecordId line = desk.dossiers().add(dossier, deed("was locked in", ""));
    Dossiers.Shown opened = desk.dossiers().shown(line);
    now("two");
    desk.dossiers().edit(line, deed("was locked in for a month", "a photograph"));
    now("one");
    desk.dossiers().edit(line, opened.deed(), deed("was locked in twice", ""), opened.seen());
    Dossiers.Shown now = desk.dossiers().shown(line);
    assertThat(now.fields().get("what").versions()).hasSize(2);
    assertThat(now.deed().evidence()).isEqualTo("a photograph");
  }

  private static Dossier.Deed deed(String what, String evidence) {
    return new Dossier.Deed(
        Dossier.Track.TO_THEM,
        PartialDate.unknown(""),
        what,
        "",
        "",
        "",
        Dossier.Coercion.UNKNOWN,
        "",
        evidence);
  }

  @Test
  void whoeverIsMissingInOneVersionIsLookedForAndGoneInOneVersionStaysOnTheBoard() {
    Stay.Placing bed =
        new Stay.Placing("House", "1", "A", Stay.Freedom.FREE, "", Stay.Phone.OWN, "");
    RecordId stay = desk.stays().begin(person, bed);
    Seen opened = desk.stays().current(person).orElseThrow().seen();
    now("two");
    desk.stays().whereabouts(stay, Stay.State.MISSING, "", Optional.empty());
    desk.stays().next(stay, "Call the police", Optional.empty(), "Nurse Example");
    now("one");
    desk.stays().whereabouts(stay, Stay.State.LEFT, "", Optional.empty(), opened);
    desk.stays().done(stay, opened);
    Stay now = desk.stays().current(person).orElseThrow();
    assertThat(now.state()).isEqualTo(Stay.State.MISSING);
    assertThat(now.fields().get("step").versions()).contains(Value.text("Call the police"));
  }

  @Test
  void typingOnInAStatementTakesNobodysWordsAwayAndSayingWhichStandDoes() {
    RecordId id =
        desk.statements().begin(caseId, person, new Statements.Setting("my", "I-1", "", ""));
    Statements.Page opened = desk.statements().page(id);
    now("two");
    desk.statements().write(id, Map.of("text", "what the one wrote"));
    now("one");
    desk.statements()
        .write(id, Map.of("text", "what the other wrote"), Cases.seen(opened.fields()));
    Statements.Page both = desk.statements().page(id);
    assertThat(both.text("text")).isEqualTo("what the other wrote");
    desk.statements()
        .write(id, Map.of("text", "what the other wrote, and more"), Cases.seen(both.fields()));
    both = desk.statements().page(id);
    assertThat(both.fields().get("text").versions())
        .containsExactlyInAnyOrder(
            Value.text("what the one wrote"), Value.text("what the other wrote, and more"));
    Seen seen = Cases.seen(both.fields());
    desk.statements().settle(id, "text", "what both wrote", "the person heard both", seen);
    assertThat(desk.statements().page(id).fields().get("text").versions())
        .containsExactly(Value.text("what both wrote"));
    assertThatThrownBy(
            () -> desk.statements().settle(id, "text", "what the one wrote", "late", seen))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.CHANGED_SINCE));
  }

  private void differentBirths() {
    Seen opened = Cases.seen(desk.people().fields(person));
    now("two");
    desk.people().setBirth(person, "2012", "her paper");
    now("one");
    desk.people()
        .edit(
            person,
            Map.of("birth", desk.people().readBirth("1995").toValue()),
            "she said so",
            opened);
    assertThat(births()).containsExactlyInAnyOrder("2012", "1995");
  }

  private List<String> births() {
    return desk.people().fields(person).get("birth").versions().stream()
        .map(v -> PartialDate.of(v).typed())
        .toList();
  }

  @Test
  void aBirthDateThatDiffersIsSettledByNobodyAloneWhereThereIsAHeadquarters() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      Desks.enrol(desk, hq, folder, "A");
    }
    differentBirths();
    // The own word is put right, and nothing else.
    desk.people().setBirth(person, "1996", "misheard");
    assertThat(births()).containsExactlyInAnyOrder("2012", "1996");
    assertThat(desk.people().find(person).orElseThrow().possiblyChild()).isTrue();
    Cases.Shown shown = desk.people().fields(person).get("birth");
    assertThat(desk.people().waitsForHeadquarters(shown)).isTrue();
    desk.people().setBirth(person, "2012", "saw the paper");
    assertThat(births()).as("whoever comes to say the same ends it").containsExactly("2012");
  }

  @Test
  void whereThereIsNoHeadquartersWhoeverHasSeenAllOfThemSettlesThem() {
    differentBirths();
    assertThat(desk.people().waitsForHeadquarters(desk.people().fields(person).get("birth")))
        .isFalse();
    desk.people().setBirth(person, "2012", "saw the paper");
    assertThat(births()).containsExactly("2012");
  }
}
