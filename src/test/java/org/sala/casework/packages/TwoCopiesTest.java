package org.sala.casework.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Folders;
import org.sala.casework.packages.register.Doubt;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** Two copies of one workspace are seen in whatever order their packages come. */
class TwoCopiesTest {
  @TempDir Path folder;

  private PackageLine sealed(Desk station) {
    return station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
  }

  private Importing.Outcome taken(Desk hq, Desk station, PackageLine line) {
    return hq.packages().take(station.packages().carry(line.id(), folder.resolve("usb")));
  }

  /** The copy has sealed two, and carried the second alone: its number was used by nobody else. */
  @Test
  void aCopyIsSeenThoughItsLaterPackageCameBeforeTheNumberThatBothHaveUsed() throws IOException {
    Path copied = folder.resolve("copy");
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      RecordId caseId;
      try (Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
        Desks.enrol(station, hq, folder, "A");
        caseId = station.cases().open(new Cases.NewCase("A case", "rescue", "restricted", "", ""));
        assertThat(taken(hq, station, sealed(station)))
            .isInstanceOf(Importing.Outcome.Imported.class);
      }
      Folders.copy(folder.resolve("a"), copied);
      try (Desk copy = Desks.unlock(copied, "one")) {
        sealed(copy);
        assertThat(taken(hq, copy, sealed(copy)))
            .as("nothing shows yet that there are two")
            .isInstanceOf(Importing.Outcome.Imported.class);
      }
      try (Desk station = Desks.unlock(folder.resolve("a"), "one")) {
        station.cases().edit(caseId, Map.of("place", Value.text("South")), "");
        Importing.Outcome second = taken(hq, station, sealed(station));
        assertThat(second).isInstanceOf(Importing.Outcome.Held.class);
        assertThat(((Importing.Outcome.Held) second).doubts()).isEqualTo(List.of(Doubt.TWO_COPIES));
      }
    }
  }

  @Test
  void packagesOfOneLaptopThatCameInAnotherOrderAccuseNobody() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Desks.enrol(station, hq, folder, "A");
      station.cases().open(new Cases.NewCase("A case", "rescue", "restricted", "", ""));
      List<PackageLine> three = List.of(sealed(station), sealed(station), sealed(station));
      for (PackageLine line : three.reversed()) {
        assertThat(taken(hq, station, line)).isInstanceOf(Importing.Outcome.Imported.class);
      }
    }
  }
}
