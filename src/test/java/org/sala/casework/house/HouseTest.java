package org.sala.casework.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.casework.screening.Findings;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Seen;
import org.sala.domain.Change;
import org.sala.domain.RecordId;

/** The board of a house: who sleeps where, what must not be, and what a shift hands on. */
class HouseTest {
  @TempDir Path folder;
  private Desk desk;
  private RecordId woman;
  private RecordId child;
  private RecordId man;

  @BeforeEach
  void unlock() {
    desk = Desks.create(folder.resolve("night"), "Officer One Example", "one");
    List<RecordId> all =
        desk.people()
            .register(
                List.of(
                    new People.NewPerson("A-001", "", "Mi Example", "female", "1994", "my"),
                    new People.NewPerson("A-002", "", "", "female", "about 12", "my"),
                    new People.NewPerson("A-003", "", "", "male", "1980", "th")));
    woman = all.get(0);
    child = all.get(1);
    man = all.get(2);
  }

  @AfterEach
  void lock() {
    desk.close();
  }

  private static Stay.Placing bed(String room, String bed) {
    return new Stay.Placing(
        "House of Examples", room, bed, Stay.Freedom.FREE, "", Stay.Phone.OWN, "");
  }

  private House.Line line(RecordId person) {
    return desk.house().board().lines().stream()
        .filter(l -> l.person().id().equals(person))
        .findFirst()
        .orElseThrow();
  }

  private List<House.Alarming> alarms(RecordId person) {
    return line(person).alarms().stream().map(House.Alarm::what).toList();
  }

  private List<Handovers.What> since() {
    return desk.house().board().since().stream().map(Handovers.Happened::what).toList();
  }

  @Test
  void thatTwoLaptopsDifferOnWhereSomebodySleepsStandsOnTheBoardAndFirst() throws Exception {
    desk.stays().begin(woman, bed("4", "A"));
    RecordId stay = desk.stays().begin(man, bed("1", "A"));
    desk.close();
    Path here = folder.resolve("night");
    Path copy = folder.resolve("copy");
    try (var files = Files.walk(here)) {
      for (Path f : files.toList()) {
        Files.copy(f, copy.resolve(here.relativize(f).toString()));
      }
    }
    desk = Desks.unlock(here, "one");
    desk.stays().place(stay, bed("3", "B"));
    assertThat(line(man).stay().differs()).isFalse();
    try (Desk other = Desks.unlock(copy, "one")) {
      other.stays().place(stay, bed("5", "B"));
      List<Change> all = new ArrayList<>();
      Desks.station(other).journal().replay(0, run -> run.forEach(c -> all.add(c.change())));
      Desks.take(desk, List.of(all.getLast()));
    }
    assertThat(line(man).stay().differs()).isTrue();
    assertThat(line(woman).stay().differs()).isFalse();
    assertThat(desk.house().board().lines())
        .extracting(l -> l.person().wristband())
        .as("before whom nothing is wrong with")
        .containsExactly("A-003", "A-001");
  }

