package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.domain.Value;

/** Whoever unlocks after a lock in the midst of long work finds it going on, and is told. */
class GoingOnJourneyTest extends JourneyWindow {
  @TempDir Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("hq");
  }

  @Test
  void whatWasBeingTakenInIsTakenInAndWhatIsGoneAndWhatWasSealedIsTold() {
    Desk hq = Desks.headquarters(workspace());
    Path file;
    try (Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Desks.enrol(station, hq, folder, "A");
      station.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
      Packages packages = station.packages();
      file =
          packages.carry(
              packages.seal(packages.plan(Optional.empty()), Progress.none()).id(),
              folder.resolve("usb"));
    }
    // As a lock, or a power cut, leaves it.
    hq.packages().unfinished().takes(List.of(file, folder.resolve("gone.sala")));
    Desks.station(hq).state().set("sealingStopped", Value.flag(true));
    interact(() -> enter(hq));
    untilSaid("being sealed when this was locked");
    untilSaid("1 package that the lock had stopped is taken in");
    untilSaid("not there any more");
    assertThat(hq.packages().list())
        .filteredOn(p -> !p.outgoing())
        .extracting(PackageLine::state)
        .containsExactly(PackageState.IMPORTED);
    assertThat(hq.packages().unfinished().takingIn()).isEmpty();
    assertThat(hq.packages().unfinished().sealingStopped()).isFalse();
  }
}
