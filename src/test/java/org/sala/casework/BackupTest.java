package org.sala.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.consent.Consents;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.register.Reception;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.packages.take.Quarantine;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.RecoverySheet;
import org.sala.domain.AuditEntry;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.store.StoreFault;

/** A backup is whole or it is none, and what comes back from it is the work of that moment. */
class BackupTest {
  private static final People.NewPerson ZAW =
      new People.NewPerson("A-009", "ဇော်မင်းထွန်း", "Zaw Marker Example", "male", "24", "my");

  @TempDir Path folder;
  private Path stick;
  private final Restoring restoring = new Restoring(Desks.CHEAP);

  @BeforeEach
  void plugIn() throws Exception {
    stick = Files.createDirectory(folder.resolve("stick"));
  }

  private static RecordId newCase(Desk desk) {
    return desk.cases()
        .open(new Cases.NewCase("Compound R-7", "rescue", "restricted", "Example Town", ""));
  }

  private Restoring.Outcome restore(Path backup, Path to) {
    return restoring.restore(backup, to, "one", "phrase of one".toCharArray(), Progress.none());
  }

  private static List<Path> inside(Path place) throws Exception {
    try (var files = Files.list(place)) {
      return files.toList();
    }
  }

  @Test
  void aStickThatWasPreparedCostsNobodyAFile() throws Exception {
    Path mine = Files.writeString(folder.resolve("key.a"), "the only key");
    Files.createSymbolicLink(stick.resolve("b.part"), mine);
    try (Desk desk = Desks.create(folder.resolve("s"), "Officer One Example", "one")) {
      desk.backups().make(stick.resolve("b"), Progress.none());
    }
    assertThat(mine).hasContent("the only key");
    assertThat(inside(stick)).containsExactly(stick.resolve("b"));
  }

