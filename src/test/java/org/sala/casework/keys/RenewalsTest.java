package org.sala.casework.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Pending;
import org.sala.casework.Workplace;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.casework.station.Tools;

/** A certificate is renewed for the same key, and comes to the station with an answer. */
class RenewalsTest {
  /** Twenty days before the two years of an officer's certificate are over. */
  private static final Tools LATER =
      new Tools(
          Clock.offset(Desks.CHEAP.clock(), Duration.ofDays(710)),
          Desks.CHEAP.random(),
          Desks.CHEAP.policy(),
          Desks.CHEAP.newWorkspaces().get());

  @TempDir Path folder;
  private Desk hq;
  private Desk station;

  @BeforeEach
  void almostTwoYearsAfterEnrolment() {
    hq = Desks.headquarters(folder.resolve("hq"));
    station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(station, hq, folder, "A");
    assertThat(station.enrolment().standing().orElseThrow().due()).isFalse();
    assertThat(station.pending()).doesNotContain(Pending.CERTIFICATE_ENDS, Pending.TRUST_OLD);
    station.close();
    hq.close();
    hq = later("hq", "zero");
    station = later("a", "one");
  }

  @AfterEach
  void everybodyGoesHome() {
    station.close();
    hq.close();
  }

  private Desk later(String name, String handle) {
    return ((Workplace.Entry.Entered)
            new Workplace(folder.resolve(name), LATER)
                .unlock(handle, ("phrase of " + handle).toCharArray()))
        .desk();
  }

  @Test
  void whoseCertificateWasTakenBackIsToldAsSoonAsTheStationHears() {
    hq.headquarters().revoke(officer().serial(), "the laptop was lost for a day");
    assertThat(station.pending()).doesNotContain(Pending.CERTIFICATE_REVOKED);
    station.cases().open(new Cases.NewCase("First", "rescue", "normal", "", ""));
    var line = station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    var held = hq.packages().take(station.packages().carry(line.id(), folder.resolve("usb")));
    assertThat(held).isInstanceOf(Importing.Outcome.Held.class);
    Path answer =
        hq.packages()
            .carry(((Importing.Outcome.Held) held).receipt().orElseThrow(), folder.resolve("usb"));
    assertThat(station.packages().take(answer)).isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(station.pending()).contains(Pending.CERTIFICATE_REVOKED);
    assertThat(hq.pending()).doesNotContain(Pending.CERTIFICATE_REVOKED);
  }

  private Headquarters.Certified officer() {
    return hq.headquarters().stations().getFirst().officers().getFirst();
  }

  private Importing.Outcome.Imported reported(String title) {
    station.cases().open(new Cases.NewCase(title, "rescue", "normal", "", ""));
    var line = station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    return (Importing.Outcome.Imported)
        hq.packages().take(station.packages().carry(line.id(), folder.resolve("usb")));
  }

  @Test
  void itIsOfferedOnBothSidesAndComesWithTheNextAnswer() {
    Instant before = station.enrolment().standing().orElseThrow().until();
    assertThat(station.pending()).contains(Pending.CERTIFICATE_ENDS, Pending.TRUST_OLD);
    assertThat(hq.pending()).contains(Pending.AUTHORITY_LIST_ENDS);
    assertThat(officer().due()).isTrue();
    hq.headquarters().renew(officer().serial());
    assertThat(officer().due()).isFalse();
    assertThat(hq.headquarters().stations().getFirst().officers())
        .as("one officer, however many certificates")
        .hasSize(1);

    Path answer =
        hq.packages().carry(reported("First").receipt().orElseThrow(), folder.resolve("usb"));
    assertThat(station.packages().take(answer)).isInstanceOf(Importing.Outcome.Imported.class);
    Enrolment.Standing now = station.enrolment().standing().orElseThrow();
    assertThat(now.until()).isAfter(before);
    assertThat(now.officerNumber()).isEqualTo("EX-100A");
    assertThat(station.pending()).doesNotContain(Pending.CERTIFICATE_ENDS, Pending.TRUST_OLD);
    assertThat(reported("Second").held()).isZero();
  }

  @Test
  void headquartersRenewsItsOwnAndNobodyWhoWasRevoked() {
    Headquarters.Certified own = hq.headquarters().own().getFirst();
    assertThat(own.due()).isTrue();
    hq.headquarters().renew(own.serial());
    assertThat(hq.enrolment().standing().orElseThrow().due()).isFalse();
    String serial = officer().serial();
    hq.headquarters().revoke(serial, "lost");
    assertThatThrownBy(() -> hq.headquarters().renew(serial)).isInstanceOf(CaseworkFault.class);
    assertThatThrownBy(() -> hq.headquarters().renew("ff")).isInstanceOf(CaseworkFault.class);
  }

  @Test
  void whatIsNoRenewalChangesNothing() {
    Station s = Desks.station(station);
    String mine = s.state().text("certificate." + s.me().hex()).orElseThrow();
    String theirs =
        Desks.station(hq).state().text("certificate." + Desks.station(hq).me().hex()).orElseThrow();
    for (String hostile : new String[] {"", "-----BEGIN CERTIFICATE-----\nAAAA", mine, theirs}) {
      assertThat(
              Renewals.take(
                  s.state(), s.trust(), Map.of("certificates", hostile), false, s.now().instant()))
          .isZero();
    }
    assertThat(s.state().text("certificate." + s.me().hex())).contains(mine);
    assertThat(s.state().text("certificate." + Desks.station(hq).me().hex())).isEmpty();
  }
}
