package org.sala.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Tools;
import org.sala.domain.AuditEntry;

/** The journal has an entry, and then the file of the next entry's key fails. */
class AuditKeyTest {
  private static final Tools TOOLS =
      new Tools(
          Desks.CHEAP.clock(),
          Desks.CHEAP.random(),
          Desks.CHEAP.policy(),
          Desks.CHEAP.newWorkspaces().get(),
          1 << 20);

  @TempDir Path folder;

  /** That file alone cannot be written. */
  private static final class Failing implements Disturbance {
    private final String why;
    private volatile boolean now;

    Failing(String why) {
      this.why = why;
    }

    @Override
    public int before(Act act, Path file, int length) throws IOException {
      if (now && act == Act.WRITE && file.endsWith("audit")) {
        throw new IOException(why);
      }
      return length;
    }
  }

  /** Whatever is written to that file is in a cache and not on the disk. */
  private static final class Cached implements Disturbance {
    private volatile boolean now;

    @Override
    public int before(Act act, Path file, int length) throws IOException {
      if (now && act == Act.FORCE && file.endsWith("audit")) {
        throw new IOException("Input/output error");
      }
      return length;
    }
  }

  @Test
  void aKeyThatTheLastSyncLostIsMovedOnFromTheJournal() throws IOException {
    Cached cached = new Cached();
    Path real = folder.resolve("w");
    Path at = new FaultyDisk(cached).path(real);
    char[] phrase = "phrase of one".toCharArray();
    created(at, phrase).close();
    Desk desk = entered(place(at).unlock("one", phrase.clone()));
    byte[] onTheDisk = Files.readAllBytes(real.resolve("audit"));
    cached.now = true;
    desk.audit().note(AuditEntry.Act.PRINTED, "a page");
    assertThatThrownBy(desk::close).isInstanceOf(RuntimeException.class);
    Files.write(real.resolve("audit"), onTheDisk);
    try (Desk again = entered(place(real).unlock("one", phrase.clone()))) {
      again.audit().note(AuditEntry.Act.PRINTED, "another page");
      assertThat(again.audit().verify()).isInstanceOf(AuditTrail.Verdict.Whole.class);
    }
  }

  private static Desk entered(Workplace.Entry entry) {
    assertThat(entry).isInstanceOf(Workplace.Entry.Entered.class);
    return ((Workplace.Entry.Entered) entry).desk();
  }

  private static Workplace place(Path at) {
    return new Workplace(at, TOOLS);
  }

  private static long printed(Desk desk) {
    return desk.audit().acts().stream().filter(AuditEntry.Act.PRINTED::equals).count();
  }

  private static Desk created(Path at, char[] phrase) {
    return entered(
        place(at)
            .create(new Workplace.FirstStart("en", "Officer One Example", "one", phrase.clone())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"No space left on device", "Input/output error"})
  void whatIsNotedIsNeverToldAsFailedAndNeverTwiceThere(String why) {
    Failing failing = new Failing(why);
    Path at = new FaultyDisk(failing).path(folder.resolve("w"));
    char[] phrase = "phrase of one".toCharArray();
    try (Desk desk = created(at, phrase)) {
      failing.now = true;
      desk.audit().note(AuditEntry.Act.PRINTED, "a page");
      assertThat(printed(desk)).isEqualTo(1);
    }
    // Not even locking could write it: the next opening begins behind all of these entries.
    failing.now = false;
    try (Desk again = entered(place(at).unlock("one", phrase.clone()))) {
      assertThat(printed(again)).isEqualTo(1);
      again.audit().note(AuditEntry.Act.PRINTED, "another page");
      assertThat(again.audit().verify()).isInstanceOf(AuditTrail.Verdict.Whole.class);
    }
    try (Desk third = entered(place(at).unlock("one", phrase.clone()))) {
      assertThat(third.audit().verify()).isInstanceOf(AuditTrail.Verdict.Whole.class);
    }
  }

  @Test
  void aDiskThatRecoversLeavesNothingBehind() {
    Failing failing = new Failing("Input/output error");
    Path at = new FaultyDisk(failing).path(folder.resolve("w"));
    char[] phrase = "phrase of one".toCharArray();
    try (Desk desk = created(at, phrase)) {
      failing.now = true;
      desk.audit().note(AuditEntry.Act.PRINTED, "a page");
      assertThat(Desks.station(desk).state().flag("auditKeyBehind")).isTrue();
      assertThat(desk.faults().written()).contains("VaultFault", "MovingKeyFile");
      failing.now = false;
      desk.audit().note(AuditEntry.Act.PRINTED, "another page");
      assertThat(Desks.station(desk).state().flag("auditKeyBehind")).isFalse();
      assertThat(desk.audit().verify()).isInstanceOf(AuditTrail.Verdict.Whole.class);
    }
  }
}
