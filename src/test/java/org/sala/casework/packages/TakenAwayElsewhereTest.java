package org.sala.casework.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.joining.Choice;
import org.sala.casework.joining.Disagreement;
import org.sala.casework.people.Ages;
import org.sala.casework.people.InsideSites;
import org.sala.casework.people.People;
import org.sala.casework.people.StillInside;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;

/**
 * A trusted laptop writes on top of another one's word something that takes protection away: an
 * adult's date over a child's, and that somebody is out who was told of as inside.
 */
class TakenAwayElsewhereTest {
  @TempDir Path folder;
  private TwoPeople two;
  private Hall hall;
  private RecordId person;

  @BeforeEach
  void twoAreThere() {
    two = new TwoPeople(folder);
    hall = two.hall;
    person = two.person;
    hall.give(hall.one, hall.two);
  }

  @AfterEach
  void everybodyGoesHome() {
    two.close();
  }

  private void writes(Value birth) {
    two.byHand(person, Kinds.PERSON, Map.of("birth", birth));
  }

  private Value grown() {
    return hall.two.people().readBirth("3/5/1990").toValue();
  }

  private static People.PersonLine line(Desk at, RecordId person) {
    return at.people().find(person).orElseThrow();
  }

  private static int births(Desk at, RecordId person) {
    return Desks.station(at).view().records().fields(person).get("birth").values().size();
  }

  private void isStillAChildEverywhere() {
    two.round();
    for (Desk at : List.of(hall.one, hall.two, hall.hq)) {
      assertThat(line(at, person).possiblyChild()).isTrue();
      assertThat(line(at, person).disputes()).as("it is loud").isPositive();
    }
    assertThat(hall.hq.disagreements().open()).as("it waits for two").contains(person);
    assertThat(
            new AnyOrder(folder)
                .same(
                    AnyOrder.changes(hall.one),
                    Set.of(person),
                    at -> "" + line(at, person).possiblyChild()))
        .isEqualTo("true");
  }

  @Test
  void aChildStaysOneThoughAnotherLaptopWritesAnAdultsDate() {
    writes(grown());
    isStillAChildEverywhere();
  }

  @Test
  void norThoughItWritesThatNobodyKnowsFirst() {
    writes(PartialDate.unknown("").toValue());
    assertThat(line(hall.two, person).possiblyChild()).isTrue();
    writes(grown());
    isStillAChildEverywhere();
  }

  @Test
  void norThoughItTakesTheDateAway() {
    writes(Value.Nothing.HERE);
    isStillAChildEverywhere();
  }

  @Test
  void norThoughOneOfficerOfTheSameLaptopDoes() {
    hall.one.people().setBirth(person, "3/5/1990", "looks older");
    hall.give(hall.one, hall.two);
    hall.report(hall.one);
    for (Desk at : List.of(hall.one, hall.two, hall.hq)) {
      assertThat(line(at, person).certainlyChild()).isTrue();
    }
    assertThat(hall.hq.disagreements().open()).as("it waits for two").contains(person);
    assertThat(hall.one.ages().waiting(person)).as("a second one there can sign").hasSize(1);
    assertThat(hall.two.ages().waiting(person)).isEmpty();
    assertThat(hall.hq.ages().waiting(person)).as("here two decide").isEmpty();
  }

  @Test
  void whatWasWrittenTwiceOverAChildsDateWaitsEachByItself() {
    hall.one.officers().add("Officer Five Example", "five", "phrase of five".toCharArray());
    Station there = Desks.station(hall.two);
    Map<Compartment, List<RevisionId>> on =
        Map.of(
            Compartment.INVESTIGATION,
            there.view().records().heads(person, Compartment.INVESTIGATION));
    for (String date : List.of("3/5/1990", "7/8/1985")) {
      Map<String, Value> birth = Map.of("birth", hall.two.people().readBirth(date).toValue());
      new Ledger(there).write(new Act().editOn(on, person, Kinds.PERSON, birth, Map.of()));
    }
    hall.give(hall.two, hall.one);
    List<Ages.Waiting> waiting = hall.one.ages().waiting(person);
    assertThat(waiting)
        .extracting(w -> PartialDate.of(w.is()).typed())
        .containsExactlyInAnyOrder("3/5/1990", "7/8/1985");
    assertThat(waiting)
        .as("each says what a signature ends besides")
        .allSatisfy(
            w ->
                assertThat(w.beside())
                    .containsExactlyElementsOf(
                        waiting.stream().filter(o -> !o.equals(w)).map(Ages.Waiting::is).toList()));
    assertThat(hall.one.tonight().todo().stream().flatMap(t -> t.age().stream()))
        .containsExactlyInAnyOrderElementsOf(waiting);
    assertThat(
            hall.one
                .ages()
                .sign(waiting.getLast(), false, "is 16", "five", "phrase of five".toCharArray()))
        .isEqualTo(Ages.Signed.DONE);
    assertThat(hall.one.ages().waiting(person)).isEmpty();
    assertThat(line(hall.one, person).certainlyChild()).isTrue();
  }

