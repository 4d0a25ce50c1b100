package org.sala.casework.headquarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.station.CaseworkFault;
import org.sala.domain.StationId;

/** Headquarters says where stations and sites are, to the town. */
class PlacesTest {
  @TempDir Path folder;

  @Test
  void aPlaceIsKeptAcrossALockAndWhatItWasBringsItBack() {
    Places.Of station;
    Places.Of site = new Places.AtSite("three quiet boats");
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk a = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Desks.enrol(a, hq, folder, "A");
      StationId id = hq.overview().glance().stations().getFirst().id();
      station = new Places.AtStation(id);
      assertThat(hq.places().of(station)).isEmpty();
      assertThat(hq.places().put(station, Optional.of(new Spot(167, 986)))).isEmpty();
      assertThat(hq.places().put(site, Optional.of(new Spot(-10, 1000)))).isEmpty();
      assertThat(hq.places().put(station, Optional.of(new Spot(137, 1025))))
          .contains(new Spot(167, 986));
      assertThatThrownBy(() -> a.places().put(station, Optional.of(new Spot(1, 1))))
          .isInstanceOf(CaseworkFault.class);
      assertThat(hq.places().country()).isEqualTo("TH");
    }
    try (Desk hq = Desks.unlock(folder.resolve("hq"), "zero")) {
      assertThat(hq.places().of(station)).contains(new Spot(137, 1025));
      assertThat(hq.places().of(site)).contains(new Spot(-10, 1000));
      hq.places().put(station, Optional.empty());
      assertThat(hq.places().of(station)).isEmpty();
    }
  }

  @Test
  void aPlaceIsATownAndNoHall() {
    assertThat(Spot.near(16.7134, 98.5742)).isEqualTo(new Spot(167, 986));
    assertThat(Spot.near(-16.7134, -198.5742)).isEqualTo(new Spot(-167, -1800));
  }
}
