package org.sala.casework.todo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Screened;
import org.sala.casework.people.People;
import org.sala.casework.screening.Findings;
import org.sala.casework.screening.Interpreters;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.CaseworkFault;
import org.sala.domain.AgeGroup;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** The night at a glance: in which order things are done and people are called. */
class TonightTest {
  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void unlock() {
    desk = Desks.create(folder.resolve("night"), "Officer One Example", "one");
  }

  @AfterEach
  void lock() {
    desk.close();
  }

  private RecordId person(String number, String birth, String language) {
    return desk.people()
        .register(List.of(new People.NewPerson(number, "", "", "", birth, language)))
        .getFirst();
  }

  private static Triages.Answers yes(String question) {
    return new Triages.Answers(Map.of(question, "yes"), Map.of());
  }

  private List<String> line() {
    return desk.tonight().waiting().stream().map(w -> w.person().wristband()).toList();
  }

  @Test
  void theLineGoesByLanguageAndInterpreterThenUrgencyThenWaiting() {
    person("A-001", "", "zh");
    person("A-002", "", "my");
    person("A-003", "", "vi");
    person("A-004", "16", "my");
    person("A-005", "", "th");
    person("A-006", "", "my");
    desk.interpreters().write("IN-04", List.of("my"), Interpreters.Reach.HERE);
    desk.interpreters().write("IN-07", List.of("vi"), Interpreters.Reach.PHONE);
    desk.interpreters().write("H-01", List.of("th"), Interpreters.Reach.HOUSE);
    assertThat(line())
        .as("the child's language first; Chinese has nobody yet and comes last")
        .containsExactly("A-004", "A-002", "A-006", "A-003", "A-005", "A-001");
    WaitingLine.Waiting last = desk.tonight().waiting().getLast();
    assertThat(last.canBegin()).isFalse();
    assertThat(desk.tonight().glance().interpreters()).isEqualTo(Map.of("my", 1, "vi", 1));
    desk.interpreters()
        .reach(
            desk.interpreters().all().stream()
                .filter(i -> i.number().equals("IN-04"))
                .findFirst()
                .orElseThrow()
                .id(),
            Interpreters.Reach.GONE);
    assertThat(line()).startsWith("A-003", "A-005", "A-004");
  }

  @Test
  void manyOfOneKindHideNobodyOfAnother() {
    int held = Tonight.EACH + 30;
    List<RecordId> people =
        desk.people()
            .register(
                IntStream.rangeClosed(1, held)
                    .mapToObj(i -> "A-%03d".formatted(i))
                    .map(number -> new People.NewPerson(number, "", "", "", "30", "th"))
                    .toList());
    people.forEach(
        p ->
            desk.people()
                .edit(p, Map.of("detained", Value.text("2026-11-24T01:00:00.000+07:00")), ""));
    RecordId lower = person("A-999", "", "");
    desk.findings()
        .find(
            lower,
            Optional.of(Screened.closed(desk, lower)),
            Findings.Finding.NO_INDICATIONS,
            "example");
    List<ToDo> all = desk.tonight().todo();
    assertThat(all).filteredOn(t -> t.what() == ToDo.What.CONFIRM).hasSize(1);
    List<ToDo> rows = all.stream().filter(t -> t.what() == ToDo.What.DETAINED).toList();
    assertThat(rows).hasSize(Tonight.EACH + 1);
    assertThat(rows.getLast().more()).contains(30);
    assertThat(rows.subList(0, Tonight.EACH)).allMatch(t -> t.person().isPresent());
  }

  @Test
  void whatHasToBeDoneComesInTheOrderOfItsDanger() {
    RecordId versions = person("A-001", "", "");
    RecordId hurt = person("A-002", "", "");
    RecordId held = person("A-003", "", "");
    RecordId danger = person("A-004", "", "");
    RecordId lower = person("A-005", "", "");
    desk.triages().done(hurt, yes("q1"));
    desk.triages().done(danger, yes("q6"));
    desk.people().edit(held, Map.of("detained", Value.text("2026-11-24T01:00:00.000+07:00")), "");
    desk.findings()
        .find(
            lower,
            Optional.of(Screened.closed(desk, lower)),
            Findings.Finding.NO_INDICATIONS,
            "example");
    assertThat(desk.tonight().todo())
        .extracting(ToDo::what)
        .containsExactly(
            ToDo.What.DANGER, ToDo.What.MEDICAL, ToDo.What.DETAINED, ToDo.What.CONFIRM);
    assertThat(desk.tonight().todo())
        .extracting(ToDo::whose)
        .containsExactly(ToDo.Whose.ME, ToDo.Whose.ME, ToDo.Whose.NOBODY, ToDo.Whose.ME);
    assertThat(desk.tonight().badges()).isEqualTo(new Tonight.Badges(4, 5, 0, 0));
    desk.triages().told(danger, "danger", "Duty officer Example, 03:20");
    assertThat(desk.tonight().todo().getFirst().what()).isEqualTo(ToDo.What.MEDICAL);
    assertThat(desk.people().find(versions).orElseThrow().disputes()).isZero();
  }

