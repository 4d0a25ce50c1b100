package org.sala.casework.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.consent.Overrides;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.people.People;
import org.sala.casework.screening.Child;
import org.sala.casework.screening.Statements;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.Act;
import org.sala.casework.station.Ledger;
import org.sala.casework.todo.ToDo;
import org.sala.domain.Change;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** Packages of a trusted laptop whose owner writes by hand what its program never writes. */
class HandWrittenTest {
  @TempDir Path folder;
  private Hall hall;
  private RecordId caseId;
  private RecordId person;

  @BeforeEach
  void somebodyIsThere() {
    hall = new Hall(folder);
    caseId = hall.heard();
    person = hall.person(caseId, Consents.Answer.YES);
  }

  @AfterEach
  void everybodyGoesHome() {
    hall.close();
  }

  private static void byHand(Desk at, RecordId record, Kind kind, Map<String, Value> fields) {
    new Ledger(Desks.station(at)).write(new Act().edit(record, kind, fields));
  }

  private static List<Change> changes(Desk of) {
    return AnyOrder.changes(of);
  }

  private void sameInEveryOrder(List<Change> all, Set<RecordId> of, Function<Desk, String> read) {
    new AnyOrder(folder).same(all, of, read);
  }

  private static String fields(Desk at, RecordId record) {
    return Desks.station(at).view().records().fields(record).toString();
  }

  private RecordId told() {
    RecordId statement =
        hall.one
            .statements()
            .begin(
                caseId,
                person,
                new Statements.Setting(
                    "my", "", "", "", "", Optional.of(new Child("Guardian Example"))));
    hall.one.statements().write(statement, Map.of("text", "They kept me there."));
    return statement;
  }

  @Test
  void nothingIsAddedToAStatementThatWasSigned() {
    RecordId statement = told();
    hall.one.statements().readBack(statement, "my", "IN-04");
    hall.one.statements().close(statement, Statements.Signature.SIGNED);
    hall.give(hall.one, hall.two);
    String signed = fields(hall.one, statement);
    byHand(
        hall.two,
        statement,
        Kinds.STATEMENT,
        Map.of(
            "text", Value.text("I went there of my own will."),
            "translation", Value.text("I went there."),
            "place", Value.text("elsewhere")));
    hall.give(hall.two, hall.one);
    assertThat(fields(hall.one, statement)).isEqualTo(signed);
    assertThat(hall.one.statements().look(statement).text("text")).isEqualTo("They kept me there.");
    assertThat(Desks.station(hall.one).view().records().revisions(statement))
        .as("what was tried is in the history")
        .hasSize(5);
    hall.report(hall.two);
    hall.report(hall.one);
    assertThat(fields(hall.hq, statement)).isEqualTo(signed);
    sameInEveryOrder(changes(hall.one), Set.of(statement), at -> fields(at, statement));
  }

  /** What came first by its id used to be shown as the words that were signed. */
  @Test
  void wordsThatAreWrittenBesideAClosingAreNeverShownAsSigned() {
    for (int i = 0; i < 4; i++) {
      RecordId statement = told();
      hall.give(hall.one, hall.two);
      byHand(
          hall.two,
          statement,
          Kinds.STATEMENT,
          Map.of(
              "text", Value.text("I went there of my own will."),
              "translation", Value.text("I went there.")));
      if (i % 2 == 0) {
        byHand(
            hall.two,
            statement,
            Kinds.STATEMENT,
            Map.of(
                "text", Value.text("I went there of my own will."),
                "signature", Value.text("signed"),
                "closed", Desks.station(hall.two).now().toValue()));
      }
      hall.one.statements().readBack(statement, "my", "IN-04");
      hall.one.statements().close(statement, Statements.Signature.THUMBPRINT);
      hall.give(hall.two, hall.one);
      hall.report(hall.two);
      hall.report(hall.one);
      for (Desk at : List.of(hall.one, hall.hq)) {
        Statements.Page page = at.statements().page(statement);
        assertThat(page.text("text")).isEqualTo("They kept me there.");
        assertThat(page.text("translation")).isEmpty();
        assertThat(page.signature()).isEqualTo("thumbprint");
        assertThat(page.fields().get("text").versions()).as("they are shown").hasSize(2);
        assertThat(page.fields().get("translation").versions()).hasSize(1);
      }
    }
  }

