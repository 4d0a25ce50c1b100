package org.sala.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.consent.Consents;
import org.sala.casework.history.Histories;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Findings;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.RecoverySheet;
import org.sala.domain.AgeGroup;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** A day's work through the one door: journal, view, history, packages, receipts. */
class WorkingDayTest {
  @TempDir Path folder;

  private static final People.NewPerson ZAW =
      new People.NewPerson("A-009", "ဇော်မင်းထွန်း", "Zaw Min Example", "male", "24", "my");

  private static RecordId newCase(Desk desk) {
    return desk.cases()
        .open(
            new Cases.NewCase(
                "Compound R-7, people rescued",
                "rescue",
                "restricted",
                "Example Town",
                "First night."));
  }

  @Test
  void whatIsSavedIsThereAfterUnlockingAgainAndAfterTheViewIsDropped() throws Exception {
    Path there = folder.resolve("station");
    RecordId caseId;
    RecordId person;
    try (Desk desk = Desks.create(there, "Officer One Example", "one")) {
      caseId = newCase(desk);
      person = desk.people().add(caseId, ZAW, "said", "");
      desk.people().edit(person, Map.of("needs", Value.text("insulin")), "told at triage");
    }
    for (boolean drop : List.of(false, true)) {
      if (drop) {
        try (var files = Files.newDirectoryStream(there.resolve("db"))) {
          for (Path f : files) {
            Files.delete(f);
          }
        }
      }
      try (Desk desk = Desks.unlock(there, "one")) {
        assertThat(desk.cases().list("", "changed", true, 0, 10))
            .singleElement()
            .matches(c -> c.people() == 1);
        assertThat(desk.cases().list("comp", "changed", true, 0, 10)).hasSize(1);
        People.PersonLine line = desk.people().find(person).orElseThrow();
        assertThat(line.roman()).isEqualTo("Zaw Min Example");
        assertThat(line.forced()).isEqualTo("said");
        assertThat(line.age()).isEqualTo(AgeGroup.ADULT);
        assertThat(desk.people().inCase(caseId)).hasSize(1);
        assertThat(desk.people().fields(person).get("needs").value())
            .isEqualTo(Value.text("insulin"));
        assertThat(desk.search().find("zaw", 5)).hasSize(1);
        assertThat(desk.search().find("ဇော်", 5)).hasSize(1);
        assertThat(desk.officers().me()).isEqualTo("Officer One Example");
      }
    }
  }

  @Test
  void aWrongPassphraseASecondProgramAndADamagedKeyFileAreToldApart() throws Exception {
    Path there = folder.resolve("station");
    Workplace workplace = new Workplace(there, Desks.CHEAP);
    try (Desk desk = Desks.create(there, "Officer One Example", "one")) {
      assertThat(desk.pending()).containsExactly(Pending.RECOVERY_SHEET, Pending.ENROLMENT);
      assertThat(workplace.unlock("one", "phrase of one".toCharArray()))
          .isInstanceOf(Workplace.Entry.OpenElsewhere.class);
    }
    assertThat(workplace.unlock("one", "another".toCharArray()))
        .isInstanceOf(Workplace.Entry.WrongPassphrase.class);
    assertThat(workplace.unlock("two", "phrase of one".toCharArray()))
        .isInstanceOf(Workplace.Entry.WrongPassphrase.class);
    spoil(there.resolve("key.a"));
    try (Desk desk = Desks.unlock(there, "one")) {
      assertThat(desk.pending()).contains(Pending.KEY_FILE_MENDED);
    }
    try (Desk desk = Desks.unlock(there, "one")) {
      assertThat(desk.pending()).doesNotContain(Pending.KEY_FILE_MENDED);
    }
    spoil(there.resolve("key.a"));
    spoil(there.resolve("key.b"));
    assertThat(workplace.unlock("one", "phrase of one".toCharArray()))
        .isInstanceOf(Workplace.Entry.KeyFileDamaged.class);
  }

