package org.sala.casework.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.keys.Peer;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.partner.Agencies;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;

/** Who was taken back, enrolled or renewed is told to stations that send nothing. */
class UntoldListsTest {
  @TempDir Path folder;
  private Hall hall;
  private RecordId caseId;

  @BeforeEach
  void twoStationsThatHaveHeardOfEachOther() {
    hall = new Hall(folder);
    assertThat(owed())
        .as("neither has heard of the other")
        .containsExactlyInAnyOrder("Station A", "Station B");
    caseId = hall.heard();
    assertThat(owed()).isEmpty();
  }

  @AfterEach
  void everybodyGoesHome() {
    hall.close();
  }

  private List<String> owed() {
    return hall.hq.decisions().owed().stream()
        .filter(DecisionDelivery.Owed::lists)
        .map(DecisionDelivery.Owed::name)
        .toList();
  }

  private RecordId sealFor(Desk desk) {
    StationId id = Desks.station(desk).identity().station();
    return hall.hq.decisions().seal(id, Progress.none()).orElseThrow();
  }

  private Path carried(RecordId sealed) {
    return hall.hq.packages().carry(sealed, Desks.stick(hall.usb));
  }

  @Test
  void aStationThatSendsNothingHearsOfAStolenLaptopAndBelievesAndSealsToItNoMore() {
    hall.person(caseId, Consents.Answer.YES);
    Path byTheThief = hall.toPeer(hall.one);
    Peer stolen = Hall.peer(hall.two);
    hall.revoke("Station A");

    assertThat(owed()).as("the stolen one is told nothing").containsExactly("Station B");
    RecordId told = sealFor(hall.two);
    assertThat(owed()).as("it is on its way").isEmpty();
    assertThat(hall.two.packages().take(carried(told)))
        .isInstanceOf(Importing.Outcome.Imported.class);

    Importing.Outcome refused = hall.two.packages().take(byTheThief);
    assertThat(refused).isInstanceOf(Importing.Outcome.Refused.class);
    assertThat(((Importing.Outcome.Refused) refused).checked().kind()).isEqualTo("REVOKED");
    assertThat(hall.two.packages().peers()).isEmpty();
    assertThatThrownBy(() -> Hall.seal(hall.two, stolen, Hall.plan(hall.two, stolen)))
        .isInstanceOf(CaseworkFault.class);
  }

  @Test
  void listsThatWereLostGoAgainAndThoseOfWhichAReportToldDoNot() {
    hall.hq.headquarters().renew(serialOf("Station A"));
    assertThat(owed()).as("its own certificate").containsExactly("Station A");
    Path lost = carried(sealFor(hall.one));
    assertThat(owed()).isEmpty();
    later(31);
    assertThat(owed())
        .as("nothing says that it came, nor what the other was answered")
        .containsExactlyInAnyOrder("Station A", "Station B");
    hall.one.packages().take(lost);
    hall.person(caseId, Consents.Answer.YES);
    hall.report(hall.one);
    later(93);
    assertThat(owed()).as("the report said that it came").containsExactly("Station B");
  }

  /** Set right again, nobody knows when it left. */
  @Test
  void listsThatWereCarriedByAClockThatWasAheadGoAgain() {
    later(300);
    hall.hq.headquarters().renew(serialOf("Station A"));
    carried(sealFor(hall.one));
    assertThat(owed()).doesNotContain("Station A");
    later(0);
    assertThat(owed()).contains("Station A");
  }

  private void later(int days) {
    hall.hq.close();
    hall.hq = Desks.unlockAfter(Duration.ofDays(days), folder.resolve("hq"), "zero");
  }

  private String serialOf(String station) {
    return hall.hq.headquarters().stations().stream()
        .filter(s -> s.name().equals(station))
        .findFirst()
        .orElseThrow()
        .officers()
        .getFirst()
        .serial();
  }

  @Test
  void whatWasOnlySignedAnewIsToldToNobodyAndANewStationToAllOthers() {
    later(8);
    hall.person(caseId, Consents.Answer.YES);
    hall.report(hall.one);
    assertThat(owed()).as("signed anew with the answer").isEmpty();
    try (Desk third = Desks.create(folder.resolve("c"), "Officer Three Example", "three")) {
      Desks.enrol(third, hall.hq, folder, "C");
      assertThat(owed()).containsExactlyInAnyOrder("Station A", "Station B", "Station C");
      assertThat(hall.two.packages().peers()).hasSize(1);
      hall.two.packages().take(carried(sealFor(hall.two)));
      assertThat(hall.two.packages().peers()).hasSize(2);
    }
  }

  @Test
  void anAgencyIsToldToStationsThatSendNothingAndThatItWasEnded() {
    try (Desk other = Agencies.founded(folder.resolve("other"), "Another Agency", "MM")) {
      RecordId agency = Agencies.introduce(hall.hq, other);
      assertThat(owed()).containsExactlyInAnyOrder("Station A", "Station B");
      hall.two.packages().take(carried(sealFor(hall.two)));
      assertThat(hall.two.partners().known()).hasSize(1);
      assertThat(owed()).containsExactly("Station A");
      hall.hq.partners().end(agency, "they gave a name away");
      assertThat(owed()).containsExactlyInAnyOrder("Station A", "Station B");
      hall.two.packages().take(carried(sealFor(hall.two)));
      assertThat(hall.two.partners().known()).isEmpty();
    }
  }
}
