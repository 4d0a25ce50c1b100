package org.sala.casework.protection;

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
import org.sala.casework.Screened;
import org.sala.casework.people.People;
import org.sala.casework.screening.Findings;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.todo.ToDo;
import org.sala.domain.AuditEntry;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;

/** What comes after a finding: the person is told, and somebody else looks again if they ask. */
class OutcomesTest {
  private static final Outcomes.Telling TOLD =
      new Outcomes.Telling("Officer One Example", Outcomes.How.IN_PERSON, "my", "IN-07");

  @TempDir Path folder;
  private Desk desk;
  private RecordId person;

  @BeforeEach
  void unlock() {
    desk = Desks.create(folder.resolve("night"), "Officer One Example", "one");
    person =
        desk.people()
            .register(List.of(new People.NewPerson("A-001", "", "", "", "1999", "my")))
            .getFirst();
  }

  @AfterEach
  void lock() {
    desk.close();
  }

  private List<ToDo.What> todo() {
    return desk.tonight().todo().stream().map(ToDo::what).toList();
  }

  private void as(String handle) {
    desk.close();
    desk = Desks.unlock(folder.resolve("night"), handle);
  }

  private boolean waits() {
    return desk.people().find(person).orElseThrow().findingWaits();
  }

  @Test
  void whoHasNotBeenToldStandsInTodayUntilItIsWrittenWhoToldThem() {
    assertThatThrownBy(() -> desk.outcomes().told(person, TOLD)).isInstanceOf(CaseworkFault.class);
    desk.findings().find(person, Findings.Finding.PRESUMED_VICTIM, "Held and made to work");
    assertThat(todo()).containsExactly(ToDo.What.OUTCOME);
    desk.outcomes().told(person, TOLD);
    assertThat(todo()).isEmpty();
    assertThat(desk.outcomes().tellings(person))
        .singleElement()
        .satisfies(t -> assertThat(t.finding()).isEqualTo("presumed_victim"))
        .satisfies(t -> assertThat(t.language()).isEqualTo("my"));
    desk.findings().find(person, Findings.Finding.MORE_TIME_NEEDED, "Another finding");
    assertThat(todo()).as("another finding is told anew").containsExactly(ToDo.What.OUTCOME);
  }

  @Test
  void nobodyIsToldOfALowerFindingBeforeASecondOfficerHasConfirmedIt() {
    desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
    RecordId finding =
        desk.findings()
            .find(
                person,
                Optional.of(Screened.closed(desk, person)),
                Findings.Finding.NO_INDICATIONS,
                "Nothing was told");
    assertThat(todo()).containsExactly(ToDo.What.CONFIRM);
    toldOfNothing();
    desk.findings().confirm(finding, true, "Read it", "two", "phrase of two".toCharArray());
    assertThat(waits()).isTrue();
    toldOfNothing();
    assertThat(desk.tonight().todo())
        .as("nobody has certified them, so that nobody is told of what does not count")
        .singleElement()
        .satisfies(t -> assertThat(t.what()).isEqualTo(ToDo.What.CONFIRM))
        .satisfies(t -> assertThat(t.whose()).isEqualTo(ToDo.Whose.HEADQUARTERS));
  }

