package org.sala.casework.packages.take;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.people.Cases;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;

/** Packages that are verified while others are taken in. */
class ImportQueueTest {
  @TempDir Path folder;
  private Desk hq;
  private Desk station;

  @BeforeEach
  void anEnrolledStation() {
    hq = Desks.headquarters(folder.resolve("hq"));
    station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(station, hq, folder, "A");
  }

  @AfterEach
  void everybodyGoesHome() {
    station.close();
    hq.close();
  }

  private Path sealed(String name) {
    station.cases().open(new Cases.NewCase(name, "rescue", "normal", "", ""));
    PackageLine line =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    return station.packages().carry(line.id(), folder.resolve("usb"));
  }

  private static Importing.Outcome take(Desk desk, VerifiedPackage read) {
    return desk.packages().take(read, Progress.none());
  }

  @Test
  void eachIsTakenInItsTurnAndABadOneStopsNoOther() throws Exception {
    List<Path> files = new ArrayList<>(List.of(sealed("One"), sealed("Two")));
    files.add(1, Files.writeString(folder.resolve("usb/none.sala"), "no package"));
    files.add(2, folder.resolve("usb/away.sala"));
    try (ImportQueue all = hq.packages().inTurn(files)) {
      try (VerifiedPackage read = all.next()) {
        assertThat(hq.packages().look(read).kind()).isEqualTo(FirstLook.Kind.NEW);
        assertThat(take(hq, read)).isInstanceOf(Importing.Outcome.Imported.class);
      }
      try (VerifiedPackage read = all.next()) {
        assertThat(hq.packages().look(read).takes()).isFalse();
      }
      try (VerifiedPackage read = all.next()) {
        assertThat(hq.packages().look(read).kind()).isEqualTo(FirstLook.Kind.NOT_READABLE);
        assertThatThrownBy(() -> take(hq, read)).isInstanceOf(CaseworkFault.class);
      }
      try (VerifiedPackage read = all.next()) {
        assertThat(take(hq, read)).isInstanceOf(Importing.Outcome.Imported.class);
      }
      assertThat(all.hasNext()).isFalse();
    }
    assertThat(hq.cases().list("", "number", false, 0, 9)).hasSize(2);
    assertThat(folder.resolve("hq/tmp")).isEmptyDirectory();
  }

  @Test
  void whoWasRevokedWhileAPackageWaitedForItsTurnIsNotBelieved() throws Exception {
    try (ImportQueue all = hq.packages().inTurn(List.of(sealed("One"), sealed("Two")))) {
      try (VerifiedPackage read = all.next()) {
        assertThat(take(hq, read)).isInstanceOf(Importing.Outcome.Imported.class);
      }
      try (VerifiedPackage read = all.next()) {
        assertThat(hq.packages().look(read).kind()).isEqualTo(FirstLook.Kind.NEW);
        hq.headquarters()
            .revoke(hq.headquarters().stations().getFirst().officers().getFirst().serial(), "left");
        assertThat(hq.packages().look(read).kind()).isEqualTo(FirstLook.Kind.IN_DOUBT);
        assertThat(take(hq, read)).isInstanceOf(Importing.Outcome.Held.class);
      }
    }
    assertThat(folder.resolve("hq/tmp")).isEmptyDirectory();
  }

  @Test
  void whatWasReadAndNotTakenLeavesNothingBehind() {
    List<Path> files = List.of(sealed("One"), sealed("Two"));
    try (ImportQueue all = hq.packages().inTurn(files)) {
      all.next().close();
    }
    assertThat(folder.resolve("hq/tmp")).isEmptyDirectory();
    assertThat(folder.resolve("hq/originals")).isEmptyDirectory();
    assertThat(hq.packages().take(files.getFirst())).isInstanceOf(Importing.Outcome.Imported.class);
  }

  @Test
  void fewChangesAreTakenAsTheyWereCheckedWhateverBecomesOfTheFile() throws Exception {
    RecordId answer =
        ((Importing.Outcome.Imported) hq.packages().take(sealed("One"))).receipt().orElseThrow();
    Path file = hq.packages().carry(answer, folder.resolve("usb"));
    try (VerifiedPackage read = station.packages().read(file, Progress.none())) {
      Files.write(file, new byte[(int) Files.size(file)]);
      assertThat(take(station, read)).isInstanceOf(Importing.Outcome.Imported.class);
    }
    assertThat(station.packages().list())
        .filteredOn(PackageLine::outgoing)
        .extracting(PackageLine::state)
        .containsExactly(PackageState.RECEIVED);
  }
}