  @Test
  void aFearThatWasSaidElsewhereIsNotEndedFromHere() {
    RecordId fear = hall.one.fears().says(person, "MM", Fears.Of.BOTH);
    hall.give(hall.one, hall.two);
    hall.two.fears().over(fear, "says so, they write");
    assertThat(hall.two.fears().of(person)).as("who lets it go answers for it").isEmpty();
    hall.give(hall.two, hall.one);
    hall.report(hall.two);
    hall.report(hall.one);
    for (Desk at : List.of(hall.one, hall.hq)) {
      assertThat(at.fears().of(person))
          .singleElement()
          .satisfies(f -> assertThat(f.overElsewhere()).as("it is shown").isTrue());
      assertThat(at.fears().keptFrom("MM").isEmpty()).isFalse();
    }
    sameInEveryOrder(changes(hall.one), Set.of(fear), at -> at.fears().of(person).toString());
    hall.one.fears().over(fear, "says so, through IN-04");
    assertThat(hall.one.fears().of(person)).isEmpty();
    hall.report(hall.one);
    assertThat(hall.hq.fears().of(person)).as("where it was said").isEmpty();
    sameInEveryOrder(changes(hall.one), Set.of(fear), at -> at.fears().of(person).toString());
  }

  @Test
  void aFearIsOverForAStationWhereHeadquartersSaysSo() {
    RecordId fear = hall.one.fears().says(person, "MM", Fears.Of.BOTH);
    hall.report(hall.one);
    hall.hq.fears().over(fear, "says so at headquarters");
    Desks.take(hall.one, List.of(changes(hall.hq).getLast()));
    assertThat(hall.one.fears().of(person)).isEmpty();
  }

  @Test
  void nobodySignsAnothersDecisionOffWhoDoesNotSupervise() {
    RecordId decided =
        hall.one
            .overrides()
            .decide(
                person,
                Sealing.INVESTIGATION_PURPOSE,
                Sealing.TO_HEADQUARTERS,
                Consents.Reason.DANGER_TO_LIFE,
                "Coma, example");
    hall.give(hall.one, hall.two);
    byHand(
        hall.two,
        decided,
        Kinds.CONSENT,
        Map.of(
            "toldAt", Desks.station(hall.two).now().toValue(),
            "supervisor", Value.text("EX-0001"),
            "supervisorName", Value.text("Chief Example")));
    hall.give(hall.two, hall.one);
    hall.report(hall.two);
    hall.report(hall.one);
    for (Desk at : List.of(hall.one, hall.hq)) {
      assertThat(at.overrides().waiting(person)).hasSize(1);
      assertThat(overridden(at)).containsExactly(person);
    }
    assertThat(hall.hq.overrides().sign(person, "")).isEqualTo(Overrides.Signed.DONE);
    assertThat(hall.hq.overrides().waiting(person)).isEmpty();
    assertThat(overridden(hall.hq)).isEmpty();
    hall.one.people().edit(person, Map.of("needs", Hall.INSULIN), "");
    hall.report(hall.one);
    assertThat(hall.one.overrides().waiting(person)).as("headquarters has signed").isEmpty();
    assertThat(overridden(hall.one)).isEmpty();
  }

  private static List<RecordId> overridden(Desk at) {
    return at.tonight().todo().stream()
        .filter(t -> t.what() == ToDo.What.OVERRIDDEN)
        .map(t -> t.person().orElseThrow().id())
        .toList();
  }

  @Test
  void aWithdrawalStaysATaskThoughAnotherLaptopSaysThatSomebodyWasTold() {
    hall.report(hall.one);
    RecordId withdrawn = Hall.says(hall.one, person, Consents.Answer.WITHDRAWN);
    hall.give(hall.one, hall.two);
    byHand(
        hall.two,
        withdrawn,
        Kinds.CONSENT,
        Map.of("toldAt", Desks.station(hall.two).now().toValue()));
    hall.give(hall.two, hall.one);
    assertThat(hall.one.takenBack().toAct(person)).hasSize(1);
    hall.report(hall.two);
    hall.report(hall.one);
    assertThat(hall.hq.takenBack().toAct(person)).hasSize(1);
    hall.hq.consents().told(withdrawn, "Copies locked away");
    assertThat(hall.hq.takenBack().toAct(person)).isEmpty();
  }

