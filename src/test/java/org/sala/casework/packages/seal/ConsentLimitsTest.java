package org.sala.casework.packages.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.packages.register.OmittedItems;
import org.sala.casework.packages.register.PackageDetails;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.people.Involvements;
import org.sala.casework.people.People;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;

/** What a person's yes leaves out stays here, also from headquarters, until the person says so. */
class ConsentLimitsTest {
  private static final String WORK = "/screening/the_work/S4_01";

  @TempDir Path folder;
  private Desk hq;
  private Desk station;
  private RecordId person;

  @BeforeEach
  void somebodyWithANameAndAnAge() {
    hq = Desks.headquarters(folder.resolve("hq"));
    station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(station, hq, folder, "A");
    person =
        station
            .people()
            .register(List.of(new People.NewPerson("A-001", "", "Zaw Example", "male", "24", "my")))
            .getFirst();
  }

  @AfterEach
  void everybodyGoesHome() {
    station.close();
    hq.close();
  }

  private void say(Consents.Answer answer, String... without) {
    station
        .consents()
        .ask(
            person,
            Sealing.INVESTIGATION_PURPOSE,
            Sealing.TO_HEADQUARTERS,
            answer,
            Set.of(without),
            new Consents.How("my", "IN-04", "Guardian Example"));
  }

  private PackageLine seal() {
    return station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
  }

  /** Seals what headquarters lacks, brings it there, and brings the receipt back. */
  private PackageDetails send() {
    PackageLine line = seal();
    Path file = station.packages().carry(line.id(), folder.resolve("usb"));
    if (!(hq.packages().take(file) instanceof Importing.Outcome.Imported taken)) {
      throw new AssertionError("not taken in");
    }
    station
        .packages()
        .take(
            hq.packages()
                .carry(taken.receipt().orElseThrow(), Desks.stick(folder.resolve("back"))));
    assertThat(station.packages().details(line.id()).received()).isPresent();
    return station.packages().details(line.id());
  }

  private static Map<String, List<Value>> fields(Desk desk, RecordId record) {
    Map<String, List<Value>> all = new LinkedHashMap<>();
    Map<String, FieldState> known = Desks.station(desk).view().records().fields(record);
    known.forEach((key, state) -> all.put(key, List.copyOf(Set.copyOf(state.values()))));
    return all;
  }

  private static boolean named(Desk desk, RecordId person) {
    return fields(desk, person).keySet().stream().anyMatch(k -> k.startsWith("name"));
  }

  @Test
  void theNameStaysAndTheNumberGoesAndTheNameFollowsWhenThePersonSaysSo() {
    say(Consents.Answer.YES, "name");
    SealPlan plan = station.packages().plan(Optional.empty());
    assertThat(plan.items()).isEqualTo(Map.of(person, Set.of("name")));
    PackageDetails sent = send();
    assertThat(sent.items()).containsExactly(new OmittedItems("A-001", List.of("name")));
    assertThat(hq.people().find(person).orElseThrow().wristband()).isEqualTo("A-001");
    assertThat(fields(hq, person)).containsKeys("sex", "birth", "wristband");
    assertThat(named(hq, person)).isFalse();
    assertThat(named(station, person)).isTrue();

    assertThat(station.packages().plan(Optional.empty()).changes())
        .as("nothing more goes by itself but what was written since")
        .allMatch(c -> !plan.changes().contains(c));
    say(Consents.Answer.YES);
    assertThat(send().items()).isEmpty();
    assertThat(fields(hq, person)).isEqualTo(fields(station, person));
  }

  @Test
  void whatIsEditedMeanwhileArrivesOnceAndNoTwoValuesOfOneLaptopDisagreeThere() {
    say(Consents.Answer.YES, "name", "age");
    send();
    station
        .people()
        .edit(person, Map.of("sex", Value.text("female"), "birth", Value.Nothing.HERE), "");
    station.people().edit(person, Map.of("sex", Value.text("male")), "");
    station.people().edit(person, Map.of("birth", Value.Nothing.HERE), "");
    station.people().edit(person, Map.of("sex", Value.text("female")), "");
    send();
    assertThat(fields(hq, person).get("sex")).containsExactly(Value.text("female"));
    assertThat(named(hq, person)).isFalse();
    assertThat(hq.disagreements().open()).isEmpty();
    say(Consents.Answer.YES);
    send();
    assertThat(fields(hq, person)).isEqualTo(fields(station, person));
    assertThat(hq.disagreements().open()).isEmpty();
  }

  @Test
  void aYesTakenBackGivesNothingMoreAway() {
    say(Consents.Answer.YES, "name");
    say(Consents.Answer.WITHDRAWN);
    send();
    assertThat(named(hq, person)).isFalse();
  }

  @Test
  void whatHappenedStaysAndThatThereIsAScreeningGoes() {
    say(Consents.Answer.YES, "account");
    RecordId screening = station.screenings().begin(person, new Screenings.Setting("my", "", ""));
    station.screenings().answer(screening, WORK, new Given("yes", "Told", "open", "my"));
    assertThat(send().items()).containsExactly(new OmittedItems("A-001", List.of("account")));
    assertThat(hq.screenings().find(screening)).isPresent();
    assertThat(hq.screenings().page(screening).answers()).isEmpty();
    say(Consents.Answer.YES);
    send();
    assertThat(hq.screenings().page(screening).at(WORK).code()).isEqualTo("yes");
  }

  @Test
  void whatWasLostStaysAndWhoHasWhichPartInTheCaseGoes() {
    say(Consents.Answer.YES, "account");
    RecordId caseId =
        station.cases().open(new Cases.NewCase("A title", "rescue", "normal", "", ""));
    station
        .involvements()
        .bring(
            caseId,
            person,
            new Involvements.Written("witness", "said", "said", "said", "", "", "40 000 baht"),
            "");
    RecordId part = station.involvements().inCase(caseId).getFirst().id();
    assertThat(send().items()).containsExactly(new OmittedItems("A-001", List.of("account")));
    assertThat(fields(hq, part))
        .containsKeys("case", "person", "role")
        .doesNotContainKeys("forced", "defrauded", "loss");
    assertThat(hq.involvements().inCase(caseId)).hasSize(1);
    say(Consents.Answer.YES);
    send();
    assertThat(fields(hq, part)).isEqualTo(fields(station, part));
    assertThat(hq.disagreements().open()).isEmpty();
  }

  @Test
  void whatIsLeftOutAfterSealingStopsThePackageAtTheDoorAndThePlanAtTheSeal() {
    SealPlan plan = station.packages().plan(Optional.empty());
    PackageLine line = seal();
    say(Consents.Answer.YES, "name");
    assertThat(station.packages().withdrawn(line.id())).containsExactly("A-001");
    assertThatThrownBy(() -> station.packages().carry(line.id(), folder.resolve("usb")))
        .isInstanceOf(CaseworkFault.class);
    assertThatThrownBy(() -> station.packages().seal(plan, Progress.none()))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.CHANGED_SINCE));
  }
}
