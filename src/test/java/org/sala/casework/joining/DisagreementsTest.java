package org.sala.casework.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.history.Histories;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.todo.ToDo;
import org.sala.domain.Change;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/** Two stations write differently about one person; headquarters decides, and both hear of it. */
class DisagreementsTest {
  @TempDir Path folder;
  private Desk hq;
  private Desk one;
  private Desk two;
  private RecordId caseId;
  private RecordId person;

  @BeforeEach
  void twoVersions() {
    hq = Desks.headquarters(folder.resolve("hq"));
    hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
    hq.headquarters().certify(hq.headquarters().uncertified().keySet().iterator().next(), "EX-9");
    one = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(one, hq, folder, "A");
    two = Desks.create(folder.resolve("b"), "Officer Two Example", "two");
    Desks.enrol(two, hq, folder, "B");
    caseId = one.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    person =
        one.people()
            .add(
                caseId,
                new People.NewPerson("A-001", "", "Somebody Example", "", "about 17", "my"),
                "said",
                "");
    List<Change> all = new ArrayList<>();
    Desks.station(one).journal().replay(0, run -> run.forEach(c -> all.add(c.change())));
    Desks.take(two, all);
    report(one);
    one.people().setBirth(person, "2001-03-14", "read from a passport");
    one.people().edit(person, Map.of("roman", Value.text("Somebody")), "");
    two.people().setBirth(person, "2009", "said by the person");
    two.people().edit(person, Map.of("language/kar", Value.flag(true)), "");
    report(one);
    report(two);
  }

  @AfterEach
  void end() {
    one.close();
    two.close();
    hq.close();
  }

  /** Seals, carries, takes; the receipt comes back where it is wanted. */
  private Optional<RecordId> report(Desk from) {
    PackageLine sealed =
        from.packages().seal(from.packages().plan(Optional.empty()), Progress.none());
    Path carried = from.packages().carry(sealed.id(), folder.resolve("usb"));
    return ((Importing.Outcome.Imported) hq.packages().take(carried)).receipt();
  }

  private void takes(Desk station, RecordId fromHeadquarters) {
    Path carried = hq.packages().carry(fromHeadquarters, folder.resolve("usb"));
    assertThat(station.packages().take(carried)).isInstanceOf(Importing.Outcome.Imported.class);
  }

  private Disagreement disagreement() {
    return hq.disagreements().of(person).orElseThrow();
  }

  private Disagreement.Point birth() {
    return disagreement().points().stream()
        .filter(p -> p.key().equals("birth"))
        .findFirst()
        .orElseThrow();
  }

  /** The version of that station. */
  private Map<String, Choice> keep(String station) {
    return Map.of(
        "birth",
        new Choice.Keep(
            birth().voices().stream()
                .filter(v -> v.station().equals(station))
                .findFirst()
                .orElseThrow()
                .version()));
  }

  private Disagreements.Decided decide(Map<String, Choice> choices) {
    return hq.disagreements()
        .decideByTwo(
            person, choices, "the passport was seen", "nine", "phrase of nine".toCharArray());
  }

  private List<Value> births(Desk desk) {
    return desk.people().fields(person).get("birth").versions();
  }

  /** What a desk has written since, as it wrote it. */
  private static List<Change> since(Desk from, long last) {
    List<Change> all = new ArrayList<>();
    Desks.station(from).journal().replay(last, run -> run.forEach(c -> all.add(c.change())));
    return all;
  }

  private static long last(Desk desk) {
    return Desks.station(desk).journal().last();
  }

