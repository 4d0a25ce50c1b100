package org.sala.casework.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.people.People;
import org.sala.casework.screening.Triages;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.ScopeId;
import org.sala.domain.Value;

/** A trusted laptop writes by hand that a record of another one is something or somebody else's. */
class OtherHomeTest {
  @TempDir Path folder;
  private TwoPeople two;
  private Hall hall;
  private RecordId person;
  private RecordId other;

  @BeforeEach
  void twoAreThere() {
    two = new TwoPeople(folder);
    hall = two.hall;
    person = two.person;
    other = two.other;
  }

  @AfterEach
  void everybodyGoesHome() {
    two.close();
  }

  private static String home(Desk at, RecordId record) {
    return Desks.station(at).view().records().find(record).orElseThrow().home()
        + " "
        + Desks.station(at).view().records().fields(record);
  }

  private static String people(Desk at, RecordId about) {
    return Desks.station(at).view().records().fields(about).get("person").values().stream()
        .map(v -> v.asRef().orElseThrow())
        .toList()
        .toString();
  }

  @Test
  void whatARecordIsAndWhereItBelongsSaysWhoMadeIt() {
    RecordId fear = hall.one.fears().says(person, "MM", Fears.Of.BOTH);
    hall.give(hall.one, hall.two);
    String made = home(hall.one, fear);
    ScopeId elsewhere = Desks.station(hall.two).ids().scope();
    two.begins(fear, Kinds.INSIDE, elsewhere, Map.of("saidBy", Value.ref(other)));
    two.begins(fear, Kinds.FEAR, elsewhere, Map.of("ended", Value.text("2026")));
    two.byHand(fear, Kinds.INSIDE, Map.of("saidBy", Value.ref(other)));
    two.round();
    for (Desk at : List.of(hall.one, hall.hq)) {
      assertThat(home(at, fear)).isEqualTo(made);
      assertThat(at.fears().of(person)).hasSize(1);
    }
    Function<Desk, String> read =
        at -> home(at, fear) + at.fears().of(person) + at.triages().inside(other);
    assertThat(new AnyOrder(folder).same(AnyOrder.changes(hall.one), Set.of(fear), read))
        .startsWith(made);
  }

  /**
   * What is said again without a name is what stands, and not what a false home has said on top.
   */
  @Test
  void whatStandsIsSaidAgainAndNotWhatAFalseHomeSaid() {
    String name = "name/" + Desks.station(hall.one).ids().record();
    hall.one
        .people()
        .edit(
            person,
            Map.of(
                name,
                Value.parts(Map.of("text", "Another Example")),
                "interpreter",
                Value.text("IN-04")),
            "");
    hall.give(hall.one, hall.two);
    two.byHand(person, Kinds.STATEMENT, Map.of("interpreter", Value.text("IN-99")));
    hall.give(hall.two, hall.one);
    hall.one
        .consents()
        .ask(
            person,
            Sealing.INVESTIGATION_PURPOSE,
            Sealing.TO_HEADQUARTERS,
            Consents.Answer.YES,
            Set.of("name"),
            new Consents.How("th", "", "Guardian Example"));
    hall.report(hall.one);
    for (Desk at : List.of(hall.one, hall.hq)) {
      assertThat(Desks.station(at).view().records().fields(person).get("interpreter").values())
          .containsExactly(Value.text("IN-04"));
    }
  }

  @Test
  void nobodyMovesAWordOrADangerToAnotherPerson() {
    hall.report(hall.one);
    RecordId withdrawn = Hall.says(hall.one, person, Consents.Answer.WITHDRAWN);
    hall.one.triages().done(person, new Triages.Answers(Map.of("q6", "yes"), Map.of()));
    RecordId triage = hall.one.triagePages().of(person).getFirst().id();
    hall.give(hall.one, hall.two);
    ScopeId scope = Desks.station(hall.two).scopeOf(person);
    // Of two beginnings the one with the lower id would show, which can be tried for.
    for (int i = 0; i < 3; i++) {
      two.begins(triage, Kinds.TRIAGE, scope, Map.of("person", Value.ref(other)));
      two.begins(withdrawn, Kinds.CONSENT, scope, Map.of("person", Value.ref(other)));
    }
    two.round();
    for (Desk at : List.of(hall.one, hall.hq)) {
      assertThat(at.people().find(person).orElseThrow().urgency()).contains("danger");
      assertThat(at.people().find(other).map(People.PersonLine::urgency).orElse(""))
          .doesNotContain("danger");
      assertThat(Hall.lets(at, person)).isFalse();
      assertThat(Hall.lets(at, other)).isTrue();
    }
    assertThat(
            new AnyOrder(folder)
                .same(AnyOrder.changes(hall.one), Set.of(triage), at -> people(at, triage)))
        .isEqualTo(List.of(person).toString());
  }
}
