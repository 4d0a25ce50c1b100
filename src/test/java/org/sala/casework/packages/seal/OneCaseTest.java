package org.sala.casework.packages.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.people.Involvements;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** A night's arrivals are one act; of those of one case alone a case's package tells. */
class OneCaseTest {
  @TempDir Path folder;
  private Desk hq;
  private Desk station;
  private RecordId one;
  private RecordId other;
  private RecordId inOne;
  private RecordId inOther;
  private RecordId inNone;

  @BeforeEach
  void threeWhoArrivedTogether() {
    hq = Desks.headquarters(folder.resolve("hq"));
    station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(station, hq, folder, "A");
    one = station.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
    other = station.cases().open(new Cases.NewCase("Compound R-8", "rescue", "normal", "", ""));
    List<RecordId> people =
        station.people().register(List.of(arrived("A-001"), arrived("A-002"), arrived("A-003")));
    inOne = people.get(0);
    inOther = people.get(1);
    inNone = people.get(2);
    bring(one, inOne);
    bring(other, inOther);
    for (RecordId p : people) {
      station.people().edit(p, Map.of("needs", Value.text("Insulin")), "");
      station
          .consents()
          .ask(
              p,
              Sealing.INVESTIGATION_PURPOSE,
              Sealing.TO_HEADQUARTERS,
              Consents.Answer.YES,
              "my",
              "");
    }
  }

  @AfterEach
  void everybodyGoesHome() {
    station.close();
    hq.close();
  }

  private static People.NewPerson arrived(String number) {
    return new People.NewPerson(number, "", "Zaw Example", "", "24", "my");
  }

  private void bring(RecordId caseId, RecordId person) {
    station.involvements().bring(caseId, person, Involvements.Written.said("yes", ""), "");
  }

  private PackageLine seal(Optional<RecordId> caseId) {
    return station.packages().seal(station.packages().plan(caseId), Progress.none());
  }

  private void receive(RecordId parcel) {
    Importing.Outcome.Imported there =
        (Importing.Outcome.Imported)
            hq.packages().take(station.packages().carry(parcel, folder.resolve("usb")));
    station
        .packages()
        .take(
            hq.packages()
                .carry(there.receipt().orElseThrow(), Desks.stick(folder.resolve("back"))));
  }

  @Test
  void nobodyTravelsBecauseOfANeighbourInAGrid() {
    SealPlan plan = station.packages().plan(Optional.of(one));
    assertThat(plan.people()).isEqualTo(1);
    assertThat(plan.withConsent()).containsExactly(inOne);
    receive(seal(Optional.of(one)).id());
    assertThat(hq.people().find(inOne)).isPresent();
    assertThat(hq.people().find(inOther)).as("of another case").isEmpty();
    assertThat(hq.people().find(inNone)).as("of no case yet").isEmpty();
    assertThat(hq.cases().find(other)).isEmpty();

    assertThat(station.packages().reached(inOne)).isEqualTo(RecordStates.Reached.RECEIVED);
    assertThat(station.packages().reached(inOther))
        .as("its change was receipted without it")
        .isEqualTo(RecordStates.Reached.HERE);
    assertThat(station.packages().way(inNone).least()).isEqualTo(RecordStates.Reached.HERE);
    assertThat(station.packages().way(other).least()).isEqualTo(RecordStates.Reached.HERE);
    assertThat(station.packages().plan(Optional.of(one)).empty()).as("nothing is left").isTrue();
  }

  @Test
  void whoStayedGoesWithTheOwnCaseAndTheRestWithEverything() {
    receive(seal(Optional.of(one)).id());
    receive(seal(Optional.of(other)).id());
    assertThat(hq.people().find(inOther).orElseThrow().wristband()).isEqualTo("A-002");
    assertThat(hq.people().fields(inOther).get("needs").value()).isEqualTo(Value.text("Insulin"));
    assertThat(hq.people().find(inNone)).isEmpty();
    assertThat(station.packages().plan(Optional.of(other)).empty()).isTrue();

    SealPlan rest = station.packages().plan(Optional.empty());
    assertThat(rest.people()).as("the act goes whole now").isEqualTo(3);
    receive(station.packages().seal(rest, Progress.none()).id());
    assertThat(hq.people().find(inNone).orElseThrow().wristband()).isEqualTo("A-003");
    for (RecordId p : List.of(inOne, inOther, inNone)) {
      assertThat(station.packages().reached(p)).isEqualTo(RecordStates.Reached.RECEIVED);
      assertThat(hq.histories().of(p)).hasSameSizeAs(station.histories().of(p));
    }
    assertThat(station.packages().plan(Optional.empty()).empty()).as("and only once").isTrue();
  }

  @Test
  void aPackageOfAnotherCaseOvertakesNone() {
    PackageLine first = seal(Optional.of(one));
    seal(Optional.of(other));
    assertThat(overtakenBy(first)).as("the people of this case are not in that").isZero();
    PackageLine all = seal(Optional.empty());
    assertThat(overtakenBy(first)).isEqualTo(all.sequence());
  }

  private long overtakenBy(PackageLine of) {
    return station.packages().list().stream()
        .filter(l -> l.id().equals(of.id()))
        .findFirst()
        .orElseThrow()
        .overtakenBy();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void inWhicheverOrderCasesAndEverythingGoHeadquartersHasAllOfItInTheEnd(int seed) {
    Random random = new Random(seed);
    List<RecordId> people = List.of(inOne, inOther, inNone);
    for (int i = 0; i < 10; i++) {
      List<RecordId> some = people.stream().filter(p -> random.nextBoolean()).toList();
      Map<String, Value> same =
          Map.of("needs", Value.text("needs " + i), "sex", Value.text(i % 2 == 0 ? "f" : "m"));
      if (!some.isEmpty()) {
        station.people().editAll(some, same, "seen together");
      }
      List<Optional<RecordId>> of = List.of(Optional.of(one), Optional.of(other), Optional.empty());
      SealPlan plan = station.packages().plan(of.get(random.nextInt(3)));
      if (!plan.empty()) {
        RecordId parcel = station.packages().seal(plan, Progress.none()).id();
        if (random.nextInt(3) > 0) {
          receive(parcel);
        }
      }
    }
    SealPlan rest = station.packages().plan(Optional.empty());
    if (!rest.empty()) {
      receive(station.packages().seal(rest, Progress.none()).id());
    }
    assertThat(station.packages().plan(Optional.empty()).empty()).isTrue();
    for (RecordId p : people) {
      for (String field : List.of("needs", "sex", "wristband")) {
        Cases.Shown there = hq.people().fields(p).get(field);
        assertThat(there.disputed()).isFalse();
        assertThat(there.value()).isEqualTo(station.people().fields(p).get(field).value());
      }
      assertThat(station.packages().ways(List.of(p)).get(p))
          .isEqualTo(
              new RecordStates.Way(RecordStates.Reached.RECEIVED, RecordStates.Reached.RECEIVED));
    }
  }

  @Test
  void whoFearsStopsOnlyThePackageThatWouldTellOfThem() {
    PackageLine whole = seal(Optional.empty());
    receive(whole.id());
    station
        .people()
        .editAll(List.of(inOne, inOther), Map.of("sex", Value.text("male")), "seen together");
    station.fears().says(inOther, "TH", Fears.Of.AUTHORITIES);
    assertThat(station.packages().plan(Optional.of(one)).feared()).isEmpty();
    assertThat(station.packages().plan(Optional.of(other)).feared()).containsExactly(inOther);
  }
}
