package org.sala.casework.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Pending;
import org.sala.casework.Workplace;
import org.sala.domain.AuditEntry;

/** Both copies put back to an older day, or spoiled: told for what it is. */
class OlderFilesTest {
  @TempDir Path folder;
  private Path there;
  private Path kept;

  @BeforeEach
  void aWorkspaceOfWhichSomebodyKeptTheSmallFiles() throws IOException {
    there = folder.resolve("a");
    kept = Files.createDirectory(folder.resolve("kept"));
    Desks.create(there, "Officer One Example", "one").close();
    for (String name : new String[] {"key.a", "key.b", "state.a", "state.b"}) {
      Files.copy(there.resolve(name), kept.resolve(name));
    }
  }

  private void putBack(String name) throws IOException {
    for (String copy : new String[] {".a", ".b"}) {
      Files.copy(
          kept.resolve(name + copy),
          there.resolve(name + copy),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void changePassphrase() {
    try (Desk desk = Desks.unlock(there, "one")) {
      assertThat(
              desk.officers()
                  .changePassphrase(
                      "one", "phrase of one".toCharArray(), "another phrase".toCharArray()))
          .isTrue();
      assertThat(desk.audit().acts()).contains(AuditEntry.Act.PASSPHRASE_CHANGED);
    }
  }

  private void seen(Desk desk, OlderFiles.Which... which) {
    assertThat(desk.olderFiles().seen()).containsExactly(which);
    assertThat(desk.audit().acts()).contains(AuditEntry.Act.OLDER_FILE);
  }

  @Test
  void anOlderKeyFileOpensAndIsToldUntilItWasRead() throws Exception {
    changePassphrase();
    putBack("key");
    try (Desk desk = Desks.unlock(there, "one")) {
      seen(desk, OlderFiles.Which.KEY_FILE);
      assertThat(desk.pending()).contains(Pending.OLDER_KEY_FILE);
    }
    try (Desk desk = Desks.unlock(there, "one")) {
      assertThat(desk.pending()).as("until it was read").contains(Pending.OLDER_KEY_FILE);
      desk.olderFiles().read();
    }
    try (Desk desk = Desks.unlock(there, "one")) {
      assertThat(desk.pending()).doesNotContain(Pending.OLDER_KEY_FILE);
    }
  }

  @Test
  void anOlderStateIsTold() throws Exception {
    try (Desk desk = Desks.unlock(there, "one")) {
      desk.recoverySheets().make();
    }
    putBack("state");
    try (Desk desk = Desks.unlock(there, "one")) {
      seen(desk, OlderFiles.Which.STATE);
      assertThat(desk.pending()).contains(Pending.OLDER_STATE);
    }
  }

  @Test
  void bothPutBackTogetherAreToldByTheAudit() throws Exception {
    changePassphrase();
    putBack("key");
    putBack("state");
    try (Desk desk = Desks.unlock(there, "one")) {
      seen(desk, OlderFiles.Which.KEY_FILE, OlderFiles.Which.STATE);
    }
  }

  @Test
  void aDayOfOrdinaryWorkRaisesNoAlarm() throws Exception {
    changePassphrase();
    byte[] spoiled = Files.readAllBytes(there.resolve("key.a"));
    spoiled[spoiled.length / 2] ^= 1;
    Files.write(there.resolve("key.a"), spoiled);
    for (int i = 0; i < 3; i++) {
      Workplace.Entry entry =
          new Workplace(there, Desks.CHEAP).unlock("one", "another phrase".toCharArray());
      try (Desk desk = ((Workplace.Entry.Entered) entry).desk()) {
        desk.recoverySheets().make();
        desk.officers().add("Officer Example", "o" + i, "some long phrase".toCharArray());
        assertThat(desk.olderFiles().seen()).isEmpty();
      }
    }
  }

  @Test
  void aDamagedStateIsNotCalledAKeyFile() throws Exception {
    for (String copy : new String[] {"state.a", "state.b"}) {
      byte[] bytes = Files.readAllBytes(there.resolve(copy));
      bytes[bytes.length / 2] ^= 1;
      Files.write(there.resolve(copy), bytes);
    }
    assertThat(new Workplace(there, Desks.CHEAP).unlock("one", "phrase of one".toCharArray()))
        .isInstanceOf(Workplace.Entry.StateDamaged.class);
  }
}
