package org.sala.casework.joining;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.headquarters.Overview;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.RecordStates.Reached;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.casework.todo.ToDo;
import org.sala.domain.Change;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.store.ViewFile;

/** What two laptops wrote differently into a protected part waits as loudly as anything else. */
class ProtectedPartsApartTest {
  private static final String TWICE = "insulin twice a day";
  private static final String NONE = "no medicine";

  @TempDir Path folder;
  private Desk hq;
  private Desk one;
  private Desk two;
  private RecordId person;

  @BeforeEach
  void twoLaptopsKnowAPersonWhoSaidYes() {
    hq = Desks.headquarters(folder.resolve("hq"));
    one = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(one, hq, folder, "A");
    two = Desks.create(folder.resolve("b"), "Officer Two Example", "two");
    Desks.enrol(two, hq, folder, "B");
    RecordId caseId = one.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    person =
        one.people()
            .add(
                caseId,
                new People.NewPerson("A-001", "", "Somebody Example", "", "", "my"),
                "",
                "");
    yes(one);
    needs(one, "insulin");
    Desks.take(two, all(one));
    two.people().edit(person, Map.of("roman", Value.text("Somebody")), "");
    yes(two);
    assertThat(report(one)).isZero();
    assertThat(report(two)).isZero();
  }

  @AfterEach
  void end() {
    one.close();
    two.close();
    hq.close();
  }

  private void yes(Desk desk) {
    desk.consents()
        .ask(
            person,
            Sealing.INVESTIGATION_PURPOSE,
            Sealing.TO_HEADQUARTERS,
            Consents.Answer.YES,
            Set.of(),
            new Consents.How("my", "", "Guardian Example"));
  }

  private void needs(Desk desk, String needs) {
    desk.people().edit(person, Map.of("needs", Value.text(needs)), "");
  }

  private static List<Change> all(Desk desk) {
    List<Change> all = new ArrayList<>();
    Desks.station(desk).journal().replay(0, run -> run.forEach(c -> all.add(c.change())));
    return all;
  }

  /** Seals, carries, takes, and brings the receipt back; how many records wait by that. */
  private int report(Desk from) {
    PackageLine sealed =
        from.packages().seal(from.packages().plan(Optional.empty()), Progress.none());
    Importing.Outcome.Imported taken =
        (Importing.Outcome.Imported)
            hq.packages().take(from.packages().carry(sealed.id(), folder.resolve("usb")));
    takes(from, taken.receipt().orElseThrow());
    return taken.disputed();
  }

  private void takes(Desk station, RecordId fromHeadquarters) {
    assertThat(
            station
                .packages()
                .take(
                    hq.packages().carry(fromHeadquarters, Desks.stick(folder.resolve("answers")))))
        .isInstanceOf(Importing.Outcome.Imported.class);
  }

  private void tell(Desk station, String name) {
    DecisionDelivery.Owed owed =
        hq.decisions().owed().stream().filter(o -> o.name().equals(name)).findFirst().orElseThrow();
    takes(station, hq.decisions().seal(owed.station(), Progress.none()).orElseThrow());
  }

  private static List<ToDo> versions(Desk desk) {
    return desk.tonight().todo().stream().filter(t -> t.what() == ToDo.What.VERSIONS).toList();
  }

  private void isShown(Desk desk, int open) {
    assertThat(desk.disagreements().open()).hasSize(open);
    assertThat(desk.people().find(person).orElseThrow().disputes()).isEqualTo(open);
    assertThat(versions(desk)).hasSize(open);
    assertThat(versions(desk))
        .allSatisfy(t -> assertThat(t.fields()).as("no field").containsExactly("protection"));
  }

  private void isShownAtHeadquarters(int open) {
    isShown(hq, open);
    assertThat(hq.tonight().badges().versions()).isEqualTo(open);
    Overview.Glance glance = hq.overview().glance();
    assertThat(glance.disagreements()).isEqualTo(open);
    assertThat(glance.stations()).extracting(Overview.Line::disagreements).containsOnly(open);
  }

  /** Both write, and both report; the one that comes second meets the other's version. */
  private Desk bothWrite(boolean oneComesFirst) {
    needs(one, TWICE);
    needs(two, NONE);
    assertThat(report(oneComesFirst ? one : two)).isZero();
    isShownAtHeadquarters(0);
    Desk second = oneComesFirst ? two : one;
    assertThat(report(second)).isEqualTo(1);
    return second;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyPlaceSaysThatItWaitsAndNoneOnceItIsDecided(boolean oneComesFirst) {
    Desk second = bothWrite(oneComesFirst);
    isShownAtHeadquarters(1);
    assertThat(second.packages().reached(person)).isEqualTo(Reached.WAITING);

    Disagreement d = hq.disagreements().of(person).orElseThrow();
    hq.disagreements()
        .decide(
            d,
            Map.of("needs", new Choice.Keep(d.points().getFirst().voices().getFirst().version())),
            "a doctor was asked");
    isShownAtHeadquarters(0);
    tell(one, "Station A");
    tell(two, "Station B");
    assertThat(hq.decisions().owed()).isEmpty();
    assertThat(second.packages().reached(person)).isEqualTo(Reached.RECEIVED);
    assertThat(one.people().fields(person).get("needs"))
        .isEqualTo(two.people().fields(person).get("needs"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatComesToTheSameByItselfIsSaidAgain(boolean oneComesFirst) {
    Desk second = bothWrite(oneComesFirst);
    needs(oneComesFirst ? one : two, oneComesFirst ? NONE : TWICE);
    assertThat(report(oneComesFirst ? one : two)).isZero();
    isShownAtHeadquarters(0);
    assertThat(second.packages().reached(person)).isEqualTo(Reached.WAITING);
    tell(second, oneComesFirst ? "Station B" : "Station A");
    assertThat(second.packages().reached(person)).isEqualTo(Reached.RECEIVED);
    assertThat(hq.decisions().owed()).isEmpty();
  }

  @Test
  void whoeverWroteOpenlyDoesNotWaitForADecisionThatWouldNotGoThere() {
    bothWrite(true);
    one.people().edit(person, Map.of("sex", Value.text("male")), "");
    assertThat(report(one)).isZero();
    isShownAtHeadquarters(1);
  }

  @Test
  void aLaptopWithBothVersionsSaysThatHeadquartersDecides() {
    needs(one, TWICE);
    needs(two, NONE);
    Desks.take(two, all(one));
    isShown(two, 1);
    assertThat(versions(two)).extracting(ToDo::whose).containsExactly(ToDo.Whose.HEADQUARTERS);
  }

  @Test
  void whoMayNotOpenItSeesThatItWaitsAndNothingOfIt() {
    bothWrite(true);
    hq.officers().add("Officer Eight Example", "eight", "phrase of eight".toCharArray(), false);
    hq.close();
    hq = Desks.unlock(folder.resolve("hq"), "eight");
    isShownAtHeadquarters(1);
    Disagreement d = hq.disagreements().of(person).orElseThrow();
    assertThat(d.hidden()).isTrue();
    assertThat(d.points()).isEmpty();
    assertThat(d.joined()).isEmpty();
  }

  @Test
  void whatIsSavedLaterAndReadAnewSaysTheSame() throws IOException {
    bothWrite(true);
    hq.people().edit(person, Map.of("sex", Value.text("male")), "");
    isShownAtHeadquarters(1);
    hq.close();
    ViewFile.drop(folder.resolve("hq").resolve("db"));
    hq = Desks.unlock(folder.resolve("hq"), "zero");
    isShownAtHeadquarters(1);
  }
}
