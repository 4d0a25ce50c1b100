package org.sala.casework.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Cases;
import org.sala.casework.people.Involvements;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.todo.ToDo;
import org.sala.domain.AgeGroup;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.form.Explanation;
import org.sala.form.FormFault;
import org.sala.form.Result;

/** Screenings in a real workspace: answers as fields, protected where they have to be. */
class ScreeningsTest {
  private static final String MADE_TO_DEFRAUD = "/screening/the_work/S4_01";
  private static final String HURT = "/screening/life_in_the_place/S5_04";

  @TempDir Path folder;
  private Desk desk;
  private RecordId person;
  private RecordId screening;

  @BeforeEach
  void begin() {
    desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    person =
        desk.people()
            .register(
                List.of(new People.NewPerson("A-001", "Somebody Example", "", "", "24", "th")))
            .getFirst();
    screening =
        desk.screenings().begin(person, new Screenings.Setting("th", "IN-04", "A support person"));
  }

  @AfterEach
  void end() {
    desk.close();
  }

  private void reopen() {
    desk.close();
    desk = Desks.unlock(folder.resolve("a"), "one");
  }

  private static Given yes() {
    return new Given("yes", "", "volunteered", "");
  }

  @Test
  void everyAnswerIsAFieldAndTheInterviewCanBeThrownAwayAfterEach() {
    desk.screenings()
        .answer(screening, MADE_TO_DEFRAUD, new Given("yes", "Own words", "open", "th"));
    reopen();
    ScreeningPage page = desk.screenings().open(screening);
    assertThat(page.at(MADE_TO_DEFRAUD)).isEqualTo(new Given("yes", "Own words", "open", "th"));
    desk.screenings().answer(screening, MADE_TO_DEFRAUD, new Given("declined", "", "", "th"));
    reopen();
    page = desk.screenings().open(screening);
    assertThat(page.at(MADE_TO_DEFRAUD).code()).isEqualTo("declined");
    assertThat(page.questions()).isNotEmpty();
    assertThat(desk.histories().of(screening).stream().flatMap(e -> e.fields().stream()))
        .as("the first answer stays in the history")
        .anyMatch(
            f ->
                f.key().equals("answer" + MADE_TO_DEFRAUD)
                    && f.before().isPresent()
                    && f.after().isPresent());
  }