  /** Neither has read what the other wrote, and nobody was asked for a certificate. */
  @Test
  void twoWhoDidNotKnowOfEachOtherHaveNotSigned() {
    hall.one.people().setBirth(person, "3/5/1990", "looks older");
    hall.two.people().setBirth(person, "3/5/1990", "looks older");
    hall.give(hall.one, hall.two);
    hall.give(hall.two, hall.one);
    hall.report(hall.one);
    hall.report(hall.two);
    for (Desk at : List.of(hall.one, hall.two, hall.hq)) {
      assertThat(line(at, person).possiblyChild()).isTrue();
      assertThat(births(at, person)).isGreaterThan(1);
    }
    assertThat(hall.one.ages().waiting(person)).as("each waits for somebody").isNotEmpty();
  }

  /** Two stations that write the same have two first words; somebody signs for one of them. */
  @Test
  void writingItOnceMoreSignsNothingAndASecondOfficerThereDoes() {
    hall.one.officers().add("Officer Five Example", "five", "phrase of five".toCharArray());
    Desks.certify(hall.one, hall.hq, folder, "five");
    hall.two.people().setBirth(person, "3/5/1990", "seen in a passport");
    hall.give(hall.two, hall.one);
    hall.one.people().setBirth(person, "3/5/1990", "seen in the passport, too");
    assertThat(line(hall.one, person).possiblyChild()).as("nobody has signed").isTrue();
    Ages.Waiting own =
        hall.one.ages().waiting(person).stream()
            .filter(w -> w.by().equals(Desks.station(hall.one).me()))
            .findFirst()
            .orElseThrow();
    assertThat(
            hall.one.ages().sign(own, true, "seen it, too", "five", "phrase of five".toCharArray()))
        .isEqualTo(Ages.Signed.DONE);
    hall.report(hall.two);
    hall.report(hall.one);
    hall.give(hall.one, hall.two);
    for (Desk at : List.of(hall.one, hall.two, hall.hq)) {
      assertThat(births(at, person)).isEqualTo(1);
      assertThat(line(at, person).possiblyChild()).isFalse();
    }
  }

  @Test
  void aCorrectionThatTakesNothingAwayWaitsForNobody() {
    hall.two.people().setBirth(person, "16", "her school card");
    two.round();
    assertThat(births(hall.hq, person)).isEqualTo(1);
    RecordId other =
        hall.one
            .people()
            .add(
                two.caseId,
                new People.NewPerson("A-3", "", "Person Example", "f", "24", "th"),
                "",
                "");
    Hall.says(hall.one, other, Consents.Answer.YES);
    hall.give(hall.one, hall.two);
    hall.two.people().setBirth(other, "3/5/2001", "seen in a passport");
    two.round();
    for (Desk at : List.of(hall.one, hall.two, hall.hq)) {
      assertThat(births(at, other)).as("an adult's, more exactly").isEqualTo(1);
    }
  }

  @Test
  void twoOfficersAtHeadquartersDecideForEverybody() {
    hall.secondOfficer();
    hall.two.people().setBirth(person, "3/5/1990", "seen in a passport");
    two.round();
    Disagreement.Point birth =
        hall.hq.disagreements().of(person).orElseThrow().points().stream()
            .filter(p -> p.key().equals("birth"))
            .findFirst()
            .orElseThrow();
    assertThat(birth.byTwo()).isTrue();
    Disagreement.Voice passport =
        birth.voices().stream().filter(v -> v.value().equals(grown())).findFirst().orElseThrow();
    assertThat(
            hall.hq
                .disagreements()
                .decideByTwo(
                    person,
                    Map.of("birth", new Choice.Keep(passport.version())),
                    "the passport was seen",
                    "nine",
                    "phrase of nine".toCharArray())
                .name())
        .isEqualTo("DONE");
    assertThat(line(hall.hq, person).possiblyChild()).isFalse();
    for (Desk at : List.of(hall.one, hall.two)) {
      Desks.take(at, List.of(AnyOrder.changes(hall.hq).getLast()));
      assertThat(line(at, person).possiblyChild()).isFalse();
      assertThat(births(at, person)).isEqualTo(1);
    }
    assertThat(hall.hq.reopening().made(5)).hasSize(1);
    hall.hq.reopening().takeBack(hall.hq.reopening().made(5).getFirst().id(), "another one's");
    assertThat(line(hall.hq, person).possiblyChild()).as("open as it was").isTrue();
  }

  @Test
  void norDoesOneOfHeadquartersTakeItAway() {
    hall.report(hall.one);
    hall.hq.people().setBirth(person, "3/5/1990", "seen in a passport");
    assertThat(line(hall.hq, person).possiblyChild()).isTrue();
    assertThat(hall.hq.disagreements().open()).contains(person);
    hall.hq.people().setBirth(person, "4/5/1990", "read again");
    assertThat(line(hall.hq, person).possiblyChild()).isTrue();
    assertThat(births(hall.hq, person)).isEqualTo(2);
  }

