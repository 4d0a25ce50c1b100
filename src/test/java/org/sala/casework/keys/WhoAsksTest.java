package org.sala.casework.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Roster;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.CertificateRequest;
import org.sala.crypto.SigningKey;
import org.sala.domain.StationId;

/** A request for enrolment is certified for the station that it names, if it comes from there. */
class WhoAsksTest {
  @TempDir Path folder;
  private final SigningKey stranger = SigningKey.generate(new SecureRandom());
  private Desk hq;

  @BeforeEach
  void headquarters() {
    hq = Desks.headquarters(folder.resolve("hq"));
  }

  @AfterEach
  void everybodyGoesHome() {
    hq.close();
  }

  /** A request by a key of nobody, in the name of a station. */
  private Path strangers(StationId station) throws IOException {
    return Files.write(
        folder.resolve("stranger.request"),
        EnrolmentRequest.write(
            station,
            List.of(CertificateRequest.make(stranger, "EX-0666", false)),
            List.of(),
            AgeIdentity.generate().recipient(),
            AgeIdentity.generate().recipient()));
  }

  private String answer(Headquarters.Asked asked) {
    return hq.headquarters()
        .answer(asked, "Post Nine", "N", "N", Set.of(), folder.resolve("an answer"));
  }

  private void isRefused(Runnable act, CaseworkFault.Code code) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(code));
    assertThat(folder.resolve("an answer")).doesNotExist();
  }

  private Set<StationId> strangersStations() {
    return new Roster(Desks.station(hq).state()).stationsOf(stranger.verifying().fingerprint());
  }

  @Test
  void nobodyIsCertifiedForHeadquartersByARequest() throws IOException {
    StationId own = Desks.station(hq).identity().station();
    Path request = strangers(own);
    isRefused(() -> hq.headquarters().read(request), CaseworkFault.Code.NOT_THEIR_STATION);
    Headquarters.Asked made =
        new Headquarters.Asked(
            own,
            List.of(),
            List.of(),
            Headquarters.Proof.VOUCHED,
            false,
            Files.readAllBytes(request));
    isRefused(() -> answer(made), CaseworkFault.Code.NOT_THEIR_STATION);
    assertThat(strangersStations()).isEmpty();
  }

  @Test
  void nobodyIsCertifiedForAnotherAgency() throws IOException {
    try (Desk other = Desks.headquarters(folder.resolve("other"), "PH")) {
      Path request = strangers(Desks.station(other).identity().station());
      assertThat(hq.headquarters().read(request).proof()).isEqualTo(Headquarters.Proof.NEW);
      var card = hq.partners().read(other.partners().own().text());
      hq.partners().confirm(card, card.code());
      isRefused(() -> hq.headquarters().read(request), CaseworkFault.Code.NOT_THEIR_STATION);
    }
  }

  @Test
  void aStationThatIsEnrolledProvesThatItAsksOrAnOfficerVouchesForIt() throws IOException {
    try (Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Desks.enrol(station, hq, folder, "A");
      StationId a = Desks.station(station).identity().station();

      Path own = folder.resolve("again");
      station.enrolment().request(own, "EX-100A");
      assertThat(hq.headquarters().read(own).proof()).isEqualTo(Headquarters.Proof.OWN_KEY);
      answer(hq.headquarters().read(own));
      Files.delete(folder.resolve("an answer"));

      Headquarters.Asked asked = hq.headquarters().read(strangers(a));
      assertThat(asked.proof()).isEqualTo(Headquarters.Proof.MISSING);
      assertThat(asked.known()).isTrue();
      isRefused(() -> answer(asked), CaseworkFault.Code.NOT_PROVED);
      assertThat(strangersStations()).isEmpty();
      answer(asked.vouched());
      assertThat(strangersStations()).containsExactly(a);
    }
  }

  @Test
  void aKeyThatWasTakenBackProvesNothing() {
    try (Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Desks.enrol(station, hq, folder, "A");
      hq.headquarters().revoke(Desks.station(station).identity().station(), "laptop stolen");
      Path own = folder.resolve("again");
      station.enrolment().request(own, "EX-100A");
      Headquarters.Asked asked = hq.headquarters().read(own);
      assertThat(asked.proof()).isEqualTo(Headquarters.Proof.MISSING);
      isRefused(() -> answer(asked), CaseworkFault.Code.NOT_PROVED);
    }
  }
}