  private static void spoil(Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void historyShowsEveryFieldAndUndoTakesBackTheLastAct() {
    try (Desk desk = Desks.create(folder.resolve("s"), "Officer One Example", "one")) {
      RecordId caseId = newCase(desk);
      desk.cases().edit(caseId, Map.of("title", Value.text("Compound R-8")), "misheard");
      List<Histories.Entry> entries = desk.histories().of(caseId);
      assertThat(entries).hasSize(2);
      assertThat(entries.getFirst().reason()).contains("misheard");
      assertThat(entries.getFirst().authorName()).isEqualTo("Officer One Example");
      assertThat(entries.getFirst().fields())
          .containsExactly(
              new Histories.FieldChange(
                  "title",
                  Optional.of(Value.text("Compound R-7, people rescued")),
                  Optional.of(Value.text("Compound R-8"))));
      desk.histories().undo();
      assertThat(desk.cases().find(caseId).orElseThrow().title())
          .isEqualTo("Compound R-7, people rescued");
      assertThat(desk.histories().of(caseId)).as("nothing is forgotten").hasSize(3);
      assertThatThrownBy(() -> desk.histories().undo()).isInstanceOf(CaseworkFault.class);
    }
  }

  @Test
  void theRecoverySheetGivesTheWorkBackButNoSigningKey() {
    Path there = folder.resolve("s");
    RecoverySheet sheet;
    RecordId caseId;
    try (Desk desk = Desks.create(there, "Officer One Example", "one")) {
      caseId = newCase(desk);
      sheet = desk.officers().recoverySheet();
      assertThat(sheet.proves(3, sheet.group(3).toLowerCase(java.util.Locale.ROOT))).isTrue();
      assertThat(sheet.proves(3, sheet.group(4))).isFalse();
      desk.officers().recoveryProved();
    }
    Workplace workplace = new Workplace(there, Desks.CHEAP);
    assertThat(workplace.recover("0000-0000")).isInstanceOf(Workplace.Entry.WrongPassphrase.class);
    Workplace.Entry entry = workplace.recover(sheet.code());
    assertThat(entry).isInstanceOf(Workplace.Entry.Recovered.class);
    Workplace.Entry entered =
        ((Workplace.Entry.Recovered) entry)
            .recovery()
            .enter(
                "Officer Two Example", "two", "phrase of two".toCharArray(), Desks.CHEAP.random());
    try (Desk desk = ((Workplace.Entry.Entered) entered).desk()) {
      assertThat(desk.cases().find(caseId)).isPresent();
      assertThat(desk.officers().me()).isEqualTo("Officer Two Example");
      assertThat(desk.histories().of(caseId).getFirst().authorName())
          .isEqualTo("Officer One Example");
      assertThat(desk.enrolment().enrolled()).isFalse();
    }
  }

  @Test
  void aCaseTravelsToHeadquartersAndTheReceiptComesBack() {
    Path usb = folder.resolve("usb");
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      RecordId caseId = newCase(station);
      assertThatThrownBy(
              () ->
                  station
                      .packages()
                      .seal(station.packages().plan(Optional.empty()), Progress.none()))
          .isInstanceOf(CaseworkFault.class);
      Desks.enrol(station, hq, folder, "A");
      RecordId person = station.people().add(caseId, ZAW, "said", "");
      RecordId quiet =
          station
              .people()
              .add(
                  caseId,
                  new People.NewPerson("A-010", "", "Quiet Example", "", "17", "th"),
                  "said",
                  "");
      station.people().edit(person, Map.of("needs", Value.text("insulin")), "");
      station.people().edit(quiet, Map.of("needs", Value.text("a lock on the door")), "");
      station
          .consents()
          .ask(
              person,
              Sealing.INVESTIGATION_PURPOSE,
              Sealing.TO_HEADQUARTERS,
              Consents.Answer.YES,
              Set.of(),
              new Consents.How("my", "IN-04", "Guardian Example"));
      assertThat(station.packages().reached(caseId)).isEqualTo(RecordStates.Reached.HERE);
      SealPlan plan = station.packages().plan(Optional.of(caseId));
      assertThat(plan.withConsent()).containsExactly(person);
      assertThat(plan.keptBack()).containsExactly(quiet);
      PackageLine sealed = station.packages().seal(plan, Progress.none());
      Path carried = station.packages().carry(sealed.id(), usb);
      assertThat(station.packages().reached(caseId)).isEqualTo(RecordStates.Reached.CARRIED);

      Importing.Outcome outcome = hq.packages().take(carried);
      assertThat(outcome).isInstanceOf(Importing.Outcome.Imported.class);
      Importing.Outcome.Imported imported = (Importing.Outcome.Imported) outcome;
      assertThat(imported.gap()).isZero();
      assertThat(hq.cases().find(caseId).orElseThrow().people()).isEqualTo(2);
      assertThat(hq.people().fields(person).get("needs").value()).isEqualTo(Value.text("insulin"));
      assertThat(hq.people().fields(quiet))
          .as("what was kept back did not travel")
          .doesNotContainKey("needs");
      assertThat(hq.histories().of(person)).isNotEmpty();
      assertThat(hq.packages().take(carried)).isInstanceOf(Importing.Outcome.AlreadyImported.class);

      Path receipt = hq.packages().carry(imported.receipt().orElseThrow(), usb);
      assertThat(station.packages().take(receipt)).isInstanceOf(Importing.Outcome.Imported.class);
      assertThat(station.packages().reached(caseId)).isEqualTo(RecordStates.Reached.RECEIVED);
      assertThat(station.packages().plan(Optional.empty()).changes())
          .as("nothing waits but what came since")
          .hasSize(0);
      station.cases().edit(caseId, Map.of("place", Value.text("Example Hill")), "");
      assertThat(station.packages().reached(caseId)).isEqualTo(RecordStates.Reached.HERE);
      assertThat(station.packages().plan(Optional.empty()).changes())
          .as("an increment is small")
          .hasSize(1);
    }
  }

