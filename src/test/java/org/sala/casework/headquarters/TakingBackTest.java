package org.sala.casework.headquarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.keys.Issuing;
import org.sala.casework.packages.Hall;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.station.Progress;
import org.sala.casework.station.StationState;
import org.sala.crypto.Certificate;
import org.sala.crypto.Trust;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/** What is shown as taken back is taken back, whoever does it and wherever it is broken off. */
class TakingBackTest {
  @TempDir Path folder;
  private Hall hall;

  @BeforeEach
  void twoStationsThatHaveHeardOfEachOther() {
    hall = new Hall(folder);
    hall.heard();
  }

  @AfterEach
  void everybodyGoesHome() {
    hall.close();
  }

  private StationId id(Desk of) {
    return Desks.station(of).identity().station();
  }

  private StationState state() {
    return Desks.station(hall.hq).state();
  }

  private Headquarters.Certified officer(Desk of) {
    return hall.hq.headquarters().stations().stream()
        .filter(s -> s.id().equals(id(of)))
        .findFirst()
        .orElseThrow()
        .officers()
        .getFirst();
  }

  private Trust.Standing standing(Desk at, Desk of) {
    return Desks.station(at)
        .trust()
        .standing(
            Certificate.ofPem(
                    Desks.station(of)
                        .state()
                        .text("certificate." + Desks.station(of).me().hex())
                        .orElseThrow())
                .getFirst(),
            List.of(),
            Instant.now());
  }

  private void tell(Desk station) {
    RecordId sealed = hall.hq.decisions().seal(id(station), Progress.none()).orElseThrow();
    assertThat(station.packages().take(hall.hq.packages().carry(sealed, hall.usb)))
        .isInstanceOf(Importing.Outcome.Imported.class);
  }

  @Test
  void anOfficerWithoutTheProtectionPartTakesALaptopBackEverywhere() {
    hall.hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray(), false);
    hall.hq
        .headquarters()
        .certify(hall.hq.headquarters().uncertified().keySet().iterator().next(), "EX-0009");
    hall.hq.close();
    hall.hq = Desks.unlock(folder.resolve("hq"), "nine");
    hall.hq.headquarters().revoke(id(hall.one), "the laptop is lost");
    assertThat(officer(hall.one).revoked()).isTrue();
    assertThat(standing(hall.hq, hall.one)).isInstanceOf(Trust.Standing.Revoked.class);
    tell(hall.two);
    assertThat(standing(hall.two, hall.one)).isInstanceOf(Trust.Standing.Revoked.class);
  }

  @Test
  void anOfficerWithoutItSignsListsOfLastWeekAnewWithTheKeysOfBoth() {
    String before = trustList(hall.hq);
    hall.hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray(), false);
    String protection = Desks.station(hall.hq).state().text("hqProtection").orElseThrow();
    hall.hq.close();
    hall.hq = Desks.unlockAfter(Duration.ofDays(8), folder.resolve("hq"), "nine");
    assertThat(trustList(hall.hq)).isNotEqualTo(before).contains(protection);
  }

  private String trustList(Desk hq) {
    String list = new Issuing(Desks.station(hq)).notesTo(id(hall.two)).get("trust");
    return new String(Base64.getDecoder().decode(list), StandardCharsets.UTF_8);
  }

  @Test
  void brokenOffItIsShownAsNotDoneAndDoneAgainItIsRecordedOnce() {
    Value key = Value.text(state().text("issuingKey").orElseThrow());
    state().set("issuingKey", Value.text("spoiled"));
    assertThatThrownBy(() -> hall.hq.headquarters().revoke(id(hall.one), "lost"))
        .isInstanceOf(RuntimeException.class);
    assertThat(officer(hall.one).revoked()).as("its buttons stay").isFalse();
    assertThat(standing(hall.hq, hall.one)).isInstanceOf(Trust.Standing.Trusted.class);
    state().set("issuingKey", key);
    hall.hq.headquarters().revoke(id(hall.one), "lost");
    assertThat(officer(hall.one).revoked()).isTrue();
    assertThat(standing(hall.hq, hall.one)).isInstanceOf(Trust.Standing.Revoked.class);
    assertThat(
            Desks.station(hall.hq).view().records().fieldsOfKind(Kinds.REVOCATION.key()).values())
        .hasSize(1);
  }

  /** As an earlier program left it. */
  @Test
  void whatWasBrokenOffBeforeIsFinishedWithTheNextUnlockAndToldToWhoeverHeardTheOldList() {
    state().set("revokedSerials", Value.texts(List.of(officer(hall.one).serial())));
    tell(hall.two);
    assertThat(owed()).isEmpty();
    assertThat(standing(hall.two, hall.one))
        .as("the lists do not say it yet")
        .isInstanceOf(Trust.Standing.Trusted.class);
    hall.hq.close();
    hall.hq = Desks.unlock(folder.resolve("hq"), "zero");
    assertThat(standing(hall.hq, hall.one)).isInstanceOf(Trust.Standing.Revoked.class);
    assertThat(owed()).containsExactly("Station B");
    tell(hall.two);
    assertThat(standing(hall.two, hall.one)).isInstanceOf(Trust.Standing.Revoked.class);
    assertThat(owed()).isEmpty();
  }

  @Test
  void aClockThatWasAYearAheadForAnEveningKeepsNoLaterWordFromAnybody() {
    hall.hq.close();
    hall.hq = Desks.unlockAfter(Duration.ofDays(365), folder.resolve("hq"), "zero");
    assertThat(trustList(hall.hq)).isNotEmpty();
    tellAny(hall.two);
    Instant ahead = made(hall.two);
    assertThat(ahead).as("it was taken").isAfter(Instant.now().plus(Duration.ofDays(300)));
    hall.hq.close();
    hall.hq = Desks.unlock(folder.resolve("hq"), "zero");
    trustList(hall.hq);
    assertThat(made(hall.hq)).as("signed anew by the right clock").isBefore(ahead);

    hall.hq.headquarters().revoke(id(hall.one), "the laptop is lost");
    tell(hall.two);
    assertThat(standing(hall.two, hall.one)).isInstanceOf(Trust.Standing.Revoked.class);
    assertThat(made(hall.two)).isBefore(ahead);
  }

  /** Something to say, so that the lists go along. */
  private void tellAny(Desk station) {
    hall.hq.headquarters().renew(officer(station).serial());
    tell(station);
  }

  private static Instant made(Desk at) {
    return Desks.station(at).trust().revoked().getFirst().made();
  }

  private List<String> owed() {
    return hall.hq.decisions().owed().stream()
        .filter(DecisionDelivery.Owed::lists)
        .map(DecisionDelivery.Owed::name)
        .toList();
  }
}