  @Test
  void whoHasArrivedHasNoBedUntilOneIsGivenAndNoneAfterLeaving() {
    assertThat(desk.house().board().without()).hasSize(3);
    RecordId stay = desk.stays().begin(woman, bed("1", "A"));
    assertThat(desk.house().board().lines()).hasSize(1);
    assertThat(desk.house().board().without())
        .extracting(People.PersonLine::id)
        .containsOnly(child, man);
    assertThatThrownBy(() -> desk.stays().begin(woman, bed("1", "B")))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.ALREADY_DONE));
    desk.stays().next(stay, "Doctor", Optional.of(Desks.station(desk).now()), "Nurse Example");
    desk.stays().whereabouts(stay, Stay.State.HOSPITAL, "Hospital of Examples", Optional.empty());
    Stay now = line(woman).stay();
    assertThat(now.state()).isEqualTo(Stay.State.HOSPITAL);
    assertThat(now.living().orElseThrow().where()).isEqualTo("Hospital of Examples");
    assertThat(now.step().orElseThrow().by()).isEqualTo("Nurse Example");
    desk.stays().whereabouts(stay, Stay.State.LEFT, "", Optional.empty());
    assertThat(desk.house().board().lines()).isEmpty();
    assertThat(desk.house().board().without())
        .extracting(People.PersonLine::id)
        .containsOnly(child, man);
    desk.stays().begin(woman, bed("2", "A"));
    assertThat(line(woman).stay().state()).as("somebody may come back").isEqualTo(Stay.State.HERE);
  }

  @Test
  void whatIsTakenFromSomebodyHasAReason() {
    assertThatThrownBy(
            () -> new Stay.Placing("", "1", "A", Stay.Freedom.CONFINED, " ", Stay.Phone.OWN, ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Stay.Placing("", "1", "A", Stay.Freedom.FREE, "", Stay.Phone.NONE, ""))
        .isInstanceOf(IllegalArgumentException.class);
    RecordId stay = desk.stays().begin(woman, bed("1", "A"));
    assertThatThrownBy(
            () -> desk.stays().whereabouts(stay, Stay.State.MOVED, " ", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(desk.stays().place(stay, bed("1", "A"))).as("nothing is new").isEmpty();
    desk.stays()
        .place(
            stay,
            new Stay.Placing(
                "House of Examples",
                "1",
                "A",
                Stay.Freedom.ACCOMPANIED,
                "Was followed yesterday, example",
                Stay.Phone.OWN,
                ""));
    assertThat(line(woman).stay().living().orElseThrow().placing().freedom())
        .isEqualTo(Stay.Freedom.ACCOMPANIED);
  }

  @Test
  void whoChangesTheTelephoneMovesNobodyBackIntoTheBedOfBefore() {
    Stay.Placing opened = bed("1", "A");
    RecordId stay = desk.stays().begin(child, opened);
    Seen seen = line(child).stay().seen();
    desk.stays().place(stay, bed("2", "B"));
    desk.stays()
        .place(
            stay,
            opened,
            new Stay.Placing(
                "House of Examples", "1", "A", Stay.Freedom.FREE, "", Stay.Phone.SHARED, "works"),
            seen);
    Stay.Placing now = line(child).stay().living().orElseThrow().placing();
    assertThat(now.room()).isEqualTo("2");
    assertThat(now.phone()).isEqualTo(Stay.Phone.SHARED);
  }

  @Test
  void aChildBehindOneDoorWithAnUnverifiedAdultIsRedOnBothSides() {
    desk.stays().begin(child, bed("", ""));
    assertThat(alarms(child)).containsExactly(House.Alarming.CHILD_WITHOUT_ROOM);
    desk.stays().place(line(child).stay().id(), bed("2", "A"));
    desk.stays().begin(woman, bed("2 ", "B"));
    desk.stays().begin(man, bed("3", "A"));
    assertThat(alarms(child)).containsExactly(House.Alarming.CHILD_WITH_UNVERIFIED);
    assertThat(alarms(woman)).containsExactly(House.Alarming.CHILD_WITH_UNVERIFIED);
    assertThat(alarms(man)).isEmpty();
    desk.pairs().verified(child, woman, "Both papers name her as mother, example");
    assertThat(alarms(child))
        .as("one officer's word is not enough")
        .containsExactly(House.Alarming.CHILD_WITH_UNVERIFIED);
    assertThat(line(child).bonds()).singleElement().matches(b -> b.pair().waits());
    desk.stays()
        .whereabouts(line(woman).stay().id(), Stay.State.HOSPITAL, "Example", Optional.empty());
    assertThat(alarms(child)).as("she sleeps elsewhere").isEmpty();
  }

  @Test
  void keepingApartCountsAtOnceAndEndsOnlyWithASecondCertifiedOfficer() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
      desk.stays().begin(woman, bed("1", "A"));
      desk.stays().begin(man, bed("1", "B"));
      RecordId pair = desk.pairs().apart(woman, man, "Was his guard, example");
      assertThat(alarms(woman)).containsExactly(House.Alarming.APART_SAME_ROOM);
      assertThat(alarms(man)).containsExactly(House.Alarming.APART_SAME_ROOM);
      desk.pairs().end(pair, "They say it was a mistake, example");
      assertThat(alarms(man)).containsExactly(House.Alarming.APART_SAME_ROOM);
      assertThat(desk.pairs().agree(pair, "one", "phrase of one".toCharArray()))
          .isEqualTo(Findings.Confirmed.SAME_OFFICER);
      assertThat(desk.pairs().agree(pair, "two", "wrong".toCharArray()))
          .isEqualTo(Findings.Confirmed.WRONG_PASSPHRASE);
      assertThat(desk.pairs().agree(pair, "two", "phrase of two".toCharArray()))
          .isEqualTo(Findings.Confirmed.DONE);
      assertThat(alarms(man))
          .as("nobody has certified these officers")
          .containsExactly(House.Alarming.APART_SAME_ROOM);
      Desks.enrol(desk, hq, folder, "A");
      Desks.certify(desk, hq, folder, "two");
      assertThat(alarms(man)).isEmpty();
      assertThat(line(man).bonds()).isEmpty();
    }
  }

  @Test
  void onlyWhatCameAfterTheLastHandoverIsNew() {
    RecordId stay = desk.stays().begin(woman, bed("1", "A"));
    assertThat(desk.house().board().last()).isEmpty();
    assertThat(since()).isEmpty();
    desk.handovers().handOver("Officer Two Example", "Room 1 needs a lamp, example");
    Handovers.Handover last = desk.house().board().last().orElseThrow();
    assertThat(last.here()).isEqualTo(1);
    assertThat(last.by()).isEqualTo("Officer One Example");
    assertThat(last.note()).isEqualTo("Room 1 needs a lamp, example");
    assertThat(since()).isEmpty();
    desk.stays().place(stay, bed("4", "C"));
    desk.stays().begin(child, bed("5", "A"));
    desk.stays().visited(stay, "A sister, example", true);
    desk.pairs().apart(woman, man, "example");
    desk.triages()
        .done(man, new Triages.Answers(java.util.Map.of("q1", "yes"), java.util.Map.of()));
    assertThat(since())
        .containsExactlyInAnyOrder(
            Handovers.What.PLACE,
            Handovers.What.CAME,
            Handovers.What.PLACE,
            Handovers.What.VISIT,
            Handovers.What.APART,
            Handovers.What.URGENT);
    desk.handovers().handOver("Officer Three Example", "");
    assertThat(since()).isEmpty();
  }

  @Test
  void daysToReflectAreCountedFromTheFirstDay() {
    RecordId stay = desk.stays().begin(woman, bed("1", "A"));
    assertThatThrownBy(() -> desk.stays().reflect(stay, 0))
        .isInstanceOf(IllegalArgumentException.class);
    desk.stays().reflect(stay, 30);
    Stay.Reflection days = line(woman).stay().reflection().orElseThrow();
    assertThat(days.day(days.from())).isEqualTo(1);
    assertThat(days.over(days.from().plusDays(29))).isFalse();
    assertThat(days.over(days.from().plusDays(30))).isTrue();
  }

  @Test
  void whereSomebodySleepsStandsNowhereInTheView() {
    RecordId stay = desk.stays().begin(woman, bed("1", "A"));
    desk.stays().next(stay, "Doctor", Optional.empty(), "Nurse Example");
    desk.stays().visited(stay, "A sister, example", false);
    assertThat(Desks.station(desk).view().records().fields(stay))
        .containsOnlyKeys("person", "state", "began", "since", "stepBy");
    assertThat(desk.house().board().toString() + line(woman).stay())
        .doesNotContain("House of Examples", "Doctor", "Mi Example", "sister");
    RecordId pair = desk.pairs().apart(woman, man, "Was his guard, example");
    assertThat(Desks.station(desk).view().records().fields(pair))
        .containsOnlyKeys("person", "other", "how", "at");
  }
}
