package org.sala.casework.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.search.Found;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;

/** Two people who wear one number are told apart wherever somebody is looked for. */
class SameNumberTest {
  @TempDir Path folder;
  private Desk hq;

  @BeforeEach
  void twoStationsGaveOneNumber() {
    hq = Desks.headquarters(folder.resolve("hq"));
    sends("A", "one", new People.NewPerson("X-001", "", "Zaw Example", "male", "24", "my"));
    sends("B", "two", new People.NewPerson("X-001", "", "Mya Example", "female", "17", "my"));
  }

  @AfterEach
  void lock() {
    hq.close();
  }

  private void sends(String letter, String handle, People.NewPerson person) {
    try (Desk station = Desks.create(folder.resolve(letter), "Officer Example", handle)) {
      Desks.enrol(station, hq, folder, letter);
      station
          .people()
          .register(List.of(person, new People.NewPerson(letter + "-2", "", "", "", "", "")));
      RecordId parcel =
          station.packages().seal(station.packages().plan(Optional.empty()), Progress.none()).id();
      assertThat(hq.packages().take(station.packages().carry(parcel, folder.resolve("usb"))))
          .isInstanceOf(Importing.Outcome.Imported.class);
    }
  }

  @Test
  void listsAndSearchSayWhichIsWhichAndNobodyElseIsBurdened() {
    List<People.PersonLine> all = hq.people().list("", "wristband", false, 0, 10);
    assertThat(all).hasSize(4);
    assertThat(all)
        .filteredOn(p -> p.wristband().equals("X-001"))
        .extracting(p -> p.apart().orElseThrow().station())
        .containsExactlyInAnyOrder("Station A", "Station B");
    assertThat(all)
        .filteredOn(p -> !p.wristband().equals("X-001"))
        .allMatch(p -> p.apart().isEmpty());
    List<Found> hits = hq.search().find("X-001", 10);
    assertThat(hits).hasSize(2);
    assertThat(hits)
        .extracting(
            h -> ((Found.Person) h).line().apart().orElseThrow().births().getFirst().typed())
        .containsExactlyInAnyOrder("24", "17");
    assertThat(hits.toString() + all).doesNotContain("Zaw", "Mya");
    People.PersonLine alone = hq.people().find(all.getFirst().id()).orElseThrow();
    assertThat(alone.apart()).as("asked for alone").isEqualTo(all.getFirst().apart());
  }

  @Test
  void twoOfOneStationAreToldApartToo() {
    try (Desk station = Desks.create(folder.resolve("c"), "Officer Example", "three")) {
      station
          .people()
          .register(
              List.of(
                  new People.NewPerson("X-007", "", "Su Example", "female", "30", "my"),
                  new People.NewPerson("X-007", "", "Hla Example", "female", "31", "my")));
      assertThat(station.people().list("", "wristband", false, 0, 10))
          .allSatisfy(p -> assertThat(p.apart().orElseThrow().here()).isTrue());
    }
  }
}