  @Test
  void whoIsHeldStandsThereUntilAScreeningIsClosed() {
    RecordId held = person("A-001", "25", "");
    desk.people().held(held, true, "");
    RecordId screening = desk.screenings().begin(held, new Screenings.Setting("my", "", ""));
    assertThat(whats())
        .as("begun is not asked")
        .containsExactly(ToDo.What.DETAINED, ToDo.What.INTERVIEW);
    desk.screenings().stop(screening, "");
    desk.screenings().stopped(screening, Screenings.Stop.TIME);
    assertThat(whats()).as("nor is stopped").containsExactly(ToDo.What.DETAINED);
    RecordId again = Screened.closed(desk, held);
    assertThat(desk.screenings().find(again).orElseThrow().state())
        .isEqualTo(Screenings.State.CLOSED);
    assertThat(whats()).isEmpty();
  }

  private List<ToDo.What> whats() {
    return desk.tonight().todo().stream().map(ToDo::what).toList();
  }

  @Test
  void anAgeInWordsIsTheBirthAsSaidAndRaisesTheRulesForChildren() {
    RecordId young = person("A-001", "", "");
    RecordId doubted = person("A-002", "", "");
    RecordId adult = person("A-003", "", "");
    RecordId child = person("A-004", "15", "");
    desk.triages().done(young, new Triages.Answers(Map.of(), Map.of("q3", "16")));
    desk.triages().done(doubted, new Triages.Answers(Map.of(), Map.of("q3", "dog")));
    desk.triages().done(adult, new Triages.Answers(Map.of(), Map.of("q3", "31")));
    desk.triages().done(child, new Triages.Answers(Map.of(), Map.of("q3", "25")));
    assertThat(desk.people().find(young).orElseThrow().age()).isEqualTo(AgeGroup.CHILD);
    assertThat(urgency(young)).isEqualTo("child");
    assertThat(urgency(doubted)).as("one reading of a dog's year is a child's").isEqualTo("child");
    assertThat(desk.people().find(adult).orElseThrow().age()).isEqualTo(AgeGroup.ADULT);
    assertThat(urgency(adult)).isEmpty();
    assertThat(desk.people().find(child).orElseThrow().age())
        .as("a later word never takes a child's protection away")
        .isEqualTo(AgeGroup.CHILD);
    assertThat(urgency(child)).isEqualTo("child");
  }

