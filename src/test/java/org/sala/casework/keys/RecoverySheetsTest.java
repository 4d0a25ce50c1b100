package org.sala.casework.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Pending;
import org.sala.casework.Recovery;
import org.sala.casework.Workplace;
import org.sala.casework.station.RecoverySheet;
import org.sala.domain.AuditEntry;

/** The recovery sheet, out of the program and back in. */
class RecoverySheetsTest {
  @TempDir Path folder;

  @Test
  void aSavedSheetOpensTheWorkspaceAndItsLeavingIsInTheAudit() throws Exception {
    Path workspace = folder.resolve("a");
    Path file = folder.resolve("sheet.txt");
    try (Desk desk = Desks.create(workspace, "Officer One Example", "one")) {
      RecoverySheet sheet = desk.recoverySheets().make();
      assertThat(desk.recoverySheets().areProved()).isFalse();
      desk.recoverySheets().save(sheet, file, "Keep it locked away.");
      assertThat(desk.audit().acts()).contains(AuditEntry.Act.EXPORTED);
      desk.recoverySheets().printed();
      assertThat(desk.audit().acts()).contains(AuditEntry.Act.PRINTED);
      desk.recoverySheets().proved();
      assertThat(desk.pending()).doesNotContain(Pending.RECOVERY_SHEET);
    }
    String code = Files.readString(file).lines().reduce((a, b) -> b).orElseThrow();
    Workplace.Entry entry = new Workplace(workspace, Desks.CHEAP).recover(code);
    assertThat(entry).isInstanceOf(Workplace.Entry.Recovered.class);
    ((Workplace.Entry.Recovered) entry).recovery().leave();
  }

  @Test
  void aNewSheetMakesTheOldOneOpenNothingOnceItWasTypedBack() {
    Path workspace = folder.resolve("a");
    RecoverySheet old;
    try (Desk desk = Desks.create(workspace, "Officer One Example", "one")) {
      old = desk.recoverySheets().make();
      desk.recoverySheets().proved();
      desk.recoverySheets().make();
      assertThat(desk.pending()).doesNotContain(Pending.RECOVERY_SHEET);
    }
    assertThat(opens(workspace, old)).as("whoever broke off has no other one").isTrue();
    try (Desk desk = Desks.unlock(workspace, "one")) {
      desk.recoverySheets().make();
      desk.recoverySheets().proved();
    }
    assertThat(opens(workspace, old)).isFalse();
  }

  @Test
  void whoComesInAtHeadquartersIsToldToBeCertifiedThereAndAsksNobody() {
    Path workspace = folder.resolve("hq");
    RecoverySheet sheet;
    try (Desk hq = Desks.headquarters(workspace)) {
      sheet = hq.recoverySheets().make();
      hq.recoverySheets().proved();
    }
    Recovery recovery =
        ((Workplace.Entry.Recovered) new Workplace(workspace, Desks.CHEAP).recover(sheet.code()))
            .recovery();
    Workplace.Entry entry =
        recovery.enter(
            "Officer Nine Example", "nine", "phrase of nine".toCharArray(), Desks.CHEAP.random());
    try (Desk hq = ((Workplace.Entry.Entered) entry).desk()) {
      assertThat(hq.pending()).contains(Pending.UNCERTIFIED).doesNotContain(Pending.ENROLMENT);
      assertThat(hq.enrolment().stationName()).isEqualTo("Headquarters");
      assertThat(hq.headquarters().uncertified()).containsValue("Officer Nine Example");
    }
  }

  private static boolean opens(Path workspace, RecoverySheet sheet) {
    Workplace.Entry entry = new Workplace(workspace, Desks.CHEAP).recover(sheet.code());
    if (entry instanceof Workplace.Entry.Recovered r) {
      r.recovery().leave();
      return true;
    }
    return false;
  }
}