  @Test
  void aLabourScreeningIsHeldByItsOwnCatalogueAndRules() {
    RecordId labour =
        desk.screenings().begin(person, new Screenings.Setting("th", "IN-04", "Support"), "labour");
    for (String node : List.of("the_offer/D1_01", "the_offer/D1_02", "the_work/D4_01")) {
      desk.screenings().answer(labour, "/screening/" + node, yes());
    }
    desk.screenings().answer(labour, "/screening/the_work/D4_02", yes());
    reopen();
    ScreeningPage page = desk.screenings().page(labour);
    assertThat(page.formId()).isEqualTo("labour");
    assertThat(page.catalogue().orElseThrow().sections()).hasSizeGreaterThan(5);
    Explanation explanation = desk.screenings().explain(page);
    assertThat(explanation.meansBasis()).contains("D1.01", "D1.02");
    assertThat(explanation.purposeBasis()).contains("D4.01");
    assertThat(explanation.result()).isEqualTo(Result.PRESUMED_VICTIM_REFER);
    assertThatThrownBy(
            () -> desk.screenings().begin(person, new Screenings.Setting("th", "", ""), "other"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void howItWasAskedAndWhatWasSeenStandApartFromTheWords() {
    Given given =
        new Given("yes", "Own words", "direct", "en", "written", "IN-04", "holds the left arm");
    desk.screenings().answer(screening, MADE_TO_DEFRAUD, given);
    reopen();
    assertThat(desk.screenings().page(screening).at(MADE_TO_DEFRAUD)).isEqualTo(given);
    Given onlySeen = new Given("", "", "", "", "", "", "holds the left arm");
    assertThat(onlySeen.empty()).as("what was seen is kept without an answer").isFalse();
    assertThatThrownBy(() -> new Given("yes", "", "open", "en", "pressed", "", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatTheOfficerSawIsProtectedWhateverTheAnswerDoes() {
    desk.screenings()
        .answer(
            screening,
            MADE_TO_DEFRAUD,
            new Given(
                "yes", "Own words", "direct", "en", "written", "IN-04", "holds the left arm"));
    assertThat(Desks.station(desk).view().records().fields(screening).toString())
        .as("the investigation part goes to headquarters without a yes")
        .contains("answer" + MADE_TO_DEFRAUD)
        .doesNotContain("left arm", "seen" + MADE_TO_DEFRAUD);
    desk.screenings().answer(screening, HURT, new Given("", "", "", "", "", "", "a bruise"));
    assertThat(desk.screenings().page(screening).at(HURT).seen()).isEqualTo("a bruise");
    assertThat(desk.screenings().explain(desk.screenings().page(screening)).notAsked())
        .as("it is no answer")
        .contains("S5.04");
    desk.histories().undo();
    assertThat(desk.screenings().page(screening).at(HURT).empty()).isTrue();
    desk.screenings().answer(screening, MADE_TO_DEFRAUD, yes().with("holds the left arm"));
    assertThat(desk.screenings().page(screening).at(MADE_TO_DEFRAUD))
        .isEqualTo(yes().with("holds the left arm"));
    desk.screenings().answer(screening, MADE_TO_DEFRAUD, yes());
    assertThat(desk.screenings().page(screening).at(MADE_TO_DEFRAUD).seen()).isEmpty();
  }

  @Test
  void dangerThatComesUpStandsFirstUntilItIsWrittenWhoWasToldHowAndWhen() {
    desk.triages().raise(person, "danger");
    assertThat(desk.tonight().todo().getFirst().what()).isEqualTo(ToDo.What.DANGER);
    Moment at = Desks.station(desk).now();
    desk.triages().told(person, "danger", new Triages.Told("Officer on duty", "telephone", at));
    assertThat(desk.tonight().todo()).noneMatch(t -> t.what() == ToDo.What.DANGER);
    desk.triages().raise(person, "danger");
    assertThat(desk.tonight().todo()).as("again").anyMatch(t -> t.what() == ToDo.What.DANGER);
  }

  @Test
  void theQueueOfScreeningsGroupsByLanguageAndHasHeldPeopleFirst() {
    List<RecordId> more =
        desk.people()
            .register(
                List.of(
                    new People.NewPerson("A-011", "", "", "", "30", "my"),
                    new People.NewPerson("A-012", "", "", "", "30", "vi"),
                    new People.NewPerson("A-013", "", "", "", "30", "my")));
    desk.people().held(more.getLast(), true, "said at the gate");
    desk.interpreters().write("IN-07", List.of("my"), Interpreters.Reach.HERE);
    assertThat(desk.tonight().waitingForScreening())
        .extracting(w -> w.person().wristband())
        .containsExactly("A-013", "A-011", "A-012");
  }

  @Test
  void wordsAtAQuestionThatNobodyHasAnsweredAreKeptAndAreNoAnswer() {
    desk.screenings().answer(screening, MADE_TO_DEFRAUD, new Given("", "Half a wo", "", ""));
    assertThat(desk.screenings().page(screening).at(MADE_TO_DEFRAUD).words())
        .isEqualTo("Half a wo");
    assertThat(desk.screenings().explain(desk.screenings().page(screening)).notAsked())
        .contains("S4.01");
  }

  @Test
  void aProtectedAnswerNeverStandsInTheView() {
    desk.screenings().answer(screening, HURT, new Given("yes", "Marked words", "volunteered", ""));
    assertThat(desk.screenings().page(screening).at(HURT).words()).isEqualTo("Marked words");
    assertThat(desk.people().find(person).orElseThrow().screeningState()).isEqualTo("open");
    assertThat(desk.histories().of(screening).getFirst().compartment())
        .isEqualTo(org.sala.domain.Compartment.PROTECTION);
  }

  @Test
  void whatTheFormDoesNotHaveIsRefusedAndNothingIsWritten() {
    assertThatThrownBy(() -> desk.screenings().answer(screening, "/screening/nowhere", yes()))
        .isInstanceOf(FormFault.class);
    assertThatThrownBy(() -> desk.screenings().answer(screening, "/screening/the_work", yes()))
        .isInstanceOf(FormFault.class);
    assertThat(desk.screenings().page(screening).answers()).isEmpty();
  }

  @Test
  void theResultComesFromTheAnswersAndIsClosedForGood() {
    assertThat(desk.screenings().explain(desk.screenings().page(screening)).result())
        .isEqualTo(Result.NO_FINDING_IN_THIS_SCREENING);
    desk.screenings().answer(screening, MADE_TO_DEFRAUD, yes());
    assertThatThrownBy(() -> desk.screenings().close(screening))
        .as("the questions are not over")
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.NOT_REVIEWED));
    desk.screenings().review(screening);
    Explanation closed = desk.screenings().close(screening);
    assertThat(closed.result()).isEqualTo(Result.PRESUMED_VICTIM_REFER);
    assertThat(desk.screenings().find(screening).orElseThrow().result())
        .isEqualTo("presumed_victim_refer");
    assertThatThrownBy(() -> desk.screenings().answer(screening, MADE_TO_DEFRAUD, Given.NOTHING))
        .isInstanceOf(CaseworkFault.class)
        .hasMessageContaining("CLOSED_FOR_GOOD");
    reopen();
    assertThat(desk.screenings().page(screening).line().state()).isEqualTo(Screenings.State.CLOSED);
  }

  /** Another desktop or a package writes while somebody is asked whether it is to be closed. */
  @Test
  void aResultThatNobodyHasLookedAtIsNotClosed() {
    desk.screenings().review(screening);
    ScreeningPage looked = desk.screenings().page(screening);
    desk.screenings().answer(screening, MADE_TO_DEFRAUD, yes());
    assertThatThrownBy(() -> desk.screenings().close(looked))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.CHANGED_SINCE));
    assertThat(desk.screenings().page(screening).line().state()).isEqualTo(Screenings.State.REVIEW);
    desk.screenings().close(desk.screenings().page(screening));
    assertThat(desk.screenings().find(screening).orElseThrow().result())
        .isEqualTo("presumed_victim_refer");
  }

  @Test
  void unknownDeclinedAndLaterAreNeverANo() {
    for (String code : List.of("unknown", "declined", "later")) {
      desk.screenings().answer(screening, MADE_TO_DEFRAUD, new Given(code, "", "direct", "th"));
      Explanation e = desk.screenings().explain(desk.screenings().page(screening));
      assertThat(e.result()).isEqualTo(Result.NO_FINDING_IN_THIS_SCREENING);
      assertThat(
              code.equals("unknown")
                  ? e.unknown()
                  : code.equals("declined") ? e.declined() : e.notAsked())
          .contains("S4.01");
    }
  }

  @Test
  void aPersonWhoMayBeAChildIsScreenedAsOneWhateverWasHeardBefore() {
    assertThat(desk.screenings().page(screening).ageGroup()).isEqualTo(AgeGroup.ADULT);
    desk.people().setBirth(person, "16", "heard later");
    ScreeningPage page = desk.screenings().page(screening);
    assertThat(page.ageGroup()).isEqualTo(AgeGroup.CHILD);
    assertThat(desk.screenings().explain(page).childProtectionReferral()).isTrue();
  }

  private RecordId ageless(String number) {
    return desk.people()
        .register(List.of(new People.NewPerson(number, "", "", "", "", "")))
        .getFirst();
  }

  private static Screenings.Setting saying(String age) {
    return new Screenings.Setting("th", "", "", "", age);
  }

  private void needsAGuardian(RecordId other, String age) {
    assertThatThrownBy(() -> desk.screenings().begin(other, saying(age)))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.CHILD_RULES));
    assertThat(desk.screenings().of(other)).isEmpty();
  }

