package org.sala.casework.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;

/** Statements in a real workspace, from the first word to headquarters. */
class StatementsTest {
  private static final Statements.Setting SETTING =
      new Statements.Setting("my", "IN-04", "A support person", "Example hall");

  @TempDir Path folder;
  private Desk desk;
  private RecordId caseId;
  private RecordId person;
  private RecordId statement;

  @BeforeEach
  void begin() {
    desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    caseId = desk.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    person =
        desk.people()
            .add(
                caseId,
                new People.NewPerson("A-001", "", "Somebody Example", "", "24", "my"),
                "said",
                "");
    statement = desk.statements().begin(caseId, person, SETTING);
  }

  @AfterEach
  void end() {
    desk.close();
  }

  private void closed() {
    desk.statements().write(statement, Map.of("text", "First words", "translation", "In English"));
    desk.statements().readBack(statement, "my", "IN-04");
    desk.statements().close(statement, Statements.Signature.SIGNED);
  }

  private static void refused(CaseworkFault.Code code, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(code));
  }

  @Test
  void aStatementIsWrittenReadBackSignedAndClosed() {
    Statements s = desk.statements();
    refused(CaseworkFault.Code.NOTHING_TO_SAVE, () -> s.readBack(statement, "my", "IN-04"));
    s.write(statement, Map.of("text", "First words"));
    refused(
        CaseworkFault.Code.NOT_READ_BACK, () -> s.close(statement, Statements.Signature.SIGNED));
    s.readBack(statement, "my", "IN-04");
    assertThat(s.page(statement).line().state()).isEqualTo(Statements.State.READ_BACK);
    s.close(statement, Statements.Signature.THUMBPRINT);
    Statements.Page page = s.look(statement);
    assertThat(page.line().state()).isEqualTo(Statements.State.CLOSED);
    assertThat(page.closedBy()).isEqualTo("Officer One Example");
    assertThat(page.signature()).isEqualTo("thumbprint");
    assertThat(page.text("text")).isEqualTo("First words");
  }

  @Test
  void nothingOfAClosedStatementChangesNotEvenByUndo() {
    closed();
    Statements s = desk.statements();
    refused(
        CaseworkFault.Code.CLOSED_FOR_GOOD,
        () -> s.write(statement, Map.of("text", "Other words")));
    refused(CaseworkFault.Code.CLOSED_FOR_GOOD, () -> s.readBack(statement, "my", "x"));
    refused(
        CaseworkFault.Code.CLOSED_FOR_GOOD,
        () -> s.close(statement, Statements.Signature.DECLINED));
    refused(CaseworkFault.Code.CLOSED_FOR_GOOD, () -> desk.histories().undo());
    assertThat(s.page(statement).text("text")).isEqualTo("First words");
  }

  @Test
  void wordsThatChangeAfterwardsHaveToBeReadBackAgain() {
    Statements s = desk.statements();
    s.write(statement, Map.of("text", "First words"));
    s.readBack(statement, "my", "IN-04");
    s.write(statement, Map.of("place", "Another room"));
    assertThat(s.page(statement).line().state()).isEqualTo(Statements.State.READ_BACK);
    s.write(statement, Map.of("text", "First words, and more"));
    assertThat(s.page(statement).line().state()).isEqualTo(Statements.State.OPEN);
    refused(
        CaseworkFault.Code.NOT_READ_BACK, () -> s.close(statement, Statements.Signature.SIGNED));
    desk.histories().undo();
    assertThat(s.page(statement).line().state())
        .as("taking the change back brings the reading back")
        .isEqualTo(Statements.State.READ_BACK);
  }

  @Test
  void whatIsSaidLaterAddsToItAndBothKnowOfEachOther() {
    assertThatThrownBy(() -> desk.statements().add(statement, SETTING))
        .isInstanceOf(IllegalStateException.class);
    closed();
    RecordId addition = desk.statements().add(statement, SETTING);
    assertThat(desk.statements().page(addition).line().addsTo()).contains(statement);
    assertThat(desk.statements().page(statement).additions())
        .extracting(Statements.Line::id)
        .containsExactly(addition);
    assertThat(desk.statements().of(caseId))
        .extracting(Statements.Line::number)
        .containsExactly("X-S1", "X-S2");
    assertThat(desk.statements().ofPerson(person)).hasSize(2);
  }

  @Test
  void everyVersionOfTheWordsStaysInTheHistory() {
    desk.statements().write(statement, Map.of("text", "First words"));
    desk.statements().write(statement, Map.of("text", "Better words"));
    assertThat(desk.histories().of(statement).getFirst().fields())
        .singleElement()
        .satisfies(f -> assertThat(f.before().orElseThrow().asText()).contains("First words"));
  }

  @Test
  void aStatementReachesHeadquartersWithItsClosing() {
    closed();
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      Desks.enrol(desk, hq, folder, "A");
      SealPlan plan = desk.packages().plan(Optional.empty());
      assertThat(plan.statements()).isEqualTo(1);
      PackageLine sealed = desk.packages().seal(plan, Progress.none());
      Path carried = desk.packages().carry(sealed.id(), folder.resolve("usb"));
      hq.packages().take(carried);
      Statements.Page there = hq.statements().page(statement);
      assertThat(there.line().state()).isEqualTo(Statements.State.CLOSED);
      assertThat(there.closedBy()).isEqualTo("Officer One Example");
      assertThat(there.text("text")).isEqualTo("First words");
    }
  }

  @Test
  void anotherLaptopsEditThatDidNotKnowOfTheClosingIsADisagreementAndNeverSlipsIn()
      throws Exception {
    desk.statements().write(statement, Map.of("text", "First words"));
    desk.statements().readBack(statement, "my", "IN-04");
    desk.close();
    Path copy = folder.resolve("copy");
    try (var files = java.nio.file.Files.walk(folder.resolve("a"))) {
      for (Path f : files.toList()) {
        java.nio.file.Files.copy(f, copy.resolve(folder.resolve("a").relativize(f).toString()));
      }
    }
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk other = Desks.unlock(copy, "one")) {
      desk = Desks.unlock(folder.resolve("a"), "one");
      Desks.enrol(desk, hq, folder, "A");
      desk.statements().close(statement, Statements.Signature.SIGNED);
      other.statements().write(statement, Map.of("text", "Other words", "interpreter", "IN-09"));
      java.util.List<org.sala.domain.Change> edits = new java.util.ArrayList<>();
      Desks.station(other).journal().replay(0, run -> run.forEach(c -> edits.add(c.change())));
      Desks.take(desk, java.util.List.of(edits.getLast()));
      Statements.Page page = desk.statements().page(statement);
      assertThat(page.line().state()).isEqualTo(Statements.State.CLOSED);
      assertThat(page.fields().get("text").disputed()).isTrue();
      assertThat(page.fields().get("interpreter").disputed()).isTrue();
      assertThat(page.readBack()).as("what was signed had been read back").isPresent();
      assertThat(page.text("readBackBy")).isEqualTo("IN-04");
    }
  }

  private RecordId another(String number, String age) {
    return desk.people()
        .add(
            caseId, new People.NewPerson(number, "", "Another Example", "", age, "my"), "said", "");
  }

  private static Statements.Setting with(String age, Optional<Child> child) {
    return new Statements.Setting("my", "IN-04", "", "", age, child);
  }

  @Test
  void nothingIsWrittenOfWhatAChildSaysWithoutSomebodyForIt() {
    RecordId child = another("A-002", "15");
    refused(CaseworkFault.Code.CHILD_RULES, () -> desk.statements().begin(caseId, child, SETTING));
    refused(
        CaseworkFault.Code.CHILD_RULES,
        () -> desk.statements().begin(caseId, child, with("31", Optional.empty())));
    assertThat(desk.statements().ofPerson(child)).isEmpty();
    RecordId told =
        desk.statements().begin(caseId, child, with("", Optional.of(new Child("Social worker"))));
    assertThat(desk.statements().page(told).text("guardian")).isEqualTo("Social worker");
    assertThat(desk.statements().page(told).text("agreement")).isEqualTo("yes");
  }

  @Test
  void whoeverNobodyKnowsTheAgeOfIsAskedForItFirst() {
    RecordId unknown = another("A-003", "");
    assertThat(desk.statements().ageUnsaid(unknown)).isTrue();
    refused(
        CaseworkFault.Code.CHILD_RULES, () -> desk.statements().begin(caseId, unknown, SETTING));
    refused(
        CaseworkFault.Code.CHILD_RULES,
        () -> desk.statements().begin(caseId, unknown, with("16", Optional.empty())));
    desk.statements().begin(caseId, unknown, with("31", Optional.empty()));
    assertThat(desk.people().find(unknown).orElseThrow().surelyAdult()).isTrue();
  }

  @Test
  void whatAPaperSaysOfAChildAsksNobody() {
    RecordId child = another("A-004", "15");
    RecordId first =
        desk.statements().begin(caseId, child, with("", Optional.of(new Child("Social worker"))));
    desk.statements().write(first, Map.of("text", "First words"));
    desk.statements().readBack(first, "my", "");
    desk.statements().close(first, Statements.Signature.SIGNED);
    refused(CaseworkFault.Code.CHILD_RULES, () -> desk.statements().add(first, SETTING));
    refused(
        CaseworkFault.Code.CHILD_RULES,
        () -> desk.statements().add(first, SETTING, Map.of("source", "self")));
    RecordId read = desk.statements().add(first, SETTING, Map.of("source", "paper"));
    refused(
        CaseworkFault.Code.CHILD_RULES,
        () -> desk.statements().write(read, Map.of("source", "self")));
    assertThat(desk.statements().ofPerson(child)).hasSize(2);
  }
}
