package org.sala.casework.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Pending;
import org.sala.casework.headquarters.AuthorityActs;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.crypto.Certificate;
import org.sala.crypto.Trust;
import org.sala.domain.RecordId;

/** A certificate that was issued by a clock that was ahead does not count before that day. */
class EarlyCertificateTest {
  @TempDir Path folder;

  private static Headquarters.Certified officer(Desk hq) {
    return hq.headquarters().stations().getFirst().officers().getFirst();
  }

  private void replaceIssuer(Desk hq) {
    assertThat(
            hq.headquarters()
                .authority()
                .replaceIssuer(folder.resolve("authority of hq"), Desks.AUTHORITY.toCharArray()))
        .isEqualTo(AuthorityActs.Handed.OVER);
  }

  private Importing.Outcome answers(Desk hq, Desk station) {
    RecordId told =
        hq.decisions()
            .seal(Desks.station(station).identity().station(), Progress.none())
            .orElseThrow();
    return station.packages().take(hq.packages().carry(told, folder.resolve("usb")));
  }

  /** The certificate that the station holds counts at both ends. */
  private static boolean isOfToday(Desk station, Desk hq) {
    Certificate held =
        Certificate.ofPem(
                Desks.station(station)
                    .state()
                    .text("certificate." + Desks.station(station).me().hex())
                    .orElseThrow())
            .getFirst();
    return Stream.of(station, hq)
        .map(d -> Desks.station(d).trust().standing(held, List.of(), Instant.now()))
        .allMatch(Trust.Standing.Trusted.class::isInstance);
  }

  @Test
  void anIssuingKeyThatDoesNotCountYetIsToldOfAndAnotherOneMakesAllCountAtOnce() {
    Desks.create(folder.resolve("hq"), "Officer Zero Example", "zero").close();
    try (Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      try (Desk ahead = Desks.unlockAfter(Duration.ofDays(1_100), folder.resolve("hq"), "zero")) {
        ahead
            .headquarters()
            .found(
                new Headquarters.Founding(
                    "Agency of Examples",
                    "Headquarters",
                    "EX-0000",
                    Desks.stick(folder.resolve("authority of hq")),
                    Desks.AUTHORITY.toCharArray()));
        Desks.enrol(station, ahead, folder, "A");
        assertThat(ahead.pending()).doesNotContain(Pending.ISSUER_OUT_OF_TIME);
      }
      try (Desk hq = Desks.unlock(folder.resolve("hq"), "zero")) {
        assertThat(hq.pending()).contains(Pending.ISSUER_OUT_OF_TIME);
        hq.headquarters().renew(officer(hq).serial());
        hq.headquarters().renew(hq.headquarters().own().getFirst().serial());
        assertThat(reports(station, hq, "First"))
            .as("no renewed certificate helps")
            .isInstanceOf(Importing.Outcome.Held.class);
        replaceIssuer(hq);
        assertThat(hq.pending()).doesNotContain(Pending.ISSUER_OUT_OF_TIME);
        assertThat(answers(hq, station)).isInstanceOf(Importing.Outcome.Imported.class);
        assertThat(isOfToday(station, hq)).isTrue();
        assertThat(reports(station, hq, "Second")).isInstanceOf(Importing.Outcome.Imported.class);
      }
    }
  }

  @Test
  void whoseCertificateEndsLateGetsOneOfTheNewIssuingKeyAllTheSame() {
    Desks.headquarters(folder.resolve("hq")).close();
    try (Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      try (Desk ahead = Desks.unlockAfter(Duration.ofDays(400), folder.resolve("hq"), "zero")) {
        Desks.enrol(station, ahead, folder, "A");
      }
      try (Desk hq = Desks.unlock(folder.resolve("hq"), "zero")) {
        replaceIssuer(hq);
        assertThat(answers(hq, station)).isInstanceOf(Importing.Outcome.Imported.class);
        assertThat(isOfToday(station, hq)).isTrue();
        assertThat(reports(station, hq, "First")).isInstanceOf(Importing.Outcome.Imported.class);
      }
    }
  }

  private Importing.Outcome reports(Desk station, Desk hq, String title) {
    station.cases().open(new Cases.NewCase(title, "rescue", "normal", "", ""));
    var line = station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    return hq.packages().take(station.packages().carry(line.id(), folder.resolve("usb")));
  }

  @Test
  void itIsShownAndRenewedItCountsAtOnceAtBothEnds() {
    Desks.headquarters(folder.resolve("hq")).close();
    try (Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      try (Desk ahead = Desks.unlockAfter(Duration.ofDays(400), folder.resolve("hq"), "zero")) {
        Desks.enrol(station, ahead, folder, "A");
        assertThat(officer(ahead).early()).isFalse();
      }
      try (Desk hq = Desks.unlock(folder.resolve("hq"), "zero")) {
        assertThat(officer(hq).early()).isTrue();
        assertThat(officer(hq).due()).as("it can be renewed").isTrue();
        assertThat(reports(station, hq, "First")).isInstanceOf(Importing.Outcome.Held.class);

        hq.headquarters().renew(officer(hq).serial());
        assertThat(officer(hq).early()).isFalse();
        assertThat(officer(hq).due()).isFalse();
        RecordId told =
            hq.decisions()
                .seal(Desks.station(station).identity().station(), Progress.none())
                .orElseThrow();
        assertThat(station.packages().take(hq.packages().carry(told, folder.resolve("usb"))))
            .isInstanceOf(Importing.Outcome.Imported.class);
        assertThat(reports(station, hq, "Second")).isInstanceOf(Importing.Outcome.Imported.class);
      }
    }
  }
}