  private static boolean inDanger(Desk at, RecordId person) {
    boolean listed =
        at.tonight().todo().stream()
            .anyMatch(
                t ->
                    t.what() == ToDo.What.DANGER
                        && t.person().filter(p -> p.id().equals(person)).isPresent());
    assertThat(at.people().find(person).orElseThrow().urgency().contains("danger"))
        .isEqualTo(listed);
    return listed;
  }

  /** Somebody in danger at the first one; the second one knows of it. */
  private RecordId danger() {
    hall.one.triages().done(person, new Triages.Answers(Map.of("q6", "yes"), Map.of()));
    hall.give(hall.one, hall.two);
    return hall.one.triagePages().of(person).getFirst().id();
  }

  @Test
  void aDangerStandsThoughAnotherLaptopSaysThatSomebodyWasToldOrTakesItAway() {
    RecordId triage = danger();
    byHand(
        hall.two,
        triage,
        Kinds.TRIAGE,
        Map.of("toldAt/danger", Desks.station(hall.two).now().toValue()));
    byHand(hall.two, triage, Kinds.TRIAGE, Map.of("urgency/danger", Value.flag(true)));
    byHand(hall.two, triage, Kinds.TRIAGE, Map.of("urgency/danger", Value.Nothing.HERE));
    assertThat(inDanger(hall.two, person)).as("who says so answers for it").isFalse();
    hall.give(hall.two, hall.one);
    hall.report(hall.two);
    hall.report(hall.one);
    for (Desk at : List.of(hall.one, hall.hq)) {
      assertThat(inDanger(at, person)).isTrue();
      assertThat(at.triagePages().of(person).getFirst().urgent())
          .filteredOn(u -> u.code().equals("danger"))
          .singleElement()
          .satisfies(u -> assertThat(u.toldElsewhere()).as("it is shown").isTrue())
          .satisfies(u -> assertThat(u.toldAt()).isEmpty());
    }
    Set<RecordId> about = Set.of(triage);
    Function<Desk, String> urgency =
        at -> at.people().find(person).map(People.PersonLine::urgency).orElse("");
    sameInEveryOrder(changes(hall.one), about, urgency);
    hall.one.triages().told(person, "danger", "Duty officer Example");
    assertThat(inDanger(hall.one, person)).isFalse();
    hall.report(hall.one);
    assertThat(inDanger(hall.hq, person)).as("where it was raised").isFalse();
    hall.one.triages().raise(person, "danger");
    assertThat(inDanger(hall.one, person)).as("raised again").isTrue();
  }

  @Test
  void aDangerStandsThoughAnotherLaptopBeginsATriageInWhichThereIsNone() {
    RecordId triage = danger();
    hall.two.triages().done(person, new Triages.Answers(Map.of("q6", "no"), Map.of()));
    RecordId second = hall.two.triagePages().of(person).getFirst().id();
    hall.two.triages().told(person, "danger", "Nobody");
    byHand(hall.two, second, Kinds.TRIAGE, Map.of("urgency/danger", Value.Nothing.HERE));
    hall.give(hall.two, hall.one);
    hall.report(hall.two);
    hall.report(hall.one);
    assertThat(inDanger(hall.one, person)).isTrue();
    assertThat(inDanger(hall.hq, person)).isTrue();
    assertThat(second).isNotEqualTo(triage);
    hall.hq.triages().told(person, "danger", "Police of Exampleland");
    assertThat(inDanger(hall.hq, person)).isFalse();
    Desks.take(hall.one, List.of(changes(hall.hq).getLast()));
    assertThat(inDanger(hall.one, person)).as("headquarters has said so").isFalse();
  }

  @Test
  void whoeverHearsOfADangerToTellsItAnewThoughAnotherHasWrittenItDown() {
    RecordId triage = danger();
    hall.two.triages().raise(person, "danger");
    byHand(
        hall.two,
        triage,
        Kinds.TRIAGE,
        Map.of("toldAt/danger", Desks.station(hall.two).now().toValue()));
    hall.give(hall.two, hall.one);
    assertThat(inDanger(hall.one, person)).isTrue();
  }
}
