package org.sala.casework.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.domain.AuditEntry;

/** A passphrase is changed by whoever has the one that stands, and by nobody else. */
class ChangedPassphraseTest {
  @TempDir Path folder;

  private static boolean change(Desk desk, String handle, String now, String fresh) {
    return desk.officers().changePassphrase(handle, now.toCharArray(), fresh.toCharArray());
  }

  private boolean opens(Path there, String handle, String passphrase) {
    Workplace.Entry entry =
        new Workplace(there, Desks.CHEAP).unlock(handle, passphrase.toCharArray());
    if (entry instanceof Workplace.Entry.Entered entered) {
      entered.desk().close();
      return true;
    }
    assertThat(entry).isInstanceOf(Workplace.Entry.WrongPassphrase.class);
    return false;
  }

  @Test
  void aGuessASlipInTheHandleAndAColleaguesPassphraseChangeNothing() throws Exception {
    Path there = folder.resolve("a");
    try (Desk desk = Desks.create(there, "Officer One Example", "one")) {
      desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
      byte[] before = Files.readAllBytes(there.resolve("key.a"));
      assertThat(change(desk, "one", "a guess", "fresh")).isFalse();
      assertThat(change(desk, "onne", "phrase of one", "fresh")).isFalse();
      assertThat(change(desk, "two", "phrase of two", "fresh")).isFalse();
      assertThat(there.resolve("key.a")).hasBinaryContent(before);
      assertThat(desk.audit().acts()).doesNotContain(AuditEntry.Act.PASSPHRASE_CHANGED);
      assertThat(change(desk, "One ", "phrase of one", "fresh"))
          .as("as the door reads it")
          .isTrue();
      assertThat(desk.audit().acts()).contains(AuditEntry.Act.PASSPHRASE_CHANGED);
      assertThat(change(desk, "one", "phrase of one", "another")).as("of before").isFalse();
      assertThat(desk.officers().me()).as("goes on working").isEqualTo("Officer One Example");
    }
    assertThat(opens(there, "one", "phrase of one")).isFalse();
    assertThat(opens(there, "one", "fresh")).isTrue();
    assertThat(opens(there, "two", "phrase of two")).isTrue();
  }
}
