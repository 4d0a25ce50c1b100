package org.sala.casework.consent;

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
import org.sala.casework.packages.carry.WithdrawalFollowUps;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.people.Involvements;
import org.sala.casework.people.People;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.Statements;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** Fear of a country stops packages to it, below the screen, over real packages. */
class FearsTest {
  @TempDir Path folder;
  private Desk hq;
  private Desk station;
  private RecordId caseId;
  private RecordId afraid;
  private RecordId other;

  @BeforeEach
  void begin() {
    hq = Desks.headquarters(folder.resolve("hq"));
    station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(station, hq, folder, "A");
    caseId = station.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    // Registered in one act, as a hall is.
    List<RecordId> both =
        station
            .people()
            .register(
                List.of(
                    new People.NewPerson("A-001", "", "Afraid Example", "", "24", "th"),
                    new People.NewPerson("A-002", "", "Other Example", "", "30", "my")));
    afraid = both.getFirst();
    other = both.getLast();
    both.forEach(
        p -> station.involvements().bring(caseId, p, Involvements.Written.said("said", ""), ""));
  }

  @AfterEach
  void end() {
    station.close();
    hq.close();
  }

  private SealPlan plan() {
    return station.packages().plan(Optional.empty());
  }

  private void refused(SealPlan plan) {
    assertThatThrownBy(() -> station.packages().seal(plan, Progress.none()))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> {
              assertThat(f.code()).isEqualTo(CaseworkFault.Code.FEAR_OF_RECIPIENT);
              assertThat(f.number()).isEqualTo("A-001");
            });
    assertThat(folder.resolve("a/outbox").toFile().list()).isNullOrEmpty();
  }

  @Test
  void fearOfTheRecipientsCountryStopsThePackageAndNothingGoesRound() {
    SealPlan before = plan();
    station.fears().says(afraid, "TH", Fears.Of.AUTHORITIES);
    refused(before);
    refused(before.goingApart());
    SealPlan now = plan();
    assertThat(now.feared()).containsExactly(afraid);
    refused(now);
    station
        .overrides()
        .decide(
            afraid,
            Sealing.INVESTIGATION_PURPOSE,
            Sealing.TO_HEADQUARTERS,
            Consents.Reason.DANGER_TO_LIFE,
            "in danger");
    refused(plan());
  }

  @Test
  void theOthersGoWithoutAnythingOfTheOneWhoIsAfraid() {
    station.fears().says(afraid, "TH", Fears.Of.RETURN);
    RecordId statement =
        station.statements().begin(caseId, afraid, new Statements.Setting("th", "", "", ""));
    PackageLine sealed = station.packages().seal(plan().goingApart(), Progress.none());
    Path carried = station.packages().carry(sealed.id(), folder.resolve("usb"));
    assertThat(hq.packages().take(carried)).isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(hq.people().find(other)).isPresent();
    assertThat(hq.people().find(afraid)).isEmpty();
    assertThat(hq.people().inCase(caseId)).extracting(People.PersonLine::id).containsExactly(other);
    assertThat(Desks.station(hq).view().records().find(statement)).isEmpty();
    assertThat(hq.search().find("Afraid", 10)).isEmpty();
    assertThat(Desks.station(hq).view().records().ofKind("fear")).isEmpty();
  }

  @Test
  void fearThatIsSaidAfterSealingKeepsThePackageHere() {
    PackageLine sealed = station.packages().seal(plan(), Progress.none());
    station.fears().says(afraid, Fears.NOT_NAMED, Fears.Of.BOTH);
    assertThat(station.packages().withdrawn(sealed.id())).containsExactly("A-001");
    assertThatThrownBy(() -> station.packages().carry(sealed.id(), folder.resolve("usb")))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.FEAR_OF_RECIPIENT));
    assertThat(folder.resolve("usb").toFile().list()).isNullOrEmpty();
  }

  @Test
  void fearOfAnotherCountryStopsNothingHereAndWhatIsOverStopsNothingMore() {
    station.fears().says(afraid, "MM", Fears.Of.AUTHORITIES);
    assertThat(plan().feared()).isEmpty();
    RecordId fear = station.fears().says(afraid, "TH", Fears.Of.AUTHORITIES);
    station.people().edit(afraid, Map.of("sex", Value.text("male")), "");
    assertThat(plan().feared()).containsExactly(afraid);
    assertThatThrownBy(() -> station.fears().over(fear, " "))
        .isInstanceOf(IllegalArgumentException.class);
    station.fears().over(fear, "says so, through IN-04");
    assertThat(station.fears().of(afraid)).extracting(Fears.Fear::country).containsExactly("MM");
    station.packages().seal(plan(), Progress.none());
  }

  @Test
  void whereTheRecipientsCountryIsNotKnownAnyFearStops() {
    Desks.station(station).state().set("hqCountry", Value.text(""));
    station.fears().says(afraid, "MM", Fears.Of.RETURN);
    refused(plan());
  }

  @Test
  void aWithdrawalStopsAPlanMadeBeforeItTravelsNextAndStaysATaskUntilSomebodyWasTold() {
    station.people().edit(other, Map.of("needs", Value.text("insulin")), "");
    say(Consents.Answer.YES);
    PackageLine first = station.packages().seal(plan(), Progress.none());
    Importing.Outcome.Imported taken =
        (Importing.Outcome.Imported)
            hq.packages().take(station.packages().carry(first.id(), folder.resolve("usb")));
    station
        .packages()
        .take(hq.packages().carry(taken.receipt().orElseThrow(), folder.resolve("usb")));

    station.people().edit(other, Map.of("needs", Value.text("insulin, cooled")), "");
    SealPlan before = plan();
    say(Consents.Answer.WITHDRAWN);
    assertThatThrownBy(() -> station.packages().seal(before, Progress.none()))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.CONSENT_WITHDRAWN));
    WithdrawalFollowUps.ToAct task = station.takenBack().toAct(other).getFirst();
    assertThat(task.packages()).containsExactly(first.sequence());
    assertThat(task.reached()).isEqualTo(RecordStates.Reached.HERE);

    PackageLine next = station.packages().seal(plan(), Progress.none());
    hq.packages().take(station.packages().carry(next.id(), folder.resolve("usb")));
    assertThat(station.takenBack().toAct(other).getFirst().reached())
        .isEqualTo(RecordStates.Reached.CARRIED);
    assertThat(hq.people().fields(other).get("needs").value())
        .as("what was said after the withdrawal stays")
        .isEqualTo(Value.text("insulin"));
    assertThat(hq.takenBack().toAct(other))
        .as("headquarters sees that it must act")
        .extracting(a -> a.said().recipient())
        .containsExactly(Sealing.TO_HEADQUARTERS);
    hq.consents().told(hq.takenBack().toAct(other).getFirst().said().id(), "Copies locked away");
    assertThat(hq.takenBack().toAct(other)).isEmpty();
  }

  @Test
  void anAnswerThatMayNameOfficialsGoesIntoNoPackage() {
    RecordId screening = station.screenings().begin(other, new Screenings.Setting("my", "", ""));
    String named = "/screening/life_in_the_place/S5_11";
    String hurt = "/screening/life_in_the_place/S5_04";
    station.screenings().answer(screening, named, new Given("yes", "A name", "volunteered", ""));
    station.screenings().answer(screening, hurt, new Given("yes", "Beaten", "volunteered", ""));
    say(Consents.Answer.YES);
    PackageLine sealed = station.packages().seal(plan(), Progress.none());
    hq.packages().take(station.packages().carry(sealed.id(), folder.resolve("usb")));
    ScreeningPage there = hq.screenings().page(screening);
    assertThat(there.at(hurt).words()).isEqualTo("Beaten");
    assertThat(there.at(named)).isEqualTo(Given.NOTHING);
    assertThat(station.screenings().page(screening).at(named).words()).isEqualTo("A name");
  }

  private void say(Consents.Answer answer) {
    station
        .consents()
        .ask(other, Sealing.INVESTIGATION_PURPOSE, Sealing.TO_HEADQUARTERS, answer, "my", "IN-04");
  }
}