  @Test
  void whereNobodySaysTheAgeAScreeningBeginsAsAChildsAndIsOne() {
    RecordId other = ageless("A-002");
    for (String age : List.of("", "does not know", "2008", "dog", "17")) {
      needsAGuardian(other, age);
      assertThat(desk.screenings().ageUnsaid(other)).isTrue();
    }
    RecordId second = desk.screenings().begin(other, saying(""), new Child("Guardian Example"));
    assertThat(desk.people().find(other).orElseThrow().possiblyChild()).isTrue();
    assertThat(desk.screenings().page(second).ageGroup()).isEqualTo(AgeGroup.UNKNOWN);
    desk.screenings().answer(second, "/screening/the_work/S4_02", yes());
    Explanation e = desk.screenings().explain(desk.screenings().page(second));
    assertThat(e.means()).isFalse();
    assertThat(e.result()).as("no means are needed").isEqualTo(Result.PRESUMED_VICTIM_REFER);
    desk.people().setBirth(other, "about 30", "seen in a document");
    assertThat(desk.people().find(other).orElseThrow().possiblyChild()).isFalse();
    assertThat(desk.screenings().page(second).ageGroup()).isEqualTo(AgeGroup.ADULT);
  }

  @Test
  void anAgeThatIsSaidAtTheBeginningIsThePersonsOwn() {
    RecordId other = ageless("A-002");
    RecordId second = desk.screenings().begin(other, saying("31"));
    assertThat(desk.people().find(other).orElseThrow().age()).isEqualTo(AgeGroup.ADULT);
    assertThat(desk.screenings().page(second).ageGroup()).isEqualTo(AgeGroup.ADULT);
    RecordId raised = ageless("A-003");
    desk.triages().raise(raised, "child");
    needsAGuardian(raised, "31");
    desk.people().setBirth(person, "17", "heard later");
    needsAGuardian(ageless("A-004"), "17");
    assertThatThrownBy(() -> desk.screenings().begin(person, saying("31")))
        .as("over an age that is written it takes nothing away")
        .isInstanceOf(CaseworkFault.class);
    assertThat(desk.people().find(person).orElseThrow().age()).isEqualTo(AgeGroup.CHILD);
    RecordId grown = ageless("A-005");
    desk.people().setBirth(grown, "40", "");
    desk.screenings().begin(grown, saying("16"), new Child("Guardian Example"));
    assertThat(desk.people().find(grown).orElseThrow().possiblyChild())
        .as("a child's counts, whatever is written")
        .isTrue();
  }

