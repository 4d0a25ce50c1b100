package org.sala.casework.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.keys.HeldList;
import org.sala.casework.keys.Issuing;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.crypto.AgeRecipient;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.parcel.Purpose;

/** A station that took a package and refused the list in it has not heard of the list. */
class RefusedListsTest {
  @TempDir Path folder;
  private Hall hall;
  private RecordId caseId;

  @BeforeEach
  void aStationThatKnowsOfAStolenLaptopAndAHeadquartersThatHasForgottenItAndTakenAnotherBack() {
    hall = new Hall(folder);
    caseId = hall.heard();
    hall.revoke("Station B");
    takes(told());
    hall.person(caseId, Consents.Answer.YES);
    hall.report(hall.one);
    assertThat(said().refused()).isFalse();
    Station hq = Desks.station(hall.hq);
    hq.state().set("revokedSerials", Value.texts(List.of("4711")));
    new Issuing(hq).renewLists();
    assertThat(isOwed()).isTrue();
  }

  @AfterEach
  void everybodyGoesHome() {
    hall.close();
  }

  private StationId station() {
    return Desks.station(hall.one).identity().station();
  }

  private RecordId told() {
    return hall.hq.decisions().seal(station(), Progress.none()).orElseThrow();
  }

  private void takes(RecordId sealed) {
    assertThat(hall.one.packages().take(hall.hq.packages().carry(sealed, Desks.stick(hall.usb))))
        .isInstanceOf(Importing.Outcome.Imported.class);
  }

  private HeldList said() {
    return hall.hq.headquarters().stations().stream()
        .filter(s -> s.id().equals(station()))
        .findFirst()
        .orElseThrow()
        .lists()
        .orElseThrow();
  }

  private boolean isOwed() {
    return hall.hq.decisions().owed().stream()
        .filter(DecisionDelivery.Owed::lists)
        .anyMatch(o -> o.station().equals(station()));
  }

  private long held() {
    return hall.one.enrolment().trusted().orElseThrow().number();
  }

  private void later(int days) {
    hall.hq.close();
    hall.hq = Desks.unlockAfter(Duration.ofDays(days), folder.resolve("hq"), "zero");
  }

  /** A report that says no more than which package was taken, and the given note of lists. */
  private void says(String digest, Map<String, String> lists) {
    Station s = Desks.station(hall.one);
    Map<String, String> notes = new HashMap<>(lists);
    notes.put("took", digest);
    RecordId sealed =
        new Sealing(s, new Ledger(s), new AuditTrail(s))
            .seal(
                Purpose.REPORT,
                Desks.station(hall.hq).identity().station(),
                List.of(new AgeRecipient(s.state().text("hqInvestigation").orElseThrow())),
                Compartment.INVESTIGATION,
                SealPlan.back(List.of(), Set.of(), List.of(), false, 0, Long.MAX_VALUE),
                notes,
                "",
                Progress.none());
    answerIsLost(hall.one.packages().carry(sealed, hall.usb));
  }

  /** Taken in at headquarters; what it answers leaves there and never comes. */
  private void answerIsLost(Path report) {
    Importing.Outcome.Imported taken = (Importing.Outcome.Imported) hall.hq.packages().take(report);
    hall.hq.packages().carry(taken.receipt().orElseThrow(), Desks.stick(hall.usb));
  }

  private String ofRecord(RecordId sealed, String field) {
    return Stored.text(Desks.station(hall.hq).view().records().fields(sealed), field).orElse("");
  }

  private String digestOf(RecordId sealed) {
    return ofRecord(sealed, "digest");
  }

  @Test
  void aListThatWasRefusedGoesAgainUntilTheStationSaysThatItHoldsIt() {
    long before = held();
    RecordId told = told();
    takes(told);
    assertThat(held()).as("it forgot somebody, and was refused").isEqualTo(before);
    hall.person(caseId, Consents.Answer.YES);
    answerIsLost(hall.toHeadquarters(hall.one));
    assertThat(ofRecord(told, "state")).isEqualTo(PackageState.RECEIVED.name());
    assertThat(said().refused()).isTrue();
    assertThat(said().number()).isEqualTo(before);
    assertThat(isOwed()).as("the answer carries it once more").isFalse();
    later(31);
    assertThat(isOwed()).as("the answer was lost").isTrue();

    hall.revoke("Station B");
    takes(told());
    assertThat(held()).isGreaterThan(before);
    hall.person(caseId, Consents.Answer.YES);
    answerIsLost(hall.toHeadquarters(hall.one));
    assertThat(said().refused()).isFalse();
    assertThat(said().number()).isEqualTo(held());
    later(93);
    assertThat(isOwed()).isFalse();
  }

  @Test
  void aStationThatNamesTheSamePackageOnceMoreHasRefusedItStill() {
    RecordId told = told();
    takes(told);
    for (int i = 0; i < 2; i++) {
      hall.person(caseId, Consents.Answer.YES);
      answerIsLost(hall.toHeadquarters(hall.one));
      assertThat(said().refused()).as("report " + i).isTrue();
    }
  }

  /** An older Sala says nothing of lists, and what is no such note says nothing either. */
  @ParameterizedTest
  @ValueSource(strings = {"", "0", "0 0", "0 0 0 0", "-1 0 0", "1 2 1234567890123456"})
  void whoSaysNothingOfListsCountsAsToldOnceThePackageWasTaken(String note) {
    RecordId told = told();
    says(digestOf(told), note.isEmpty() ? Map.of() : Map.of("listsHeld", note));
    later(93);
    assertThat(isOwed()).isFalse();
  }

  @Test
  void whoSaysThatItHoldsNoneIsToldAgain() {
    RecordId told = told();
    says(digestOf(told), Map.of("listsHeld", "0 0 0"));
    later(31);
    assertThat(isOwed()).isTrue();
  }
}