  @Test
  void ofAJournalThatIsDamagedNoBackupIsSaidToBeGood() throws Exception {
    Path there = folder.resolve("s");
    try (Desk desk = Desks.create(there, "Officer One Example", "one")) {
      for (int i = 0; i < 20; i++) {
        newCase(desk);
      }
    }
    Path segment =
        inside(there.resolve("journal")).stream()
            .filter(f -> f.getFileName().toString().startsWith("segment"))
            .sorted()
            .findFirst()
            .orElseThrow();
    byte[] bytes = Files.readAllBytes(segment);
    int written = bytes.length;
    while (bytes[written - 1] == 0) {
      written--;
    }
    bytes[written / 2] ^= 1;
    Files.write(segment, bytes);
    try (Desk desk = Desks.unlock(there, "one")) {
      assertThatThrownBy(() -> desk.backups().make(stick, Progress.none()))
          .isInstanceOfSatisfying(
              CaseworkFault.class,
              f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.JOURNAL_DAMAGED));
      assertThat(desk.backups().last()).isEmpty();
    }
    assertThat(inside(stick)).isEmpty();
  }

  @Test
  void aLaptopWhoseViewGivesNoAnswerIsStillBackedUp() throws Exception {
    Desk desk = Desks.create(folder.resolve("s"), "Officer One Example", "one");
    RecordId caseId = newCase(desk);
    Desks.station(desk).view().close();
    Backups.Made made = desk.backups().make(stick, Progress.none());
    assertThat(made.lost()).as("nobody can say").containsExactly(Backups.UNREAD);
    assertThat(desk.backups().last()).isPresent();
    assertThatThrownBy(desk::close).as("its view is closed already").isInstanceOf(StoreFault.class);
    assertThat(restore(Path.of(made.place()), folder.resolve("back")))
        .isInstanceOf(Restoring.Outcome.Restored.class);
    try (Desk back = Desks.unlock(folder.resolve("back"), "one")) {
      assertThat(back.cases().find(caseId)).isPresent();
    }
  }

  @Test
  void whatWasBackedUpComesBackUnderANewIncarnationAndTheOldAuditStaysAsHistory() throws Exception {
    Path there = folder.resolve("s");
    Path back = folder.resolve("back");
    Backups.Made made;
    RecordId caseId;
    RecordId person;
    try (Desk desk = Desks.create(there, "Officer One Example", "one")) {
      caseId = newCase(desk);
      person = desk.people().add(caseId, ZAW, "said", "");
      desk.people().edit(person, Map.of("needs", Value.text("insulin")), "told at triage");
      assertThat(desk.backups().last()).isEmpty();
      assertThat(desk.backups().space(stick).enough()).isTrue();
      made = desk.backups().make(stick, Progress.none());
      assertThat(made.size()).isLessThanOrEqualTo(desk.backups().space(stick).needed());
      assertThat(desk.backups().last()).contains(made);
      assertThat(desk.audit().acts()).contains(AuditEntry.Act.BACKED_UP);
      desk.people().edit(person, Map.of("needs", Value.text("later")), "");
    }
    assertThat(inside(stick)).as("no half file beside it").hasSize(1);
    Restoring.Outcome outcome = restore(Path.of(made.place()), back);
    assertThat(outcome).isInstanceOf(Restoring.Outcome.Restored.class);
    assertThat(((Restoring.Outcome.Restored) outcome).facts().made()).isEqualTo(made.at());
    try (Desk desk = Desks.unlock(back, "one")) {
      assertThat(desk.people().fields(person).get("needs").value())
          .as("the work of that moment, and none that came later")
          .isEqualTo(Value.text("insulin"));
      assertThat(desk.cases().find(caseId).orElseThrow().people()).isEqualTo(1);
      assertThat(desk.audit().acts())
          .containsExactly(AuditEntry.Act.UNLOCKED, AuditEntry.Act.RESTORED, AuditEntry.Act.VIEWED);
      assertThat(desk.audit().verify()).isEqualTo(new AuditTrail.Verdict.Whole(3));
      Backups.Beginning beginning = desk.backups().beginning().orElseThrow();
      assertThat(desk.audit().entries(beginning.before())).isNotEmpty();
      assertThat(desk.pending()).contains(Pending.RESTORED);
      desk.backups().told();
      assertThat(desk.pending()).doesNotContain(Pending.RESTORED);
      desk.cases().edit(caseId, Map.of("place", Value.text("Example Hill")), "");
      assertThat(desk.histories().of(caseId)).hasSize(2);
      assertThat(desk.spoiledSegment()).isEmpty();
    }
    try (Desk again = Desks.unlock(back, "one")) {
      assertThat(again.audit().acts())
          .as("it is told once")
          .filteredOn(AuditEntry.Act.RESTORED::equals)
          .hasSize(1);
    }
  }

  @Test
  void aBackupThatIsAlteredAnywhereOrCutAnywhereRestoresNothingAndLeavesNothing() throws Exception {
    Path backup;
    try (Desk desk = Desks.create(folder.resolve("s"), "Officer One Example", "one")) {
      newCase(desk);
      backup = Path.of(desk.backups().make(stick, Progress.none()).place());
    }
    byte[] whole = Files.readAllBytes(backup);
    Random random = new Random(7);
    Path spoiled = folder.resolve("spoiled");
    for (int i = 0; i < 120; i++) {
      byte[] bytes = whole.clone();
      if (i % 2 == 0) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      } else {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      Files.write(spoiled, bytes);
      assertThat(restore(spoiled, folder.resolve("back")))
          .as("spoiling " + i)
          .isInstanceOfAny(
              Restoring.Outcome.Damaged.class,
              Restoring.Outcome.NotABackup.class,
              Restoring.Outcome.TooNew.class,
              Restoring.Outcome.WrongPassphrase.class);
      assertThat(inside(folder))
          .extracting(f -> f.getFileName().toString())
          .containsExactlyInAnyOrder("s", "stick", "usb", "spoiled");
    }
  }

  @Test
  void nothingIsEverWrittenOverAndWrongWordsAreToldApart() throws Exception {
    Path backup;
    RecoverySheet sheet;
    try (Desk desk = Desks.create(folder.resolve("s"), "Officer One Example", "one")) {
      sheet = desk.officers().recoverySheet();
      backup = Path.of(desk.backups().make(stick.resolve("b"), Progress.none()).place());
      assertThatThrownBy(() -> desk.backups().make(stick.resolve("b"), Progress.none()))
          .isInstanceOf(CaseworkFault.class)
          .hasMessage("TAKEN");
      assertThatThrownBy(() -> desk.backups().make(folder.resolve("s/journal/b"), Progress.none()))
          .as("not into the workspace itself")
          .hasMessage("TAKEN");
    }
    assertThat(restore(backup, folder.resolve("s")))
        .isInstanceOf(Restoring.Outcome.FolderTaken.class);
    assertThat(
            restoring.restore(
                backup, folder.resolve("b"), "one", "guess".toCharArray(), Progress.none()))
        .isInstanceOf(Restoring.Outcome.WrongPassphrase.class);
    Path notes = Files.writeString(folder.resolve("notes"), "notes");
    assertThat(restore(notes, folder.resolve("b")))
        .isInstanceOf(Restoring.Outcome.NotABackup.class);
    Path strangers = Files.createDirectory(folder.resolve("b.restoring")).resolve("a file");
    Files.writeString(strangers, "somebody's");
    assertThatThrownBy(() -> restore(backup, folder.resolve("b")))
        .as("a stranger's folder is not touched")
        .hasMessage("TAKEN");
    assertThat(strangers).hasContent("somebody's");
    Path back = folder.resolve("back");
    assertThat(restoring.withSheet(backup, back, sheet.code(), Progress.none()))
        .isInstanceOf(Restoring.Outcome.Restored.class);
    assertThat(new Workplace(back, Desks.CHEAP).recover(sheet.code()))
        .isInstanceOf(Workplace.Entry.Recovered.class);
  }

  @Test
  void aStoppedBackupAndAStoppedRestoreLeaveNothing() throws Exception {
    Progress stopping =
        new Progress() {
          @Override
          public void done(long bytes, long ofBytes) {
            // Only the stop counts.
          }

          @Override
          public boolean stopped() {
            return true;
          }
        };
    try (Desk desk = Desks.create(folder.resolve("s"), "Officer One Example", "one")) {
      assertThatThrownBy(() -> desk.backups().make(stick, stopping)).hasMessage("STOPPED");
      assertThat(inside(stick)).isEmpty();
      Path backup = Path.of(desk.backups().make(stick, Progress.none()).place());
      assertThat(
              restoring.restore(
                  backup, folder.resolve("b"), "one", "phrase of one".toCharArray(), stopping))
          .isInstanceOf(Restoring.Outcome.Stopped.class);
      assertThat(inside(folder)).as("the workspace and two sticks").hasSize(3);
    }
  }

  @Test
  void backupsTakenWhileOthersSaveAreWhole() throws Exception {
    try (Desk desk = Desks.create(folder.resolve("s"), "Officer One Example", "one")) {
      RecordId caseId = newCase(desk);
      AtomicBoolean over = new AtomicBoolean();
      List<Throwable> failed = new ArrayList<>();
      Thread saving =
          new Thread(
              () -> {
                try {
                  for (int i = 0; !over.get(); i++) {
                    desk.people().register(List.of(ZAW));
                    desk.cases().edit(caseId, Map.of("place", Value.text("Hill " + i)), "");
                  }
                } catch (RuntimeException e) {
                  failed.add(e);
                }
              });
      saving.start();
      List<Path> backups = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        backups.add(Path.of(desk.backups().make(stick.resolve("b" + i), Progress.none()).place()));
      }
      over.set(true);
      saving.join();
      assertThat(failed).isEmpty();
      long before = 0;
      for (Path b : backups) {
        Path back = folder.resolve("back-" + b.getFileName());
        Restoring.Outcome outcome = restore(b, back);
        assertThat(outcome).isInstanceOf(Restoring.Outcome.Restored.class);
        long changes = ((Restoring.Outcome.Restored) outcome).facts().changes();
        assertThat(changes).isGreaterThanOrEqualTo(before);
        before = changes;
        try (Desk restored = Desks.unlock(back, "one")) {
          assertThat(restored.spoiledSegment()).isEmpty();
          assertThat(restored.cases().find(caseId)).isPresent();
        }
      }
    }
  }

  @Test
  void noNameLiesReadableInABackup() throws Exception {
    Path backup;
    try (Desk desk = Desks.create(folder.resolve("s"), "Officer Onemarker Example", "one")) {
      desk.people().add(newCase(desk), ZAW, "said", "");
      backup = Path.of(desk.backups().make(stick, Progress.none()).place());
    }
    String bytes = Files.readString(backup, StandardCharsets.ISO_8859_1);
    assertThat(bytes)
        .doesNotContain("Marker")
        .doesNotContain("Onemarker")
        .doesNotContain("journal/")
        .doesNotContain("Compound R-7");
  }

  @Test
  void headquartersKnowsARestoredLaptopLosesNothingAndAccusesNobody() {
    Path usb = folder.resolve("usb");
    Path back = folder.resolve("back");
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      RecordId caseId;
      RecordId after;
      Path backup;
      try (Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
        Desks.enrol(station, hq, folder, "A");
        caseId = newCase(station);
        for (String place : List.of("North", "South")) {
          station.cases().edit(caseId, Map.of("place", Value.text(place)), "");
          answered(station, hq, usb);
        }
        station.cases().edit(caseId, Map.of("title", Value.text("Compound R-8")), "");
        backup = Path.of(station.backups().make(stick, Progress.none()).place());
        after = station.people().add(caseId, ZAW, "said", "");
        station.people().edit(after, Map.of("needs", Value.text("insulin")), "");
        station
            .consents()
            .ask(
                after,
                Sealing.INVESTIGATION_PURPOSE,
                Sealing.TO_HEADQUARTERS,
                Consents.Answer.YES,
                "my",
                "IN-04");
        Path third = sealed(station, usb);
        assertThat(hq.packages().take(third)).isInstanceOf(Importing.Outcome.Imported.class);
      }
      assertThat(restore(backup, back)).isInstanceOf(Restoring.Outcome.Restored.class);
      try (Desk station = Desks.unlock(back, "one")) {
        assertThat(station.packages().plan(Optional.empty()).changes())
            .as("the third package is not known here any more")
            .hasSize(1);
        assertThat(station.people().find(after)).as("it came after the backup").isEmpty();
        station.cases().edit(caseId, Map.of("place", Value.text("West")), "");
        Importing.Outcome.Imported imported = imported(hq, sealed(station, usb));
        assertThat(imported.restored()).isTrue();
        assertThat(hq.headquarters().stations().getFirst().anew()).isPresent();
        assertThat(Desks.came(hq))
            .filteredOn(Reception.Came::anew)
            .extracting(Reception.Came::id)
            .as("whoever was not there when it came finds it told")
            .containsExactly(imported.id());
        assertThat(imported.held()).isZero();
        assertThat(imported.gap()).isZero();
        assertThat(imported.disputed()).isZero();
        assertThat(hq.cases().fields(caseId).get("place").value()).isEqualTo(Value.text("West"));
        assertThat(hq.cases().fields(caseId).get("title").value())
            .isEqualTo(Value.text("Compound R-8"));
        assertThat(
                station.packages().take(hq.packages().carry(imported.receipt().orElseThrow(), usb)))
            .isInstanceOf(Importing.Outcome.Imported.class);
        assertThat(station.people().fields(after).get("needs").value())
            .as("headquarters gives back what the laptop had sent before it was lost")
            .isEqualTo(Value.text("insulin"));
        assertThat(station.histories().of(after).getFirst().authorName())
            .isEqualTo("Officer One Example");
        assertThat(station.packages().reached(caseId)).isEqualTo(RecordStates.Reached.RECEIVED);
        assertThat(station.packages().reached(after)).isEqualTo(RecordStates.Reached.RECEIVED);
        assertThat(station.packages().plan(Optional.empty()).changes()).isEmpty();
        station.cases().edit(caseId, Map.of("place", Value.text("East")), "");
        assertThat(imported(hq, sealed(station, usb)).restored()).as("once is enough").isFalse();
      }
    }
  }

  @Test
  void aRestoredLaptopThatHasNothingNewToSayAsksForWhatItLost() {
    Path usb = folder.resolve("usb");
    Path back = folder.resolve("back");
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      RecordId after;
      Path backup;
      try (Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
        Desks.enrol(station, hq, folder, "A");
        newCase(station);
        answered(station, hq, usb);
        backup = Path.of(station.backups().make(stick, Progress.none()).place());
        after = newCase(station);
        imported(hq, sealed(station, usb));
      }
      assertThat(restore(backup, back)).isInstanceOf(Restoring.Outcome.Restored.class);
      try (Desk station = Desks.unlock(back, "one")) {
        SealPlan plan = station.packages().plan(Optional.empty());
        assertThat(plan.changes()).as("headquarters has receipted everything").isEmpty();
        assertThat(plan.empty()).as("and all the same it has to be asked").isFalse();
        assertThat(plan.asks()).isTrue();
        Path asking = sealed(station, usb);
        assertThat(station.packages().plan(Optional.empty()).empty())
            .as("a stick may be lost: it asks until it is answered")
            .isFalse();
        Importing.Outcome.Imported imported = imported(hq, asking);
        assertThat(imported.restored()).isTrue();
        assertThat(imported.changes()).isZero();
        station.packages().take(hq.packages().carry(imported.receipt().orElseThrow(), usb));
        assertThat(station.cases().find(after)).as("it came after the backup").isPresent();
        assertThat(station.packages().reached(after)).isEqualTo(RecordStates.Reached.RECEIVED);
        assertThat(station.packages().plan(Optional.empty()).empty()).isTrue();
        assertThat(station.packages().list())
            .filteredOn(PackageLine::outgoing)
            .extracting(PackageLine::state)
            .containsOnly(PackageState.RECEIVED);
      }
    }
  }

  @Test
  void whatARestoredHeadquartersHadReceiptedSinceItsBackupComesAgain() {
    Path usb = folder.resolve("usb");
    Path backup;
    RecordId caseId;
    RecordId after;
    try (Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
        Desks.enrol(station, hq, folder, "A");
        caseId = newCase(station);
        answered(station, hq, usb);
        backup = Path.of(hq.backups().make(stick, Progress.none()).place());
        after = station.people().add(caseId, ZAW, "said", "");
        answered(station, hq, usb);
        assertThat(station.packages().reached(after)).isEqualTo(RecordStates.Reached.RECEIVED);
      }
      Path back = folder.resolve("back");
      char[] phrase = "phrase of zero".toCharArray();
      assertThat(restoring.restore(backup, back, "zero", phrase, Progress.none()))
          .as("another may be at work")
          .isInstanceOf(Restoring.Outcome.OfHeadquarters.class);
      assertThat(back).doesNotExist();
      assertThat(restoring.asTheOnlyOne().restore(backup, back, "zero", phrase, Progress.none()))
          .isInstanceOf(Restoring.Outcome.Restored.class);
      try (Desk hq = Desks.unlock(back, "zero")) {
        assertThat(hq.people().find(after)).as("it came after the backup").isEmpty();
        station.cases().edit(caseId, Map.of("place", Value.text("West")), "");
        answered(station, hq, usb);
        assertThat(station.packages().reached(after))
            .as("a receipt that headquarters has lost counts no more")
            .isEqualTo(RecordStates.Reached.CARRIED);
        answered(station, hq, usb);
        assertThat(hq.people().find(after)).isPresent();
        assertThat(hq.cases().fields(caseId).get("place").value()).isEqualTo(Value.text("West"));
        assertThat(station.packages().reached(after)).isEqualTo(RecordStates.Reached.RECEIVED);
        assertThat(station.packages().plan(Optional.empty()).changes()).isEmpty();
      }
    }
  }

  @Test
  void aDamagedWorkspaceIsSetAsideUntouchedAndItsBackupTakesItsPlace() throws Exception {
    Path there = folder.resolve("s");
    Path backup;
    try (Desk desk = Desks.create(there, "Officer One Example", "one")) {
      newCase(desk);
      backup = Path.of(desk.backups().make(stick, Progress.none()).place());
    }
    Workplace workplace = new Workplace(there, Desks.CHEAP);
    Files.write(there.resolve("key.a"), new byte[100]);
    Files.write(there.resolve("key.b"), new byte[100]);
    assertThat(workplace.unlock("one", "phrase of one".toCharArray()))
        .isInstanceOf(Workplace.Entry.KeyFileDamaged.class);
    assertThat(
            workplace.restore(
                workplace.restoring(), backup, "one", "guess".toCharArray(), Progress.none()))
        .isInstanceOf(Restoring.Outcome.WrongPassphrase.class);
    assertThat(there.resolve("key.a")).hasSize(100);
    assertThat(
            workplace.restore(
                workplace.restoring(),
                backup,
                "one",
                "phrase of one".toCharArray(),
                Progress.none()))
        .isInstanceOf(Restoring.Outcome.Restored.class);
    try (Desk desk = Desks.unlock(there, "one")) {
      assertThat(desk.cases().count("")).isEqualTo(1);
      assertThat(
              workplace.restore(
                  workplace.restoring(),
                  backup,
                  "one",
                  "phrase of one".toCharArray(),
                  Progress.none()))
          .as("never while somebody works there")
          .isInstanceOf(Restoring.Outcome.FolderTaken.class);
    }
    assertThat(inside(folder))
        .filteredOn(f -> f.getFileName().toString().startsWith("s-set-aside-"))
        .singleElement()
        .satisfies(f -> assertThat(f.resolve("key.a")).hasSize(100));
    Files.createDirectory(folder.resolve("letters"));
    Files.writeString(folder.resolve("letters/one"), "not a workspace");
    assertThat(
            new Workplace(folder.resolve("letters"), Desks.CHEAP)
                .restore(restoring, backup, "one", "phrase of one".toCharArray(), Progress.none()))
        .isInstanceOf(Restoring.Outcome.FolderTaken.class);
  }

  @Test
  void aSecondCopyThatHeadquartersOrdersToTakesNewNumbersAtTheNextUnlockAndSaysWhy()
      throws Exception {
    Path usb = folder.resolve("usb");
    Path copy = folder.resolve("copy");
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      RecordId caseId;
      try (Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
        Desks.enrol(station, hq, folder, "A");
        caseId = newCase(station);
      }
      Folders.copy(folder.resolve("a"), copy);
      try (Desk station = Desks.unlock(folder.resolve("a"), "one")) {
        station.cases().edit(caseId, Map.of("place", Value.text("South")), "");
        answered(station, hq, usb);
      }
      hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
      hq.headquarters()
          .certify(hq.headquarters().uncertified().keySet().iterator().next(), "EX-0009");
      try (Desk station = Desks.unlock(copy, "one")) {
        station.cases().edit(caseId, Map.of("title", Value.text("Compound R-9")), "");
        assertThat(hq.packages().take(sealed(station, usb)))
            .isInstanceOf(Importing.Outcome.Held.class);
        RecordId waiting = hq.quarantine().waiting().getFirst().id();
        hq.quarantine().propose(waiting, "the night shift took the other laptop along");
        Quarantine.Decision decision =
            hq.quarantine().admit(waiting, "agreed", "nine", "phrase of nine".toCharArray());
        Importing.Outcome.Imported imported = ((Quarantine.Decision.Admitted) decision).imported();
        station.packages().take(hq.packages().carry(imported.receipt().orElseThrow(), usb));
        assertThat(station.pending()).contains(Pending.COPY_SEEN);
      }
      try (Desk station = Desks.unlock(copy, "one")) {
        assertThat(station.pending()).contains(Pending.ORDERED).doesNotContain(Pending.COPY_SEEN);
        assertThat(station.backups().beginning().orElseThrow().why())
            .isEqualTo(Backups.Why.ORDERED);
        station.cases().edit(caseId, Map.of("title", Value.text("Compound R-10")), "");
        assertThat(imported(hq, sealed(station, usb)).held())
            .as("the copy works on under numbers of its own")
            .isZero();
      }
      try (Desk station = Desks.unlock(folder.resolve("a"), "one")) {
        station.cases().edit(caseId, Map.of("place", Value.text("West")), "");
        assertThat(imported(hq, sealed(station, usb)).held()).isZero();
      }
    }
  }

  private static void answered(Desk station, Desk hq, Path usb) {
    Importing.Outcome.Imported imported = imported(hq, sealed(station, usb));
    assertThat(station.packages().take(hq.packages().carry(imported.receipt().orElseThrow(), usb)))
        .isInstanceOf(Importing.Outcome.Imported.class);
  }

  private static Path sealed(Desk station, Path usb) {
    PackageLine line =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    return station.packages().carry(line.id(), usb);
  }

  private static Importing.Outcome.Imported imported(Desk hq, Path file) {
    Importing.Outcome outcome = hq.packages().take(file);
    assertThat(outcome).isInstanceOf(Importing.Outcome.Imported.class);
    return (Importing.Outcome.Imported) outcome;
  }
}
