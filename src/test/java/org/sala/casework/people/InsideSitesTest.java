package org.sala.casework.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.CaseworkFault;
import org.sala.domain.AuditEntry;
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
  void whoIsOutCountsAsInsideNoLongerAndWhatWasSaidStays() {
    RecordId caseId = desk.cases().open(new Cases.NewCase("Red house", "rescue", "normal", "", ""));
    desk.involvements().bring(caseId, people.get(0), Involvements.Written.said("", ""), "");
    inside(0, "Mya Example", "Compound R-7", "Block 2", "yes", "inside");
    inside(0, "Lin Example", "Compound R-7", "Block 2", "yes", "inside");
    InsideSites.Heard mya =
        desk.insideSites().all().getFirst().heard().stream()
            .filter(h -> h.name().startsWith("Mya"))
            .findFirst()
            .orElseThrow();
    StillInside.Written out =
        new StillInside.Written(
            "Mya Example",
            "",
            "Compound R-7",
            "Block 2",
            "last week",
            "yes",
            "out",
            "other",
            "B",
            "");
    assertThatThrownBy(() -> desk.stillInside().edit(mya.id(), out, " "))
        .as("nobody stops looking without saying how that is known")
        .isInstanceOf(IllegalArgumentException.class);
    desk.stillInside().edit(mya.id(), out, "stands in the hall");
    InsideSites.Building most = desk.insideSites().all().getFirst();
    assertThat(most.inside()).isEqualTo(1);
    assertThat(most.unknown()).as("it is known where she is").isZero();
    assertThat(most.heard()).as("what was said is not gone").hasSize(2);
    assertThat(desk.stillInside().ofCase(caseId))
        .extracting(StillInside.Line::name)
        .containsExactly("Lin Example");
    assertThat(desk.histories().of(mya.id()).getFirst().reason()).contains("stands in the hall");
    assertThatThrownBy(() -> desk.stillInside().edit(mya.id(), out, "again"))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.NOTHING_TO_SAVE));
    desk.histories().undo();
    assertThat(desk.stillInside().ofCase(caseId)).hasSize(2);
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

  @Test
  void aSiteIsRolledUpOverItsBuildingsWithWhoToldAndTheirCases() {
    RecordId caseId = desk.cases().open(new Cases.NewCase("Red house", "rescue", "normal", "", ""));
    RecordId third =
        desk.people()
            .add(caseId, new People.NewPerson("A-003", "", "", "", "30", "my"), "said", "");
    inside(0, "Mya Example", "Compound R-7", "Block 2", "yes", "inside");
    inside(1, "Lin Example", "compound r-7", "Block 3", "no", "inside");
    inside(1, "Su Example", "Other place", "", "yes", "inside");
    desk.triages()
        .inside(
            third,
            new Triages.Inside("Ko Example", "", "COMPOUND R-7", "Block 2", "May", "yes", "moved"));
    InsideSites.Site most = desk.insideSites().sites().getFirst();
    assertThat(desk.insideSites().sites()).hasSize(2);
    assertThat(most.name()).isEqualTo("Compound R-7");
    assertThat(most.inside()).isEqualTo(2);
    assertThat(most.moved()).isEqualTo(1);
    assertThat(most.buildings()).isEqualTo(2);
    assertThat(most.toldBy()).isEqualTo(3);
    assertThat(most.stations()).isEqualTo(1);
    assertThat(most.safe()).isEqualTo(InsideSites.Safe.NO);

    InsideSites.Page page = desk.insideSites().page(most.key()).orElseThrow();
    assertThat(page.site()).isEqualTo(most);
    assertThat(page.buildings()).extracting(InsideSites.Building::building).hasSize(2);
    assertThat(page.tellers())
        .extracting(InsideSites.Teller::number)
        .containsExactly("A-001", "A-002", "A-003");
    assertThat(page.tellers()).allMatch(t -> t.named() == 1);
    assertThat(page.cases()).extracting(InsideSites.LinkedCase::id).containsExactly(caseId);
    assertThat(page.firstMillis()).isPositive().isLessThanOrEqualTo(page.lastMillis());
    assertThat(page.toString()).doesNotContain("Mya").doesNotContain("Red house");
    assertThat(desk.insideSites().page("nowhere")).isEmpty();

    int before = desk.audit().acts().size();
    desk.insideSites().namesShown(page);
    assertThat(desk.audit().acts()).hasSize(before + 1).last().isEqualTo(AuditEntry.Act.VIEWED);
  }
}