  /** Below the screen, too. */
  private void toldOfNothing() {
    assertThatThrownBy(() -> desk.outcomes().told(person, TOLD))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.FINDING_WAITS));
    assertThat(desk.outcomes().tellings(person)).isEmpty();
  }

  @Test
  void aSecondLookIsForAnOfficerWhoHadNoPartAndProtectsWhileItIsOpen() {
    for (String other : List.of("two", "three")) {
      desk.officers()
          .add("Officer " + other + " Example", other, ("phrase of " + other).toCharArray());
    }
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      for (String each : List.of("one", "two", "three")) {
        as(each);
        Desks.enrol(desk, hq, folder, "A");
      }
      as("one");
      RecordId finding =
          desk.findings()
              .find(
                  person,
                  Optional.of(Screened.closed(desk, person)),
                  Findings.Finding.NO_INDICATIONS,
                  "Nothing was told");
      desk.findings().confirm(finding, true, "Read it", "two", "phrase of two".toCharArray());
      assertThat(waits()).isFalse();
      assertThat(todo()).containsExactly(ToDo.What.OUTCOME);
      desk.outcomes().told(person, TOLD);
      RecordId look = desk.outcomes().ask(person, "They say that nobody asked about the debt");
      assertThat(waits()).as("protected while it is open").isTrue();
      assertThat(todo()).containsExactly(ToDo.What.SECOND_LOOK);
      assertThat(Desks.station(desk).view().records().fields(look))
          .as("why is protected")
          .containsOnlyKeys("person", "finding", "at");
      refused(look);
      as("two");
      assertThat(desk.outcomes().looks(person)).singleElement().matches(Outcomes.Look::mine);
      refused(look);
      as("three");
      assertThat(desk.outcomes().looks(person)).singleElement().matches(l -> !l.mine());
      desk.outcomes().looked(look, true, "The same is told in both accounts");
      assertThat(todo()).isEmpty();
      assertThat(waits()).isFalse();
      RecordId again = desk.outcomes().ask(person, "");
      differ();
      assertThatThrownBy(() -> desk.outcomes().looked(again, true, "Read both"))
          .as("not over two versions")
          .isInstanceOfSatisfying(
              CaseworkFault.class,
              f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.DISPUTED));
      assertThat(desk.outcomes().isOverturned(person)).isFalse();
      RecordId third = desk.outcomes().ask(person, "while the other one is open");
      desk.outcomes().looked(again, false, "The debt was never asked about");
      assertThat(waits()).as("what does not stand does not count").isTrue();
      desk.people().edit(person, Map.of("sex", Value.text("female")), "");
      desk.outcomes().looked(third, true, "It stands for me");
      assertThat(waits()).as("one has overturned it, whatever came after").isTrue();
      assertThat(desk.outcomes().isOverturned(person)).isTrue();
      assertThatThrownBy(() -> desk.outcomes().ask(person, "once more"))
          .isInstanceOfSatisfying(
              CaseworkFault.class,
              f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.OVERTURNED));
    }
  }

  @Test
  void thatItStandsIsSaidByNobodyWhoseCertificateWasTakenBackNorOfWhatSuchAnOfficerFound() {
    for (String other : List.of("two", "three", "four")) {
      desk.officers()
          .add("Officer " + other + " Example", other, ("phrase of " + other).toCharArray());
    }
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      Desks.enrol(desk, hq, folder, "A");
      Desks.certify(desk, hq, folder, "two");
      RecordId finding =
          desk.findings()
              .find(
                  person,
                  Optional.of(Screened.closed(desk, person)),
                  Findings.Finding.NO_INDICATIONS,
                  "Nothing was told");
      desk.findings().confirm(finding, true, "Read it", "three", "phrase of three".toCharArray());
      RecordId look = desk.outcomes().ask(person, "");
      Desks.dismiss(desk, hq, "EX-2");
      as("two");
      uncertified(look);
      as("four");
      Desks.dismiss(desk, hq, "EX-100A");
      uncertified(look);
      desk.outcomes().looked(look, false, "Who protects is asked nothing");
      assertThat(waits()).isTrue();
    }
  }

  private void uncertified(RecordId look) {
    assertThatThrownBy(() -> desk.outcomes().looked(look, true, "It stands"))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.NOT_CERTIFIED));
  }

  /** Two write of the person who do not know of each other. */
  private void differ() {
    Map<Compartment, List<RevisionId>> heads =
        Map.of(
            Compartment.INVESTIGATION,
            Desks.station(desk).view().records().heads(person, Compartment.INVESTIGATION));
    for (String sex : List.of("male", "female")) {
      new Ledger(Desks.station(desk))
          .write(
              new Act()
                  .editOn(heads, person, Kinds.PERSON, Map.of("sex", Value.text(sex)), Map.of()));
    }
  }

  private void refused(RecordId look) {
    assertThatThrownBy(() -> desk.outcomes().looked(look, true, "I stay with it"))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.SAME_OFFICER));
  }

  @Test
  void openingTheResultIsAnEventOfItsOwn() {
    RecordId screening = desk.screenings().begin(person, new Screenings.Setting("th", "", "", ""));
    assertThat(desk.audit().acts()).doesNotContain(AuditEntry.Act.RESULT_OPENED);
    desk.screenings().review(screening);
    assertThat(Desks.station(desk).view().records().fields(screening).keySet())
        .anyMatch(k -> k.startsWith("resultOpened/"));
    desk.screenings().openResult(screening);
    desk.screenings().openResult(screening);
    assertThat(desk.audit().acts()).filteredOn(a -> a == AuditEntry.Act.RESULT_OPENED).hasSize(2);
  }
}
