package org.sala.casework.people;

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
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.domain.Change;
import org.sala.domain.DateReader;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;

/** The parts of people in cases, in a real workspace. */
class InvolvementsTest {
  @TempDir Path folder;
  private Desk desk;
  private RecordId caseId;
  private RecordId person;

  @BeforeEach
  void begin() {
    desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    caseId = desk.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    person = desk.people().add(caseId, new People.NewPerson("A-001", "", "", "", "", ""), "", "");
  }

  @AfterEach
  void end() {
    desk.close();
  }

  private Involvements.Part only() {
    List<Involvements.Part> parts = desk.involvements().inCase(caseId);
    assertThat(parts).hasSize(1);
    return parts.getFirst();
  }

  private int people() {
    return desk.cases().find(caseId).orElseThrow().people();
  }

  private static Involvements.Written written(String forced, String defrauded, String began) {
    return new Involvements.Written("witness", "said", forced, defrauded, began, "", "40 000 baht");
  }

  private static void refused(CaseworkFault.Code code, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(code));
  }

  @Test
  void neitherAxisMayBecomeBothWithARoleAPeriodAndALossAsSaid() {
    assertThat(only().written()).isEqualTo(Involvements.Written.said("", ""));
    Involvements.Written both = written("said", "presumed", "3/2566");
    desk.involvements().edit(only().id(), both, "asked again");
    assertThat(only().written()).isEqualTo(both);
    assertThat(PartialDate.of(only().fields().get("began").value()))
        .isEqualTo(DateReader.date("3/2566"));
    assertThat(desk.people().find(person).orElseThrow().defrauded()).isEqualTo("presumed");
    assertThat(desk.histories().of(only().id()).getFirst().reason()).contains("asked again");
  }

  @Test
  void savingWhatIsWrittenAlreadyIsNoChange() {
    refused(
        CaseworkFault.Code.NOTHING_TO_SAVE,
        () -> desk.involvements().edit(only().id(), only().written(), ""));
  }

  @Test
  void whatChangesOnADayIsAPartOfItsOwnAndThePersonIsStillCountedOnce() {
    desk.involvements().edit(only().id(), written("said", "", "2023"), "");
    RecordId before = only().id();
    desk.involvements().turn(before, "5/2024", written("said", "said", ""), "told on 3 May");
    List<Involvements.Part> parts = desk.involvements().of(person);
    assertThat(parts).hasSize(2);
    assertThat(parts.getFirst().id()).isEqualTo(before);
    assertThat(parts.getFirst().text("ended")).isEqualTo("5/2024");
    assertThat(parts.getFirst().text("defrauded")).isEmpty();
    assertThat(parts.getLast().text("began")).isEqualTo("5/2024");
    assertThat(parts.getLast().text("defrauded")).isEqualTo("said");
    assertThat(parts.getLast().over()).isFalse();
    assertThat(desk.people().inCase(caseId)).hasSize(1);
    assertThat(people()).isEqualTo(1);
    desk.histories().undo();
    Involvements.Part again = only();
    assertThat(again.id()).isEqualTo(before);
    assertThat(again.over()).isFalse();
    assertThat(people()).isEqualTo(1);
    assertThat(desk.histories().of(parts.getLast().id()))
        .as("what was taken back stays in the history")
        .hasSize(2);
  }

  @Test
  void aPersonWhoIsKnownComesIntoAnotherCaseOnceAndStaysOnePerson() {
    RecordId other = desk.cases().open(new Cases.NewCase("Another", "", "", "", ""));
    desk.involvements().bring(other, person, Involvements.Written.said("", "said"), "same phone");
    refused(
        CaseworkFault.Code.ALREADY_DONE,
        () ->
            desk.involvements()
                .bring(other, person, Involvements.Written.said("said", ""), "again"));
    assertThat(desk.involvements().of(person))
        .extracting(Involvements.Part::caseNumber)
        .containsExactly(
            desk.cases().find(caseId).orElseThrow().number(),
            desk.cases().find(other).orElseThrow().number());
    assertThat(desk.people().count("")).isEqualTo(1);
    assertThat(desk.cases().find(other).orElseThrow().people()).isEqualTo(1);
  }

  @Test
  void whatTwoLaptopsWroteDifferentlyIsShownWithBothValuesAndWaitsForTheDecision()
      throws Exception {
    desk.close();
    Path copy = folder.resolve("copy");
    try (var files = Files.walk(folder.resolve("a"))) {
      for (Path f : files.toList()) {
        Files.copy(f, copy.resolve(folder.resolve("a").relativize(f).toString()));
      }
    }
    desk = Desks.unlock(folder.resolve("a"), "one");
    RecordId part = only().id();
    try (Desk other = Desks.unlock(copy, "one")) {
      other.involvements().edit(part, Involvements.Written.said("said", ""), "");
      other.people().setBirth(person, "24", "");
      desk.involvements().edit(part, Involvements.Written.said("presumed", ""), "");
      desk.people().setBirth(person, "about 16", "");
      List<Change> edits = new ArrayList<>();
      Desks.station(other).journal().replay(0, run -> run.forEach(c -> edits.add(c.change())));
      Desks.take(desk, edits.subList(edits.size() - 2, edits.size()));
    }
    assertThat(only().fields().get("forced").versions()).hasSize(2);
    assertThat(desk.people().disputed(person))
        .extracting(Cases.Shown::key)
        .containsExactly("birth");
    refused(
        CaseworkFault.Code.DISPUTED,
        () -> desk.involvements().edit(part, Involvements.Written.said("established", ""), ""));
    refused(
        CaseworkFault.Code.DISPUTED,
        () -> desk.involvements().turn(part, "5/2024", written("said", "said", ""), ""));
  }

  @Test
  void aPartReachesHeadquartersAsItWasWritten() {
    desk.involvements().edit(only().id(), written("said", "said", "about 2022"), "");
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      Desks.enrol(desk, hq, folder, "A");
      PackageLine sealed =
          desk.packages().seal(desk.packages().plan(Optional.empty()), Progress.none());
      hq.packages().take(desk.packages().carry(sealed.id(), folder.resolve("usb")));
      assertThat(hq.involvements().of(person))
          .singleElement()
          .satisfies(p -> assertThat(p.written()).isEqualTo(only().written()));
    }
  }
}
