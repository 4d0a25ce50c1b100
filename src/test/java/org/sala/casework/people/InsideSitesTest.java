package org.sala.casework.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.screening.Triages;
import org.sala.domain.RecordId;

/** Who is still inside, put together by site and building. */
class InsideSitesTest {
  @TempDir Path folder;
  private Desk desk;
  private List<RecordId> people;

  @BeforeEach
  void unlock() {
    desk = Desks.create(folder.resolve("night"), "Officer One Example", "one");
    people =
        desk.people()
            .register(
                List.of(
                    new People.NewPerson("A-001", "", "", "", "30", "my"),
                    new People.NewPerson("A-002", "", "", "", "30", "th")));
  }

  @AfterEach
  void lock() {
    desk.close();
  }

  private void inside(int by, String name, String site, String place, String safe, String status) {
    desk.triages()
        .inside(
            people.get(by), new Triages.Inside(name, "", site, place, "last week", safe, status));
  }

  @Test
  void onePlaceHoweverItIsSpeltWithTheWorstWordOnSafety() {
    assertThat(desk.insideSites().all()).isEmpty();
    inside(0, "Mya Example", "Compound R-7", "Block 2", "yes", "inside");
    inside(1, "Lin Example", "compound  r-7", "block 2", "no", "inside");
    inside(1, "Old Example", "Compound R-7", "Block 2", "unknown", "moved");
    inside(1, "Two Example", "Compound R-7", "Block 3", "yes", "inside");
    List<InsideSites.Building> all = desk.insideSites().all();
    assertThat(all).hasSize(2);
    InsideSites.Building most = all.getFirst();
    assertThat(most.inside()).isEqualTo(2);
    assertThat(most.moved()).isEqualTo(1);
    assertThat(most.unknown()).isZero();
    assertThat(most.toldBy()).isEqualTo(2);
    assertThat(most.safe()).as("one says that it is not").isEqualTo(InsideSites.Safe.NO);
    assertThat(most.lastSeen()).isEqualTo("last week");
    assertThat(most.heard()).extracting(InsideSites.Heard::saidBy).contains("A-001", "A-002");
    assertThat(all.getLast().safe()).isEqualTo(InsideSites.Safe.YES);
    assertThat(all.toString()).doesNotContain("Mya");
  }

  @Test
  void nothingSaidOfSafetyIsUnknownAndNeverAYes() {
    desk.triages().inside(people.get(0), new Triages.Inside("Mya Example", "", "", "inside"));
    inside(1, "Lin Example", "", "", "yes", "inside");
    assertThat(desk.insideSites().all())
        .singleElement()
        .satisfies(b -> assertThat(b.safe()).isEqualTo(InsideSites.Safe.UNKNOWN))
        .satisfies(b -> assertThat(b.inside()).isEqualTo(2));
    assertThat(desk.triages().inside(people.get(1)))
        .singleElement()
        .satisfies(i -> assertThat(i.lastSeen()).isEqualTo("last week"));
  }
}
