package org.sala.casework.packages.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;

/** Garbage that is for headquarters, as anybody can make it who has its public key. */
class RefusedFileQuotaTest {
  @TempDir Path folder;
  private Desk hq;
  private Desk one;
  private Path whole;
  private byte[] bytes = {};

  @BeforeEach
  void aPackageForHeadquarters() throws IOException {
    hq = Desks.headquarters(folder.resolve("hq"));
    one = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(one, hq, folder, "A");
    one.people()
        .register(List.of(new People.NewPerson("A-1", "", "Person Example", "f", "", "th")));
    PackageLine line = one.packages().seal(one.packages().plan(Optional.empty()), Progress.none());
    whole = one.packages().carry(line.id(), Files.createDirectories(folder.resolve("usb")));
    bytes = Files.readAllBytes(whole);
  }

  @AfterEach
  void everybodyGoesHome() {
    one.close();
    hq.close();
  }

  /** The same with one byte changed near its end: nothing in it is what was signed. */
  private void takeSpoiled(int number) throws IOException {
    byte[] other = bytes.clone();
    other[other.length - 1 - number] ^= 1;
    Path file = Files.write(folder.resolve("spoiled" + number + ".sala"), other);
    assertThat(hq.packages().take(file)).isInstanceOf(Importing.Outcome.Refused.class);
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("hq").resolve("quarantine"))) {
      return files.filter(f -> f.toString().endsWith(".sala")).toList();
    }
  }

  private long lines() {
    return hq.packages().list().stream().filter(p -> p.state() == PackageState.REFUSED).count();
  }

  @Test
  void whatIsRefusedGetsACornerOfTheDiskAndLeavesItByItself() throws IOException {
    for (int i = 0; i < RefusedFileQuota.MOST + 3; i++) {
      takeSpoiled(i);
    }
    assertThat(kept()).hasSize(RefusedFileQuota.MOST);
    assertThat(lines()).as("each is written down").isEqualTo(RefusedFileQuota.MOST + 3);
    assertThat(hq.packages().take(whole)).isInstanceOf(Importing.Outcome.Imported.class);
    hq.close();
    hq = Desks.unlockAfter(Duration.ofDays(91), folder.resolve("hq"), "zero");
    takeSpoiled(RefusedFileQuota.MOST + 10);
    assertThat(kept()).as("the old ones have gone").hasSize(1);
    assertThat(lines()).isEqualTo(RefusedFileQuota.MOST + 4);
  }
}
