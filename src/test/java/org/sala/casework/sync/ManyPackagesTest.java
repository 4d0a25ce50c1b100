package org.sala.casework.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.carrier.Carrier;
import org.sala.carrier.TestStore;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;

/** A store that nobody cleans holds more than a round looks at. */
class ManyPackagesTest {
  private static final int MOST = 4;
  private static final int PARTS = 9;

  @TempDir Path folder;
  private Desk hq;
  private Desk one;
  private Seen seen;

  @BeforeEach
  void aStationAndItsHeadquarters() {
    hq = Desks.headquarters(folder.resolve("hq"));
    one = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(one, hq, folder, "A");
    seen = new Seen(Desks.station(hq));
  }

  @AfterEach
  void everybodyGoesHome() {
    seen.close();
    one.close();
    hq.close();
  }

  private byte[] seal(String wristband) throws IOException {
    one.people()
        .register(List.of(new People.NewPerson(wristband, "", "Person Example", "f", "", "th")));
    PackageLine line = one.packages().seal(one.packages().plan(Optional.empty()), Progress.none());
    Path stick = Files.createDirectories(folder.resolve("usb"));
    return Files.readAllBytes(one.packages().carry(line.id(), stick));
  }

  private Tally round(Carrier carrier) {
    return new Round(
            Desks.station(hq), hq.packages(), seen, Untold.by(one), Runnable::run, () -> 0, false)
        .over("store", carrier, new Watch(() -> false, far -> {}), OptionalInt.empty());
  }

  /** Goes through all that lies there, which is never more than so many parts. */
  private Tally everything(Carrier carrier) {
    Tally all = round(carrier);
    for (int i = 1; i < PARTS; i++) {
      all.and(round(carrier));
    }
    return all;
  }

  @Test
  void whatLiesBehindAPartComesWithTheNextOnesAndNothingIsSentTwice() throws IOException {
    try (TestStore store = new TestStore();
        Carrier carrier = store.openFor(MOST)) {
      for (int i = 0; i < 20; i++) {
        store.put("m" + (char) ('a' + i) + ".sala", new byte[] {1});
      }
      store.put("0.sala", seal("A-1"));
      store.put("zzz.sala", seal("A-2"));
      Tally first = everything(carrier);
      assertThat(first.inParts()).as("and it is said").isTrue();
      assertThat(first.count(Tally.Became.TAKEN_IN)).isEqualTo(2);
      assertThat(first.count(Tally.Became.SENT)).as("the answers").isEqualTo(2);
      store.put("mmm.sala", seal("A-3"));
      Tally second = everything(carrier);
      assertThat(second.count(Tally.Became.TAKEN_IN)).as("what came later").isEqualTo(1);
      assertThat(second.count(Tally.Became.SENT)).as("its answer alone").isEqualTo(1);
      assertThat(everything(carrier).items()).isEmpty();
    }
  }

  @Test
  void aLookFindsWhatLiesBehindTheFirstPart() throws IOException {
    try (TestStore store = new TestStore();
        Carrier carrier = store.openFor(MOST)) {
      for (int i = 0; i < 2 * MOST; i++) {
        store.put("m" + i + ".sala", new byte[] {1});
      }
      store.put("zzz.sala", seal("A-1"));
      Brought brought =
          new Bringing(Desks.station(hq), hq.packages(), seen)
              .from("store", carrier, Progress.none());
      assertThat(brought.these()).extracting(Carrier.Waiting::name).containsExactly("zzz.sala");
    }
  }
}
