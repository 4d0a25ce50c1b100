package org.sala.casework.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.people.InsideSites;
import org.sala.casework.people.People;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.Progress;
import org.sala.domain.AuditEntry;
import org.sala.domain.RecordId;

/** Somebody told of as inside stands in the hall: linked, and the link taken back. */
class CameOutTest {
  @TempDir Path folder;
  private Desk desk;
  private RecordId caseId;
  private RecordId teller;
  private RecordId boy;

  @BeforeEach
  void oneTellsOfAnother() {
    desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    caseId = desk.cases().open(new Cases.NewCase("Red house", "rescue", "normal", "", ""));
    teller = desk.people().add(caseId, arrived("A-001", "Hla Example", "30"), "", "");
    desk.triages().inside(teller, told("Zaw Min"));
    desk.triages().inside(teller, told("Su Su"));
    boy = desk.people().add(caseId, arrived("A-002", "Zaw Min Tun", "15"), "", "");
  }

  @AfterEach
  void lock() {
    desk.close();
  }

  private static People.NewPerson arrived(String number, String name, String birth) {
    return new People.NewPerson(number, "", name, "", birth, "my");
  }

  private static Triages.Inside told(String name) {
    return new Triages.Inside(
        name, "brother", "Compound R-7", "Block 2", "last week", "yes", "inside");
  }

  private RecordId inside(String name) {
    return desk.stillInside().ofCase(caseId).stream()
        .filter(l -> l.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private InsideSites.Building building() {
    return desk.insideSites().all().getFirst();
  }

  @Test
  void whoHasAWordOfTheNameIsOfferedAndNobodyTellsOfOneself() {
    assertThat(desk.cameOut().sharingAName(boy)).isEqualTo(1);
    assertThat(desk.cameOut().sharingAName(teller)).isZero();
    int before = desk.audit().acts().size();
    List<CameOut.Told> all = desk.cameOut().mayBe(boy);
    assertThat(all).extracting(CameOut.Told::name).containsExactlyInAnyOrder("Zaw Min", "Su Su");
    assertThat(all.getFirst().saidBy()).isEqualTo("A-001");
    assertThat(desk.audit().acts())
        .as("that names of people inside were looked at is written down")
        .hasSize(before + 1)
        .last()
        .isEqualTo(AuditEntry.Act.VIEWED);
    assertThat(all.toString()).doesNotContain("Zaw");
    assertThat(desk.cameOut().mayBe(teller)).isEmpty();
  }

  @Test
  void whoIsLinkedCountsAsInsideNoLongerAndWhatWasSaidStaysAsItWas() {
    RecordId zaw = inside("Zaw Min");
    Map<String, ?> before = Map.copyOf(desk.stillInside().fields(zaw));
    desk.cameOut().same(zaw, boy, "stands in the hall, his sister knows him");
    assertThat(desk.stillInside().ofCase(caseId)).hasSize(1);
    assertThat(building().inside()).isEqualTo(1);
    assertThat(building().heard())
        .filteredOn(h -> h.id().equals(zaw))
        .singleElement()
        .satisfies(h -> assertThat(h.status()).isEqualTo("out"))
        .satisfies(h -> assertThat(h.now()).isEqualTo("A-002"));
    assertThat(desk.cameOut().linked(boy))
        .singleElement()
        .satisfies(t -> assertThat(t.place()).isEqualTo("Block 2"))
        .satisfies(t -> assertThat(t.saidBy()).isEqualTo("A-001"));
    assertThat(desk.cameOut().mayBe(boy)).extracting(CameOut.Told::name).containsExactly("Su Su");
    assertThat(desk.stillInside().fields(zaw)).as("not touched").isEqualTo(before);
    assertThat(desk.people().find(boy).orElseThrow().also()).as("no second number").isEmpty();

    desk.cameOut().takeBack(zaw, boy, "another of the same name");
    assertThat(desk.stillInside().ofCase(caseId))
        .as("by one officer: no rule hung on it")
        .hasSize(2);
    assertThat(building().inside()).isEqualTo(2);
    assertThat(desk.cameOut().linked(boy)).isEmpty();
    assertThat(desk.stillInside().fields(zaw)).isEqualTo(before);
    assertThatThrownBy(() -> desk.cameOut().same(teller, boy, "both are people here"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theLinkGoesToHeadquartersWithTheCase() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      Desks.enrol(desk, hq, folder, "A");
      RecordId zaw = inside("Zaw Min");
      desk.cameOut().same(zaw, boy, "stands in the hall");
      RecordId parcel =
          desk.packages().seal(desk.packages().plan(Optional.of(caseId)), Progress.none()).id();
      assertThat(hq.packages().take(desk.packages().carry(parcel, folder.resolve("usb"))))
          .isInstanceOf(Importing.Outcome.Imported.class);
      assertThat(hq.cameOut().linked(boy)).extracting(CameOut.Told::id).containsExactly(zaw);
      assertThat(hq.insideSites().all().getFirst().inside())
          .as("whom they left inside goes with a case's people")
          .isEqualTo(1);
    }
  }
}
