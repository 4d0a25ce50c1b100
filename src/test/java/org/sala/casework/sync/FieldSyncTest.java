package org.sala.casework.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Halls;
import org.sala.casework.keys.Peer;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.seal.OmittedExhibits;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;

/** Three laptops of one agency share a folder; what is sealed to a station arrives there alone. */
class FieldSyncTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static Halls hall;
  private static Desk one;
  private static Desk two;
  private static Desk three;

  @BeforeAll
  static void threeLaptops() throws IOException {
    Path shared = Files.createDirectory(folder.resolve("shared"));
    hall = Halls.of(folder, "A", "B", "C");
    one = hall.station("A");
    two = hall.station("B");
    three = hall.station("C");
    hall.stations().forEach(d -> d.sync().carriers().addFolder(shared, "Hall"));
  }

  @AfterAll
  static void everybodyGoesHome() {
    hall.close();
  }

  private RecordId person(String number) {
    return one.people()
        .add(
            one.cases().open(new Cases.NewCase("A hall", "rescue", "normal", "", "")),
            new People.NewPerson(number, "", "Person Example", "f", "17", "th"),
            "",
            "");
  }

  private List<PackageLine> seal(String... names) {
    List<Peer> peers =
        one.packages().peers().stream().filter(p -> List.of(names).contains(p.name())).toList();
    assertThat(peers).hasSize(names.length);
    return one.packages()
        .sealFor(
            peers,
            one.packages().planFor(peers, Optional.empty(), OmittedExhibits.nothing()),
            OmittedExhibits.nothing(),
            Progress.none());
  }

  private static Configured of(Desk desk) {
    return desk.sync().carriers().list().getFirst();
  }

  @Test
  void theOtherLaptopPicksItUpByItselfAndTheThirdLeavesItAlone() {
    RecordId person = person("A-1");
    assertThat(seal("Station B")).hasSize(1);
    ExecutorService lanes = Executors.newFixedThreadPool(3);
    try {
      Stream.of(one, two, three).forEach(desk -> desk.sync().start(lanes));
      await().atMost(PATIENCE).until(() -> two.people().find(person).isPresent());
      await()
          .atMost(PATIENCE)
          .until(() -> three.sync().standings().getFirst().phase() == Standing.Phase.DONE);
      assertThat(three.people().find(person)).isEmpty();
    } finally {
      Stream.of(one, two, three).forEach(d -> d.sync().stop());
      lanes.shutdown();
    }
  }

  @Test
  void severalStationsGetEachAPackageOfTheirOwnAndNobodyWaitsForAReceipt() {
    RecordId person = person("A-2");
    List<PackageLine> sealed = seal("Station B", "Station C");
    assertThat(sealed).hasSize(2).noneMatch(PackageLine::answered);
    assertThat(one.sync().once(of(one).id()).count(Tally.Became.SENT)).isEqualTo(2);
    for (Desk desk : List.of(two, three)) {
      Tally came = desk.sync().once(of(desk).id());
      assertThat(came.count(Tally.Became.TAKEN_IN)).isEqualTo(1);
      assertThat(desk.people().find(person)).isPresent();
    }
    assertThat(
            one.packages().details(sealed.getFirst().id()).peer()
                + one.packages().details(sealed.getLast().id()).peer())
        .contains("Station B", "Station C");
  }
}