  @Test
  void anAgeThatWasAskedAndNotReadIsInDoubtUntilOneIsSaid() {
    List<Triages.Answers> open =
        List.of(
            new Triages.Answers(Map.of(), Map.of("q3", "does not know, looks very young")),
            new Triages.Answers(Map.of("q3", "unknown"), Map.of()),
            new Triages.Answers(Map.of("q3", "declined", "o1", "yes"), Map.of()),
            new Triages.Answers(Map.of(), Map.of()));
    for (Triages.Answers answers : open) {
      RecordId person = person("A-00" + (open.indexOf(answers) + 1), "", "");
      assertThat(desk.people().find(person).orElseThrow().possiblyChild()).isFalse();
      desk.triages().done(person, answers);
      for (String code : urgency(person).split(" ")) {
        if (!code.isEmpty()) {
          desk.triages().told(person, code, "Child protection Example");
        }
      }
      assertThat(desk.people().find(person).orElseThrow().possiblyChild())
          .as("also once somebody was told")
          .isTrue();
      assertThatThrownBy(
              () -> desk.screenings().begin(person, new Screenings.Setting("my", "", "")))
          .isInstanceOfSatisfying(
              CaseworkFault.class,
              f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.CHILD_RULES));
      desk.triages().done(person, new Triages.Answers(Map.of(), Map.of("q3", "31")));
      assertThat(desk.people().find(person).orElseThrow().possiblyChild())
          .as("an adult's age ends a doubt of silence")
          .isFalse();
      desk.screenings().begin(person, new Screenings.Setting("my", "", ""));
    }
  }

  @Test
  void wordsOnTheAgeThatCannotBeReadLeaveAnAdultsDateInDoubt() {
    RecordId person = person("A-001", "24", "");
    RecordId looks = person("A-002", "24", "");
    desk.triages()
        .done(person, new Triages.Answers(Map.of(), Map.of("q3", "sixteen since the harvest")));
    desk.triages().done(looks, new Triages.Answers(Map.of("o1", "yes"), Map.of()));
    for (RecordId one : List.of(person, looks)) {
      assertThat(urgency(one)).isEqualTo("child");
      needsAGuardian(one);
      desk.triages().told(one, "child", "Child protection Example");
    }
    needsAGuardian(person);
    assertThat(Desks.station(desk).view().records().fields(person).get("birth").value())
        .as("the words are protected")
        .isEqualTo(PartialDate.unknown("").toValue());
    desk.triages().done(person, new Triages.Answers(Map.of(), Map.of("q3", "31")));
    needsAGuardian(person);
    desk.triages().told(person, "child", "Child protection Example");
    desk.people().setBirth(person, "about 30", "seen in a document");
    for (RecordId one : List.of(person, looks)) {
      assertThat(desk.people().find(one).orElseThrow().possiblyChild()).isFalse();
      desk.screenings().begin(one, new Screenings.Setting("my", "", ""));
    }
  }

  private void needsAGuardian(RecordId person) {
    assertThat(desk.people().find(person).orElseThrow().possiblyChild()).isTrue();
    assertThatThrownBy(() -> desk.screenings().begin(person, new Screenings.Setting("my", "", "")))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.CHILD_RULES));
  }

  private String urgency(RecordId person) {
    return desk.people().find(person).orElseThrow().urgency();
  }

  @Test
  void aTriageThatWasStoppedGoesOnWhereItWas() {
    RecordId person = person("A-001", "", "my");
    Triages.Answers some =
        new Triages.Answers(Map.of("q1", "yes", "q2", "no"), Map.of("q1", "a burn, example"));
    assertThat(desk.triages().keep(person, some)).isPresent();
    assertThat(desk.triages().keep(person, some)).as("nothing is new").isEqualTo(Optional.empty());
    assertThat(line()).as("the person goes on waiting").containsExactly("A-001");
    assertThat(desk.tonight().todo()).extracting(ToDo::what).containsExactly(ToDo.What.MEDICAL);
    Triages.Sheet sheet = desk.triages().sheet(person);
    assertThat(sheet.answers().codes()).containsEntry("q1", "yes").containsEntry("q2", "no");
    assertThat(sheet.answers().words()).containsEntry("q1", "a burn, example");
    Map<String, String> codes = new java.util.HashMap<>(sheet.answers().codes());
    codes.put("q1", "no");
    codes.put("q6", "yes");
    desk.triages().done(person, new Triages.Answers(codes, Map.of()));
    assertThat(line()).isEmpty();
    assertThat(urgency(person)).as("the burn was a slip of the key").isEqualTo("danger");
    desk.triages().done(person, yes("o2"));
    assertThat(urgency(person)).as("a second triage forgets nothing").isEqualTo("danger stay");
  }

  @Test
  void everyoneStillInsideIsARecord() {
    RecordId person = person("A-001", "", "my");
    desk.triages().inside(person, new Triages.Inside("Mya Example", "sister", "floor 2", "inside"));
    desk.triages().inside(person, new Triages.Inside("", "a cousin", "", "moved"));
    assertThat(desk.triages().inside(person))
        .extracting(Triages.Inside::relation)
        .containsExactly("sister", "a cousin");
    assertThat(desk.people().find(person).orElseThrow().stillInside()).isEqualTo(2);
  }

  @Test
  void thereIsNoEstimateBeforeTheNightHasAPace() {
    List<RecordId> people = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      people.add(person("A-00" + i, "", "my"));
    }
    desk.triages().done(people.get(0), yes("q8"));
    desk.triages().done(people.get(1), yes("q8"));
    assertThat(desk.tonight().glance().doneAboutMillis()).isEmpty();
    desk.triages().done(people.get(2), yes("q8"));
    Tonight.Glance glance = desk.tonight().glance();
    assertThat(glance.triaged()).isEqualTo(3);
    assertThat(glance.untriaged()).isEqualTo(2);
    assertThat(glance.doneAboutMillis()).isPresent();
  }
}