  private RecordId inside() {
    hall.one
        .triages()
        .inside(
            person,
            new Triages.Inside(
                "Su Example", "sister", "Compound R-7", "Block 2", "", "yes", "inside"));
    RecordId told = hall.one.stillInside().ofCase(two.caseId).getFirst().id();
    hall.give(hall.one, hall.two);
    return told;
  }

  private int lookedFor(Desk at) {
    int inside = at.insideSites().sites().stream().mapToInt(InsideSites.Site::inside).sum();
    assertThat(at.stillInside().ofCase(two.caseId)).hasSize(inside);
    return inside;
  }

  @Test
  void whoWasToldOfAsInsideIsLookedForThoughAnotherLaptopWritesThatTheyAreOut() {
    RecordId told = inside();
    two.byHand(told, Kinds.INSIDE, Map.of("status", Value.text("out")));
    two.round();
    for (Desk at : List.of(hall.one, hall.two, hall.hq)) {
      assertThat(lookedFor(at)).isEqualTo(1);
    }
    assertThat(hall.hq.disagreements().open()).as("it waits for a decision").contains(told);
    two.byHand(told, Kinds.INSIDE, Map.of("status", Value.Nothing.HERE));
    hall.give(hall.two, hall.one);
    hall.report(hall.two);
    assertThat(lookedFor(hall.hq)).isEqualTo(1);
    assertThat(
            new AnyOrder(folder)
                .same(
                    AnyOrder.changes(hall.one),
                    Set.of(told),
                    at -> "" + at.insideSites().sites().getFirst().inside()))
        .isEqualTo("1");
  }

  @Test
  void norAreTheyFoundByTheWordOfALaptopThatNobodyToldOfThem() {
    RecordId told = inside();
    RecordId here =
        hall.two
            .people()
            .register(List.of(new People.NewPerson("B-1", "", "Su Example", "", "30", "my")))
            .getFirst();
    hall.two.cameOut().same(told, here, "stands in the hall, they write");
    assertThat(lookedFor(hall.two)).as("who says so answers for it").isZero();
    RecordId link = Desks.station(hall.two).view().records().ofKind("sameperson").getFirst().id();
    hall.report(hall.one);
    hall.report(hall.two);
    Desks.take(
        hall.one,
        AnyOrder.changes(hall.two).stream()
            .filter(c -> Ledger.records(c).stream().anyMatch(List.of(here, link)::contains))
            .toList());
    for (Desk at : List.of(hall.one, hall.hq)) {
      assertThat(lookedFor(at)).isEqualTo(1);
      assertThat(at.insideSites().all().getFirst().heard())
          .singleElement()
          .satisfies(h -> assertThat(h.elsewhere()).as("it is shown").isEqualTo("B-1"))
          .satisfies(h -> assertThat(h.now()).isEmpty());
    }
    hall.hq.cameOut().same(told, here, "her sister has seen her");
    assertThat(lookedFor(hall.hq)).as("headquarters says so, too").isZero();
    hall.one.cameOut().same(told, here, "her sister has seen her");
    assertThat(lookedFor(hall.one)).as("where it was told").isZero();
  }

  private void atHeadquarters(RecordId told, String status) {
    hall.hq
        .stillInside()
        .edit(
            told,
            new StillInside.Written(
                "Su Example",
                "sister",
                "Compound R-7",
                "Block 2",
                "",
                "yes",
                status,
                "agency",
                "",
                ""),
            "an embassy rang");
  }

  @Test
  void norByOneOfficerAtHeadquartersWhoseWordIsEnoughForAll() {
    twoEndTheSearch("out", "died");
  }

  @Test
  void norByOneThereWhoWritesThatTheyHaveDied() {
    twoEndTheSearch("died", "out");
  }

  private void twoEndTheSearch(String end, String again) {
    hall.secondOfficer();
    RecordId told = inside();
    hall.report(hall.one);
    atHeadquarters(told, end);
    assertThat(lookedFor(hall.hq)).isEqualTo(1);
    assertThat(hall.hq.insideSites().all().getFirst().heard())
        .as("and it is shown that somebody says otherwise")
        .singleElement()
        .matches(InsideSites.Heard::endDisputed);
    assertThatThrownBy(() -> atHeadquarters(told, again))
        .as("what differs is decided, and not written again")
        .isInstanceOfSatisfying(
            CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.DISPUTED));
    Desks.take(hall.one, List.of(AnyOrder.changes(hall.hq).getLast()));
    assertThat(lookedFor(hall.one)).isEqualTo(1);
    Disagreement.Point status =
        hall.hq.disagreements().of(told).orElseThrow().points().stream()
            .filter(p -> p.key().equals("status"))
            .findFirst()
            .orElseThrow();
    assertThat(status.byTwo()).isTrue();
    Disagreement.Voice over =
        status.voices().stream()
            .filter(v -> v.value().equals(Value.text(end)))
            .findFirst()
            .orElseThrow();
    hall.hq
        .disagreements()
        .decideByTwo(
            told,
            Map.of("status", new Choice.Keep(over.version())),
            "the embassy has her",
            "nine",
            "phrase of nine".toCharArray());
    assertThat(lookedFor(hall.hq)).as("two have decided").isZero();
  }
}
