package org.sala.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.crypto.CryptoFault;
import org.sala.crypto.PassphraseKdf;
import org.sala.vault.KeyFile;
import org.sala.vault.Unlocking;
import org.sala.vault.WorkspaceFolder;

/** The passphrase was right, and the workspace does not open: its keys are wiped all the same. */
class ShutDoorTest {
  @TempDir Path folder;

  @Test
  void behindADoorThatStaysShutNoKeyIsKept() throws IOException {
    Path there = folder.resolve("w");
    Desks.create(there, "Officer One Example", "one").close();
    Files.write(there.resolve("state.a"), new byte[100]);
    Files.write(there.resolve("state.b"), new byte[100]);
    try (WorkspaceFolder taken = WorkspaceFolder.take(there).orElseThrow()) {
      KeyFile keyFile =
          new KeyFile(there, new PassphraseKdf(Desks.CHEAP.policy()), Desks.CHEAP.random());
      Unlocking.Opened opened =
          (Unlocking.Opened) keyFile.unlock("one", "phrase of one".toCharArray());
      assertThat(opened.keys().workspace().copy()).isNotEmpty();
      assertThat(
              new Workplace(there, Desks.CHEAP)
                  .open(taken, keyFile, opened, opened.officer().orElseThrow()))
          .isInstanceOf(Workplace.Entry.StateDamaged.class);
      assertThatThrownBy(() -> opened.keys().workspace().copy())
          .isInstanceOfSatisfying(
              CryptoFault.class, f -> assertThat(f.code()).isEqualTo(CryptoFault.Code.WIPED));
    }
  }
}
