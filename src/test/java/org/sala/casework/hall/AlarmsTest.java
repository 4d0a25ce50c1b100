package org.sala.casework.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.carrier.TestStore;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Halls;
import org.sala.casework.Workplace;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.People;
import org.sala.casework.screening.Interpreters;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.Act;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.casework.station.Tools;
import org.sala.casework.sync.StoreForm;
import org.sala.casework.sync.StoreForms;
import org.sala.casework.sync.Tally;
import org.sala.casework.todo.ToDo;
import org.sala.casework.todo.WaitingLine;
import org.sala.domain.ChangeId;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** A danger on one laptop of a hall: three real workspaces, one real folder, nobody seals. */
class AlarmsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static Halls hall;
  private static Desk one;
  private static Desk two;
  private static Desk three;

  /** One hall for all tests: its laptops are slow to set up, and each test ends what it raised. */
  @BeforeAll
  static void threeLaptops() throws IOException {
    Path shared = Files.createDirectory(folder.resolve("shared"));
    hall = Halls.of(folder, "A", "B", "C");
    one = hall.station("A");
    two = hall.station("B");
    three = hall.station("C");
    hall.stations().forEach(d -> d.sync().carriers().addFolder(shared, "Hall"));
  }

  @AfterAll
  static void everybodyGoesHome() {
    hall.close();
  }

  @AfterEach
  void nobodyIsInDangerAnyMore() {
    rounds();
    one.alarms()
        .open()
        .forEach(a -> one.triages().told(a.person(), "danger", "Duty officer Example"));
    rounds();
    hall.stations().forEach(d -> assertThat(d.alarms().open()).isEmpty());
  }

  private static RecordId inDanger(Desk desk, String number) {
    RecordId person =
        desk.people()
            .register(List.of(new People.NewPerson(number, "Somebody Example", "", "f", "", "th")))
            .getFirst();
    desk.triages().done(person, new Triages.Answers(Map.of("q6", "yes"), Map.of("q6", "a threat")));
    return person;
  }

  private static Tally round(Desk desk) {
    return desk.sync().once(desk.sync().carriers().list().getFirst().id());
  }

  /** One after the other, as often as it takes everything to everybody. */
  private static void rounds() {
    Stream.of(one, two, three, one, two, three).forEach(AlarmsTest::round);
  }

  private static Optional<ToDo> danger(Desk desk) {
    return desk.tonight().todo().stream().filter(r -> r.what() == ToDo.What.DANGER).findFirst();
  }

  private static Alarm alarm(Desk desk) {
    return danger(desk).flatMap(ToDo::alarm).orElseThrow();
  }

  @Test
  void itStandsFirstOnEveryOtherLaptopWithANumberAndNoMore() {
    inDanger(one, "A-1");
    rounds();
    for (Desk desk : List.of(two, three)) {
      ToDo first = desk.tonight().todo().getFirst();
      assertThat(first.what()).isEqualTo(ToDo.What.DANGER);
      assertThat(first.whose()).isEqualTo(ToDo.Whose.NOBODY);
      assertThat(first.alarm().orElseThrow().number()).isEqualTo("A-1");
      assertThat(first.alarm().orElseThrow().station()).isEqualTo("Station A");
      Station there = Desks.station(desk);
      for (String kind : List.of("person", "triage", "case", "involvement")) {
        assertThat(there.view().records().ofKind(kind))
            .as("nothing but the alarm came: %s", kind)
            .allMatch(
                r ->
                    there
                        .view()
                        .records()
                        .revisions(r.id())
                        .getFirst()
                        .station()
                        .equals(there.identity().station()));
      }
    }
    assertThat(hall.headquarters().alarms().open()).isEmpty();
    assertThat(round(one).items()).as("and then there is nothing more to send").isEmpty();
  }

  @Test
  void whoTakesItOnIsSeenOnAllAndItStandsUntilItIsWrittenWhereItWasRaised() {
    RecordId person = inDanger(one, "A-4");
    rounds();
    two.alarms().take(alarm(two).id());
    rounds();
    for (Desk desk : List.of(one, three)) {
      assertThat(danger(desk).orElseThrow().whose()).isEqualTo(ToDo.Whose.OTHER);
      assertThat(alarm(desk).taken())
          .extracting(Alarm.Answer::officer, Alarm.Answer::station)
          .containsExactly(org.assertj.core.groups.Tuple.tuple("Officer B Example", "Station B"));
    }
    three
        .alarms()
        .told(
            alarm(three).id(),
            "Duty officer Example, in person",
            three.alarms().open().getFirst().since());
    rounds();
    assertThat(danger(two)).as("elsewhere it is settled").isEmpty();
    assertThat(danger(three)).isEmpty();
    assertThat(alarm(one).told().orElseThrow().station())
        .as("where it was raised it is shown, and stands")
        .isEqualTo("Station C");
    one.triages()
        .told(
            person,
            "danger",
            new Triages.Told("Duty officer Example", "in person", alarm(one).since()));
    rounds();
    hall.stations().forEach(d -> assertThat(d.alarms().open()).isEmpty());
    one.triages().raise(person, "danger");
    rounds();
    assertThat(alarm(two).taken()).as("raised again it is a new one").isEmpty();
  }

  @Test
  void toWhomAndHowStaysWhereItWasWritten() {
    inDanger(one, "A-5");
    rounds();
    two.alarms().told(alarm(two).id(), "The consul of Exampleland", alarm(two).since());
    rounds();
    assertThat(
            new org.sala.casework.station.ProtectedPart(Desks.station(one)).fields(alarm(one).id()))
        .isEmpty();
    assertThat(alarm(one).told()).isPresent();
  }

  @Test
  void theOrdinarySyncBringsItByItselfAndTheAnswerBack() {
    ExecutorService lanes = Executors.newFixedThreadPool(2);
    try {
      hall.stations().forEach(d -> d.sync().start(lanes));
      inDanger(one, "A-6");
      await().atMost(PATIENCE).until(() -> danger(two).isPresent() && danger(three).isPresent());
      three.alarms().take(alarm(three).id());
      await().atMost(PATIENCE).until(() -> !alarm(one).taken().isEmpty());
      await().atMost(PATIENCE).until(() -> !alarm(two).taken().isEmpty());
    } finally {
      hall.stations().forEach(d -> d.sync().stop());
      lanes.shutdown();
    }
  }

  @Test
  void afterTenMinutesWithoutAnAnswerItIsFirstInEveryList() {
    one.interpreters().write("IN-04", List.of("my"), Interpreters.Reach.HERE);
    one.people().register(List.of(new People.NewPerson("W-1", "", "", "", "", "my")));
    RecordId late =
        one.people()
            .register(List.of(new People.NewPerson("W-2", "", "", "", "", "zh")))
            .getFirst();
    one.triages().raise(late, "danger");
    rounds();
    two.alarms().take(alarm(two).id());
    RecordId answered = late;
    RecordId other =
        one.people()
            .register(List.of(new People.NewPerson("W-3", "", "", "", "", "zh")))
            .getFirst();
    one.triages().raise(other, "danger");
    rounds();
    assertThat(line(one)).as("at first the line is as ever").startsWith("W-1");
    later(Duration.ofMinutes(11));
    assertThat(one.tonight().todo())
        .extracting(r -> r.person().map(People.PersonLine::wristband).orElse(""))
        .as("the one whom nobody has taken on before the one who was")
        .startsWith("W-3", "W-2");
    assertThat(line(one)).startsWith("W-3", "W-1");
    assertThat(one.people().find(answered)).isPresent();
    assertThat(two.tonight().todo())
        .extracting(r -> r.alarm().map(Alarm::number).orElse(""))
        .startsWith("W-3", "W-2");
  }

  @Test
  void afterTenMinutesItIsFirstAmongThoseWhoWaitForScreeningAsWell() {
    one.interpreters().write("IN-04", List.of("my"), Interpreters.Reach.HERE);
    RecordId first =
        one.people()
            .register(List.of(new People.NewPerson("S-1", "", "", "", "", "my")))
            .getFirst();
    one.triages().done(first, new Triages.Answers(Map.of("q6", "no"), Map.of()));
    RecordId other =
        one.people()
            .register(List.of(new People.NewPerson("S-2", "", "", "", "", "zh")))
            .getFirst();
    one.triages().done(other, new Triages.Answers(Map.of("q6", "yes"), Map.of("q6", "a threat")));
    rounds();
    assertThat(screened(one)).as("nobody speaks it, so another can begin").startsWith("S-1");
    later(Duration.ofMinutes(11));
    assertThat(screened(one)).startsWith("S-2");
    one.alarms().take(alarm(one).id());
    assertThat(screened(one)).as("somebody is on it").startsWith("S-1");
  }

  private static List<String> screened(Desk desk) {
    return numbers(desk.tonight().waitingForScreening());
  }

  private static List<String> line(Desk desk) {
    return numbers(desk.tonight().waiting());
  }

  private static List<String> numbers(List<WaitingLine.Waiting> line) {
    return line.stream()
        .map(WaitingLine.Waiting::person)
        .map(People.PersonLine::wristband)
        .toList();
  }

  private static Duration passed = Duration.ZERO;

  /** The laptops are opened again, later; no test goes back to before another. */
  private void later(Duration by) {
    passed = passed.plus(by);
    Tools then =
        new Tools(
            Clock.offset(Desks.CHEAP.clock(), passed),
            Desks.CHEAP.random(),
            Desks.CHEAP.policy(),
            Desks.CHEAP.newWorkspaces().get());
    for (String letter : List.of("A", "B")) {
      String name = letter.toLowerCase(java.util.Locale.ROOT);
      hall.leave(letter);
      hall.enter(
          letter,
          ((Workplace.Entry.Entered)
                  new Workplace(folder.resolve(name), then)
                      .unlock(name, ("phrase of " + name).toCharArray()))
              .desk());
    }
    one = hall.station("A");
    two = hall.station("B");
  }

  @Test
  void aPackageThatSaysDangerAndBringsAnythingElseIsRefused() {
    RecordId person = inDanger(one, "A-7");
    ChangeId act = Desks.station(one).view().records().revisions(person).getFirst().change();
    assertThat(one.packages().sealDanger(List.of(act))).isEqualTo(1);
    PackageLine sealed =
        one.packages().list().stream().filter(PackageLine::alarm).findFirst().orElseThrow();
    Path brought = one.packages().carry(sealed.id(), Desks.stick(folder.resolve("stick")));
    assertThat(two.packages().take(brought)).isInstanceOf(Importing.Outcome.Refused.class);
    assertThat(two.people().find(person)).isEmpty();
  }

  @Test
  void whatASupervisorRaisesIsHeardLikeAnybodyElses() {
    Desks.enrolSupervisor(three, hall.headquarters(), folder, "C");
    RecordId person = inDanger(three, "C-1");
    rounds();
    assertThat(alarm(one).number()).isEqualTo("C-1");
    assertThat(alarm(two).number()).isEqualTo("C-1");
    three.triages().told(person, "danger", "Duty officer Example");
    Desks.enrol(three, hall.headquarters(), folder, "C");
  }

  /** A stolen laptop whose key nobody has taken back yet. */
  @Test
  void aLaptopThatLiesEndsNothingSpeaksForNobodyAndSpoilsNoList() {
    RecordId person = inDanger(one, "A-9");
    rounds();
    RecordId alarm = alarm(three).id();
    String three = Desks.station(AlarmsTest.three).identity().station().toString();
    Moment now = alarm(AlarmsTest.three).since();
    Station thief = Desks.station(two);
    Ledger ledger = new Ledger(thief);
    ledger.write(
        new Act()
            .edit(
                alarm,
                Kinds.ALARM,
                Map.of(
                    "ended",
                    now.toValue(),
                    "toldBy/" + three,
                    Value.text("Officer C Example"),
                    "toldAt/" + three,
                    now.toValue())));
    Map<String, Value> nonsense =
        Map.of(
            "from", Value.text(thief.identity().station().toString()),
            "person", Value.ref(person),
            "since", Value.text("a while ago"),
            "takenBy/nobody", Value.text("Officer B Example"));
    ledger.write(new Act().make(thief.ids().record(), Kinds.ALARM, thief.scope(), nonsense));
    Map<String, Value> forged =
        Map.of(
            "from", Value.text(three),
            "person", Value.ref(person),
            "number", Value.text("C-1"),
            "since", now.toValue());
    ledger.write(new Act().make(thief.ids().record(), Kinds.ALARM, thief.scope(), forged));
    rounds();
    for (Desk desk : List.of(one, AlarmsTest.three)) {
      assertThat(desk.alarms().open())
          .as("what was raised stands, nobody was told, and nothing else was raised")
          .singleElement()
          .satisfies(a -> assertThat(a.id()).isEqualTo(alarm))
          .satisfies(a -> assertThat(a.told()).isEmpty());
    }
    assertThat(danger(AlarmsTest.three)).isPresent();
  }

  @Test
  void itGoesIntoNoStoreWhereOtherHallsMeet() throws IOException {
    inDanger(one, "A-8");
    round(one);
    try (TestStore store = new TestStore()) {
      StoreForm form = StoreForms.to(store);
      String carrier = one.sync().carriers().addStore(form, "Store").id();
      Tally there = one.sync().once(carrier);
      one.sync().carriers().remove(carrier);
      assertThat(there.why()).isEmpty();
      assertThat(there.items()).isEmpty();
    }
  }
}