  @Test
  void whatDiffersInAProtectedPartWaitsThoughSomebodyWhoHasBothWritesOfSomethingElse() {
    long begun = last(one);
    RecordId guest =
        one.people()
            .add(caseId, new People.NewPerson("A-002", "", "Guest Example", "", "", "my"), "", "");
    List<Change> added = since(one, begun);
    Desks.take(two, added);
    Desks.take(hq, added);
    long first = last(one);
    long second = last(two);
    one.people().edit(guest, Map.of("needs", Value.text("insulin")), "");
    two.people().edit(guest, Map.of("needs", Value.text("no medicine")), "");
    List<Change> ones = since(one, first);
    Desks.take(hq, since(two, second));
    assertThat(hq.disagreements().open()).doesNotContain(guest);
    Desks.take(hq, ones);
    assertThat(hq.disagreements().open()).contains(guest);

    Desks.take(two, ones);
    long both = last(two);
    two.people().edit(guest, Map.of("health", Value.text("a cough")), "");
    Desks.take(hq, since(two, both));
    assertThat(hq.disagreements().open()).as("one head holds both versions").contains(guest);

    long settled = last(hq);
    hq.people().edit(guest, Map.of("needs", Value.text("insulin, twice a day")), "asked again");
    assertThat(since(hq, settled)).hasSize(1);
    assertThat(hq.disagreements().open().contains(guest))
        .as("it waits as long as versions differ")
        .isEqualTo(hq.people().fields(guest).get("needs").versions().size() > 1);
  }