  @Test
  void breaksAndStopsAreWrittenDownAndTheInterviewGoesOnFromThere() {
    desk.screenings().answer(screening, MADE_TO_DEFRAUD, yes());
    desk.screenings().pause(screening, "");
    assertThat(desk.screenings().page(screening).lastBreak()).isPresent();
    desk.screenings().resume(screening);
    desk.screenings().stop(screening, "/screening/the_work/S4_01");
    desk.screenings().stopped(screening, Screenings.Stop.PERSON_WISHES);
    reopen();
    assertThat(desk.screenings().unfinished())
        .extracting(Screenings.Line::state)
        .containsExactly(Screenings.State.STOPPED);
    assertThat(desk.screenings().countUnfinished()).isEqualTo(1);
    desk.screenings().resume(screening);
    assertThat(desk.screenings().page(screening).at(MADE_TO_DEFRAUD).code()).isEqualTo("yes");
  }

  @Test
  void theListsShowWhoWaitsAndHowFarOneIs() {
    RecordId caseId = desk.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    desk.involvements().bring(caseId, person, Involvements.Written.said("said", ""), "");
    desk.screenings().answer(screening, MADE_TO_DEFRAUD, yes());
    assertThat(desk.people().waitingForScreening(10)).isEmpty();
    assertThat(desk.screenings().inCase(caseId))
        .singleElement()
        .satisfies(l -> assertThat(l.number()).isEqualTo("A-001"))
        .satisfies(l -> assertThat(l.sections()).isEqualTo(1))
        .satisfies(l -> assertThat(l.form()).isEqualTo("scam-compound"))
        .satisfies(l -> assertThat(l.parts()).isEqualTo(7));
    desk.people().register(List.of(new People.NewPerson("A-003", "", "", "", "", "")));
    assertThat(desk.people().waitingForScreening(10))
        .extracting(People.PersonLine::wristband)
        .containsExactly("A-003");
  }

  @Test
  void aFindingNamesItsScreeningAndALowerOneWaits() {
    desk.screenings().answer(screening, MADE_TO_DEFRAUD, new Given("no", "", "direct", "my"));
    desk.screenings().review(screening);
    desk.screenings().close(screening);
    desk.findings()
        .find(person, Optional.of(screening), Findings.Finding.NO_INDICATIONS, "nothing was told");
    assertThat(desk.people().find(person).orElseThrow().findingWaits()).isTrue();
  }

  @Test
  void undoTakesBackTheLastAnswer() {
    desk.screenings().answer(screening, MADE_TO_DEFRAUD, yes());
    desk.screenings().answer(screening, MADE_TO_DEFRAUD, new Given("no", "", "direct", "th"));
    desk.histories().undo();
    assertThat(desk.screenings().page(screening).at(MADE_TO_DEFRAUD)).isEqualTo(yes());
  }

  @Test
  void anAnswerOfANewerStationIsNoAnswerHere() {
    assertThat(Given.of(Value.text("yes"))).isEqualTo(Given.NOTHING);
    assertThat(Given.of(Value.parts(Map.of("code", "perhaps", "words", "w"))).code()).isEmpty();
  }

  @Test
  void whoIsHeldComesFirstAndStandsInDoNextUntilAScreeningHasBegun() {
    RecordId waiting =
        desk.people()
            .register(List.of(new People.NewPerson("A-004", "", "", "", "30", "")))
            .getFirst();
    RecordId held =
        desk.people()
            .register(List.of(new People.NewPerson("A-005", "", "", "", "30", "")))
            .getFirst();
    desk.people().held(held, true, "said at the gate");
    assertThat(desk.people().waitingForScreening(10))
        .extracting(People.PersonLine::id)
        .containsExactly(held, waiting);
    assertThat(desk.people().needingAction()).extracting(People.PersonLine::id).contains(held);
    desk.people().held(held, false, "let go");
    assertThat(desk.people().find(held).orElseThrow().detainedMillis()).isEmpty();
  }
}
