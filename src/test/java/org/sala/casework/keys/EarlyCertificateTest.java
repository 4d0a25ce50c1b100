package org.sala.casework.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;

/** A certificate that was issued by a clock that was ahead does not count before that day. */
class EarlyCertificateTest {
  @TempDir Path folder;

  private static Headquarters.Certified officer(Desk hq) {
    return hq.headquarters().stations().getFirst().officers().getFirst();
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