  @Test
  void twoStationsThatWriteOnTheSameFieldAreADisagreementAtHeadquarters() throws Exception {
    Path usb = folder.resolve("usb");
    Path copy = folder.resolve("copy");
    RecordId caseId;
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      try (Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
        Desks.enrol(station, hq, folder, "A");
        caseId = newCase(station);
      }
      copyFolder(folder.resolve("a"), copy);
      for (Path of : List.of(folder.resolve("a"), copy)) {
        try (Desk station = Desks.unlock(of, "one")) {
          station
              .cases()
              .edit(caseId, Map.of("place", Value.text(of.equals(copy) ? "North" : "South")), "");
          PackageLine sealed =
              station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
          Importing.Outcome outcome =
              hq.packages().take(station.packages().carry(sealed.id(), usb));
          assertThat(outcome)
              .as("the same numbers with other content are two copies of one workspace")
              .isInstanceOf(
                  of.equals(copy)
                      ? Importing.Outcome.Held.class
                      : Importing.Outcome.Imported.class);
        }
      }
      assertThat(hq.cases().fields(caseId).get("place").value()).isEqualTo(Value.text("South"));
    }
  }

  @Test
  void aRevokedOfficersPackageIsKeptInQuarantine() throws Exception {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Desks.enrol(station, hq, folder, "A");
      RecordId caseId = newCase(station);
      PackageLine sealed =
          station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
      hq.headquarters().revoke(hq.headquarters().stations().getFirst().id(), "the laptop was lost");
      Importing.Outcome outcome =
          hq.packages().take(station.packages().carry(sealed.id(), folder.resolve("usb")));
      assertThat(outcome).isInstanceOf(Importing.Outcome.Held.class);
      assertThat(((Importing.Outcome.Held) outcome).checked().kind()).isEqualTo("REVOKED");
      assertThat(hq.cases().find(caseId)).as("nothing became visible").isEmpty();
      assertThat(folder.resolve("hq/quarantine").toFile().list()).hasSize(1);
    }
  }

  @Test
  void theAuditChainIsWholeAndTamperingIsToldApart() {
    try (Desk desk = Desks.create(folder.resolve("s"), "Officer One Example", "one")) {
      RecordId caseId = newCase(desk);
      RecordId person = desk.people().add(caseId, ZAW, "said", "");
      desk.people().fields(person);
      desk.people().fields(person);
      assertThat(desk.audit().verify()).isEqualTo(new AuditTrail.Verdict.Whole(3));
    }
  }

  @Test
  void aLowerFindingTakesEffectOnlyByASecondOfficersOwnKey() {
    try (Desk desk = Desks.create(folder.resolve("s"), "Officer One Example", "one")) {
      RecordId person = desk.people().add(newCase(desk), ZAW, "said", "");
      desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
      RecordId finding =
          desk.findings()
              .find(
                  person,
                  Optional.of(Screened.closed(desk, person)),
                  Findings.Finding.NO_INDICATIONS,
                  "nothing was said yet");
      assertThat(desk.people().find(person).orElseThrow().findingWaits()).isTrue();
      assertThat(desk.findings().waiting(person)).contains(finding);
      assertThat(
              desk.findings().confirm(finding, true, "read", "one", "phrase of one".toCharArray()))
          .isEqualTo(Findings.Confirmed.SAME_OFFICER);
      assertThat(desk.findings().confirm(finding, true, "read", "two", "guess".toCharArray()))
          .isEqualTo(Findings.Confirmed.WRONG_PASSPHRASE);
      assertThat(desk.people().find(person).orElseThrow().findingWaits()).isTrue();
      assertThat(
              desk.findings().confirm(finding, true, "read", "two", "phrase of two".toCharArray()))
          .isEqualTo(Findings.Confirmed.DONE);
      assertThat(desk.people().find(person).orElseThrow().findingSigned()).isTrue();
      assertThat(desk.people().find(person).orElseThrow().findingWaits())
          .as("it counts once headquarters has certified both officers")
          .isTrue();
      assertThat(desk.officers().me())
          .as("the second officer is gone again")
          .isEqualTo("Officer One Example");
      desk.findings().find(person, Findings.Finding.PRESUMED_VICTIM, "heard more");
      assertThat(desk.people().find(person).orElseThrow().findingWaits())
          .as("protection never waits")
          .isFalse();
    }
  }

  @Test
  void dangerStaysFirstUntilSomeoneWritesWhoWasTold() {
    try (Desk desk = Desks.create(folder.resolve("s"), "Officer One Example", "one")) {
      RecordId person = desk.people().register(List.of(ZAW)).getFirst();
      RecordId other =
          desk.people()
              .register(List.of(new People.NewPerson("A-010", "", "", "", "17", "th")))
              .getFirst();
      assertThat(desk.tonight().waiting()).hasSize(2);
      desk.triages()
          .done(
              person,
              new Triages.Answers(
                  Map.of("q1", "yes", "q6", "yes", "q2", "declined"),
                  Map.of("q6", "they have my family's address")));
      desk.triages().inside(person, new Triages.Inside("Sister Example", "", "", "inside"));
      desk.triages().done(other, new Triages.Answers(Map.of("q1", "unknown"), Map.of()));
      People.PersonLine line = desk.people().find(person).orElseThrow();
      assertThat(line.urgency()).isEqualTo("danger hurt");
      assertThat(line.stillInside()).isEqualTo(1);
      assertThat(desk.people().find(other).orElseThrow().urgency())
          .as("a child by age, and no code from an unknown")
          .isEqualTo("child");
      assertThat(desk.tonight().waiting()).isEmpty();
      desk.triages().told(person, "danger", "Duty officer Example, 03:20");
      assertThat(desk.people().find(person).orElseThrow().urgency())
          .as("the doctor still has to be told")
          .isEqualTo("hurt");
    }
  }

  @Test
  void noNameLiesReadableInTheWorkspace() throws Exception {
    Path there = folder.resolve("s");
    try (Desk desk = Desks.create(there, "Officer Onemarker Example", "one")) {
      RecordId caseId = newCase(desk);
      desk.people()
          .add(
              caseId,
              new People.NewPerson("A-009", "Markername ชื่อเครื่องหมาย", "", "", "", ""),
              "said",
              "");
      desk.search().find("Marker", 3);
    }
    try (var files = Files.walk(there)) {
      for (Path f : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(f);
        for (var charset :
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
          for (String marker :
              List.of("Markername", "markername", "Onemarker", "ชื่อเครื่องหมาย", "Compound R-7")) {
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .as("%s in %s", marker, f.getFileName())
                .doesNotContain(new String(marker.getBytes(charset), StandardCharsets.ISO_8859_1));
          }
        }
      }
    }
  }

  private static void copyFolder(Path from, Path to) throws Exception {
    try (var files = Files.walk(from)) {
      for (Path f : files.toList()) {
        Path target = to.resolve(from.relativize(f).toString());
        if (Files.isDirectory(f)) {
          Files.createDirectories(target);
        } else {
          Files.copy(f, target);
        }
      }
    }
  }
}