  @Test
  void aVersionThatCameAfterItWasShownIsNotDecidedAwayUnread() {
    Disagreement shown = hq.disagreements().of(person).orElseThrow();
    RevisionId keep =
        shown.points().stream()
            .filter(p -> p.key().equals("birth"))
            .findFirst()
            .orElseThrow()
            .voices()
            .getFirst()
            .version();
    anotherComes();
    Map<String, Choice> choices = Map.of("birth", new Choice.Keep(keep));
    assertThatThrownBy(
            () ->
                hq.disagreements()
                    .decideByTwo(shown, choices, "why", "nine", "phrase of nine".toCharArray()))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.CHANGED_SINCE));
  }

  /**
   * Choices that let something happen when they are made sure of for the n-th time, or, where that
   * is 0, when all is sure and they are being written.
   */
  private static Map<String, Choice> meanwhile(
      Map<String, Choice> choices, int nth, Runnable comes) {
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger written = new AtomicInteger();
    return new LinkedHashMap<>(choices) {
      private static final long serialVersionUID = 1L;

      @Override
      public boolean isEmpty() {
        if (asked.incrementAndGet() == nth) {
          comes.run();
        }
        return super.isEmpty();
      }

      @Override
      public Choice get(Object key) {
        if (nth == 0 && written.incrementAndGet() == 1) {
          comes.run();
        }
        return super.get(key);
      }
    };
  }

  /** Decides for the first one's version, while another one of the second one comes. */
  private Disagreements.Decided decideWhileOneComes(int nth) {
    Disagreement shown = disagreement();
    Map<String, Choice> choices = meanwhile(keep("Station A"), nth, this::anotherComes);
    return hq.disagreements()
        .decideByTwo(shown, choices, "why", "nine", "phrase of nine".toCharArray());
  }

  private void anotherComes() {
    two.people().setBirth(person, "2011", "her school card");
    report(two);
  }

  @Test
  void aVersionThatCameWhileTheSecondKeyWasOpenedIsNotDecidedAwayUnread() {
    assertThatThrownBy(() -> decideWhileOneComes(2))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.CHANGED_SINCE));
    assertThat(birth().voices()).hasSize(2);
  }

  @Test
  void aVersionThatComesAtTheMomentOfDecidingStandsBesideTheDecision() {
    assertThat(decideWhileOneComes(0)).isEqualTo(Disagreements.Decided.DONE);
    assertThat(births(hq)).hasSize(2);
    assertThat(birth().voices()).hasSize(2);
  }

  @Test
  void whatDiffersInNoPersonsRecordStandsInHeadquartersDoNextToo() {
    one.cases().edit(caseId, Map.of("place", Value.text("North")), "");
    two.cases().edit(caseId, Map.of("place", Value.text("South")), "");
    report(one);
    report(two);
    List<ToDo> versions =
        hq.tonight().todo().stream().filter(t -> t.what() == ToDo.What.VERSIONS).toList();
    assertThat(versions).hasSize(2);
    assertThat(versions)
        .filteredOn(t -> t.person().isEmpty())
        .singleElement()
        .satisfies(t -> assertThat(t.several()).contains(1))
        .satisfies(t -> assertThat(t.fields()).containsExactly("case"));
  }

  @Test
  void whatWasPutTogetherWithWhatOthersWroteSaysSoAtItsStation() {
    one.cases().edit(caseId, Map.of("place", Value.text("North")), "");
    two.cases().edit(caseId, Map.of("summary", Value.text("said in a hall")), "");
    takes(one, report(one).orElseThrow());
    assertThat(one.packages().reached(caseId)).isEqualTo(RecordStates.Reached.RECEIVED);
    takes(two, report(two).orElseThrow());
    assertThat(two.packages().reached(caseId)).isEqualTo(RecordStates.Reached.JOINED);
  }

  @Test
  void bothVersionsAreShownWithWhatTheyRestOnAndNothingIsPreselected() {
    assertThat(hq.disagreements().open()).containsExactly(person);
    Disagreement d = disagreement();
    assertThat(d.number()).isEqualTo("A-001");
    assertThat(d.possiblyChild()).as("while one version says so").isTrue();
    assertThat(d.points()).extracting(Disagreement.Point::key).containsExactly("birth");
    Disagreement.Point p = birth();
    assertThat(p.before()).isPresent();
    assertThat(p.byTwo()).isTrue();
    assertThat(p.voices())
        .extracting(
            Disagreement.Voice::station,
            Disagreement.Voice::officer,
            Disagreement.Voice::reason,
            Disagreement.Voice::parcel)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(
                "Station A", "EX-100A", Optional.of("read from a passport"), 2L),
            org.assertj.core.groups.Tuple.tuple(
                "Station B", "EX-100B", Optional.of("said by the person"), 1L));
    assertThat(d.joined())
        .extracting(Disagreement.Joined::key)
        .containsExactlyInAnyOrder("roman", "language/kar");
  }

  @Test
  void whatProtectsSomebodyIsDecidedByTwoOrNotAtAll() {
    Map<String, Choice> passport = keep("Station A");
    assertThatThrownBy(() -> hq.disagreements().decide(person, passport, "because"))
        .isInstanceOfSatisfying(
            CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.PROTECTS));
    assertThat(
            hq.disagreements()
                .decideByTwo(person, passport, "because", "nine", "wrong".toCharArray()))
        .isEqualTo(Disagreements.Decided.WRONG_PASSPHRASE);
    assertThat(
            hq.disagreements()
                .decideByTwo(person, passport, "because", "zero", "phrase of zero".toCharArray()))
        .isEqualTo(Disagreements.Decided.SAME_OFFICER);
    hq.officers().add("Officer Eight Example", "eight", "phrase of eight".toCharArray());
    assertThat(
            hq.disagreements()
                .decideByTwo(person, passport, "because", "eight", "phrase of eight".toCharArray()))
        .isEqualTo(Disagreements.Decided.NOT_CERTIFIED);
    assertThat(births(hq)).hasSize(2);
    assertThatThrownBy(() -> one.disagreements().decide(person, passport, "because"))
        .as("a station decides nothing between stations")
        .isInstanceOf(CaseworkFault.class);
    assertThatThrownBy(() -> decide(Map.of("sex", new Choice.Other("x"))))
        .as("what is no disagreement is not decided")
        .isInstanceOf(CaseworkFault.class);
    assertThat(decide(passport)).isEqualTo(Disagreements.Decided.DONE);
    assertThat(births(hq)).hasSize(1);
    assertThat(hq.disagreements().open()).isEmpty();
    assertThat(hq.people().find(person).orElseThrow().possiblyChild()).isFalse();
    assertThat(hq.histories().of(person))
        .as("both versions stay in the history")
        .extracting(Histories.Entry::reason)
        .contains(
            Optional.of("read from a passport"),
            Optional.of("said by the person"),
            Optional.of("the passport was seen"));
    assertThat(hq.people().sameNumber(person)).as("nobody else wears it").isEmpty();
    hq.people()
        .register(
            List.of(
                new People.NewPerson(
                    hq.people().find(person).orElseThrow().wristband(), "", "", "", "", "")));
    assertThat(hq.people().sameNumber(person))
        .as("the station tells them apart")
        .contains(new People.SameNumber("Station A", List.of("Agency of Examples")));
    assertThat(hq.histories().of(person))
        .as("and from where each came")
        .extracting(Histories.Entry::stationName)
        .contains("Station A", "Station B", "");
  }

  @Test
  void aDecisionComesBackToBothLaptopsWithTheNextReceiptOrInAPackageOfItsOwn() {
    decide(keep("Station B"));
    assertThat(hq.decisions().owed())
        .extracting(DecisionDelivery.Owed::name, DecisionDelivery.Owed::decisions)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("Station A", 1),
            org.assertj.core.groups.Tuple.tuple("Station B", 1));
    DecisionDelivery.Owed first =
        hq.decisions().owed().stream()
            .filter(o -> o.name().equals("Station A"))
            .findFirst()
            .orElseThrow();
    takes(one, hq.decisions().seal(first.station(), Progress.none()).orElseThrow());
    assertThat(births(one)).isEqualTo(births(hq)).hasSize(1);
    assertThat(hq.decisions().owed())
        .extracting(DecisionDelivery.Owed::name)
        .containsExactly("Station B");

    two.people().edit(person, Map.of("sex", Value.text("male")), "");
    takes(two, report(two).orElseThrow());
    assertThat(births(two)).isEqualTo(births(hq)).hasSize(1);
    assertThat(two.people().find(person).orElseThrow().possiblyChild()).isTrue();
    assertThat(hq.decisions().owed()).isEmpty();
  }

  @Test
  void whatWaitsForADecisionSaysSoAtItsStationAndMovesOnWhenTheDecisionComes() {
    two.people().edit(person, Map.of("sex", Value.text("male")), "");
    takes(two, report(two).orElseThrow());
    assertThat(two.packages().reached(person)).isEqualTo(RecordStates.Reached.WAITING);
    decide(keep("Station A"));
    DecisionDelivery.Owed owed =
        hq.decisions().owed().stream()
            .filter(o -> o.name().equals("Station B"))
            .findFirst()
            .orElseThrow();
    takes(two, hq.decisions().seal(owed.station(), Progress.none()).orElseThrow());
    assertThat(two.packages().reached(person)).isEqualTo(RecordStates.Reached.RECEIVED);
  }

  @Test
  void aDecisionThatIsLostOnItsWayComesAgain() {
    decide(keep("Station A"));
    DecisionDelivery.Owed owed =
        hq.decisions().owed().stream()
            .filter(o -> o.name().equals("Station A"))
            .findFirst()
            .orElseThrow();
    RecordId lost = hq.decisions().seal(owed.station(), Progress.none()).orElseThrow();
    hq.packages().carry(lost, Desks.stick(folder.resolve("a stick that is lost")));
    one.people().edit(person, Map.of("sex", Value.text("male")), "");
    takes(one, report(one).orElseThrow());
    assertThat(one.people().fields(person).get("birth").value()).isNotNull();
    assertThat(Desks.station(one).view().records().ofKind("decision")).isEmpty();
    // The next report says what was taken: a later package than the lost one.
    one.people().edit(person, Map.of("sex", Value.text("female")), "");
    RecordId receipt = report(one).orElseThrow();
    assertThat(hq.packages().details(lost).received()).isEmpty();
    takes(one, receipt);
    assertThat(
            one.histories().of(person).stream()
                .filter(e -> e.reason().equals(Optional.of("the passport was seen"))))
        .as("the decision has come")
        .hasSize(1);
    assertThat(hq.decisions().owed())
        .extracting(DecisionDelivery.Owed::name)
        .containsExactly("Station B");
  }

  /** Headquarters again, so many days later. */
  private void headquartersAfter(int days) {
    hq.close();
    hq = Desks.unlockAfter(Duration.ofDays(days), folder.resolve("hq"), "zero");
  }

  private List<String> owed() {
    return hq.decisions().owed().stream().map(DecisionDelivery.Owed::name).toList();
  }

  private List<String> unheard() {
    return hq.tonight().todo().stream()
        .flatMap(t -> t.unheard().stream())
        .map(DecisionDelivery.Unheard::name)
        .toList();
  }

  private RecordId sealsFor(String name) {
    StationId to =
        hq.decisions().owed().stream()
            .filter(o -> o.name().equals(name))
            .map(DecisionDelivery.Owed::station)
            .findFirst()
            .orElseThrow();
    return hq.decisions().seal(to, Progress.none()).orElseThrow();
  }

  @Test
  void aDecisionOnAStickThatWasLostIsSaidAgainAfterThirtyDaysThoughItsStationHasNothingToSend() {
    decide(keep("Station A"));
    hq.packages().carry(sealsFor("Station A"), Desks.stick(folder.resolve("a stick that is lost")));
    assertThat(owed()).containsExactly("Station B");
    headquartersAfter(29);
    assertThat(owed()).as("it may be on its way").containsExactly("Station B");
    assertThat(unheard()).isEmpty();
    headquartersAfter(31);
    assertThat(unheard()).as("somebody at headquarters is told").containsExactly("Station A");
    assertThat(owed()).containsExactlyInAnyOrder("Station A", "Station B");
    RecordId again = sealsFor("Station A");
    assertThat(unheard()).as("it waits here, and does not count as lost").isEmpty();
    takes(one, again);
    assertThat(
            one.histories().of(person).stream()
                .filter(e -> e.reason().equals(Optional.of("the passport was seen"))))
        .hasSize(1);
    assertThat(owed()).containsExactly("Station B");
    headquartersAfter(62);
    assertThat(unheard()).as("nothing tells that it came").containsExactly("Station A");
    RecordId oncemore = sealsFor("Station A");
    takes(one, oncemore);
    one.people().edit(person, Map.of("sex", Value.text("female")), "");
    takes(one, report(one).orElseThrow());
    headquartersAfter(93);
    assertThat(unheard()).as("its report said that it came").isEmpty();
    assertThat(owed()).containsExactly("Station B");
  }

  @Test
  void aDecisionStaysHereThatWasSealedWithAReceiptBeforeTheLaptopWasStolen() {
    decide(keep("Station B"));
    one.people().edit(person, Map.of("sex", Value.text("male")), "");
    RecordId receipt = report(one).orElseThrow();
    hq.headquarters().revoke(Desks.station(one).identity().station(), "stolen");
    assertThatThrownBy(() -> hq.packages().carry(receipt, folder.resolve("usb")))
        .isInstanceOfSatisfying(
            CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.PEER_GONE));
  }

  @Test
  void aDecisionThatIsTakenBackOpensTheVersionsAgainHereAndAtTheLaptopsThatHeardOfIt() {
    decide(keep("Station A"));
    for (DecisionDelivery.Owed o : hq.decisions().owed()) {
      Desk to = o.name().equals("Station A") ? one : two;
      takes(to, hq.decisions().seal(o.station(), Progress.none()).orElseThrow());
    }
    assertThat(births(one)).hasSize(1);
    Reopening.Made made = hq.reopening().made(10).getFirst();
    assertThat(made.number()).isEqualTo("A-001");
    assertThat(made.fields()).containsExactly("birth");
    assertThat(made.reason()).isEqualTo("the passport was seen");
    assertThatThrownBy(() -> one.reopening().takeBack(made.id(), "because"))
        .isInstanceOf(CaseworkFault.class);

    hq.reopening().takeBack(made.id(), "the passport was somebody else's");
    assertThat(births(hq)).hasSize(2);
    assertThat(hq.disagreements().open()).containsExactly(person);
    assertThat(hq.people().find(person).orElseThrow().possiblyChild())
        .as("every protective reading holds again")
        .isTrue();
    assertThat(hq.reopening().made(10)).as("once").isEmpty();
    assertThatThrownBy(() -> hq.reopening().takeBack(made.id(), "again"))
        .isInstanceOf(CaseworkFault.class);
    assertThat(hq.decisions().owed())
        .extracting(DecisionDelivery.Owed::decisions)
        .containsExactly(1, 1);
    for (DecisionDelivery.Owed o : hq.decisions().owed()) {
      Desk to = o.name().equals("Station A") ? one : two;
      takes(to, hq.decisions().seal(o.station(), Progress.none()).orElseThrow());
    }
    for (Desk station : List.of(one, two)) {
      assertThat(births(station)).hasSize(2);
      assertThat(station.people().find(person).orElseThrow().possiblyChild()).isTrue();
    }
    hq.disagreements()
        .decideByTwo(
            person,
            Map.of("birth", new Choice.Keep(birth().voices().getFirst().version())),
            "seen again",
            "nine",
            "phrase of nine".toCharArray());
    assertThat(births(hq)).hasSize(1);
  }
}
