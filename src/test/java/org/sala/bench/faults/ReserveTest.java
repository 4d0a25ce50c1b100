package org.sala.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Pending;
import org.sala.casework.Workplace;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Tools;
import org.sala.domain.AuditEntry;
import org.sala.domain.RecordId;

/** A disk that fills up: what is typed is saved in the room that was kept for it. */
class ReserveTest {
  private static final long RESERVE = 1 << 20;

  private static final Tools TOOLS =
      new Tools(
          Desks.CHEAP.clock(),
          Desks.CHEAP.random(),
          Desks.CHEAP.policy(),
          Desks.CHEAP.newWorkspaces().get(),
          RESERVE);

  @TempDir Path folder;

  /** No room as long as the reserve lies there, or none at all. */
  private final class Filling implements Disturbance {
    private volatile boolean full;
    private volatile boolean atAll;

    @Override
    public int before(Act act, Path file, int length) throws IOException {
      boolean needsRoom = act == Act.WRITE || act == Act.MAKE || act == Act.MAKE_FOLDER;
      if (needsRoom && (atAll || full && Files.exists(reserve()))) {
        throw new IOException("No space left on device");
      }
      return length;
    }
  }

  private Path reserve() {
    return folder.resolve("w").resolve("ballast");
  }

  private static Desk create(Path at, Tools tools) {
    char[] phrase = "phrase of one".toCharArray();
    return entered(
        new Workplace(at, tools)
            .create(new Workplace.FirstStart("en", "Officer One Example", "one", phrase)));
  }

  private static Desk unlock(Path at) {
    return entered(new Workplace(at, TOOLS).unlock("one", "phrase of one".toCharArray()));
  }

  private static Desk entered(Workplace.Entry entry) {
    assertThat(entry).isInstanceOf(Workplace.Entry.Entered.class);
    return ((Workplace.Entry.Entered) entry).desk();
  }

  private static void openCase(Desk desk, String title) {
    desk.cases().open(new Cases.NewCase(title, "rescue", "normal", "Example Town", ""));
  }

  @Test
  void whatIsTypedIsSavedInItAndItIsTakenAgainOnceThereIsRoom() {
    Filling filling = new Filling();
    Path at = new FaultyDisk(filling).path(folder.resolve("w"));
    try (Desk desk = create(at, TOOLS)) {
      assertThat(reserve()).hasSize(RESERVE);
      openCase(desk, "Before");
      assertThat(desk.pending()).doesNotContain(Pending.RESERVE_GIVEN);
      filling.full = true;
      openCase(desk, "On a full disk");
      assertThat(reserve()).doesNotExist();
      assertThat(desk.pending()).contains(Pending.RESERVE_GIVEN);
      desk.drafts().keep("case", Map.of("title", "Half a word"));
      filling.atAll = true;
      assertThatExceptionOfType(CaseworkFault.class)
          .isThrownBy(() -> openCase(desk, "One too many"))
          .satisfies(e -> assertThat(e.code()).isEqualTo(CaseworkFault.Code.DISK_FULL));
      filling.atAll = false;
    }
    filling.full = false;
    try (Desk desk = unlock(at)) {
      assertThat(desk.cases().count("")).isEqualTo(2);
      assertThat(desk.drafts().of("case").orElseThrow().typed())
          .containsEntry("title", "Half a word");
      assertThat(desk.pending()).doesNotContain(Pending.RESERVE_GIVEN);
      assertThat(reserve()).hasSize(RESERVE);
    }
  }

  @Test
  void aHalfTypedFormIsSavedInItToo() {
    Filling filling = new Filling();
    Path at = new FaultyDisk(filling).path(folder.resolve("w"));
    try (Desk desk = create(at, TOOLS)) {
      filling.full = true;
      desk.drafts().keep("case", Map.of("title", "Half a word"));
      assertThat(desk.drafts().of("case")).isPresent();
      assertThat(desk.pending()).contains(Pending.RESERVE_GIVEN);
    }
  }

  @Test
  void whoeverUnlocksAndLooksAndLocksOnAFullDiskDoesSoInIt() {
    Filling filling = new Filling();
    Path at = new FaultyDisk(filling).path(folder.resolve("w"));
    RecordId person;
    try (Desk desk = create(at, TOOLS)) {
      person =
          desk.people()
              .register(List.of(new People.NewPerson("A-001", "", "", "", "30", "my")))
              .getFirst();
    }
    filling.full = true;
    try (Desk desk = unlock(at)) {
      assertThat(reserve()).doesNotExist();
      assertThat(desk.pending()).contains(Pending.RESERVE_GIVEN);
    }
    filling.full = false;
    try (Desk desk = unlock(at)) {
      assertThat(desk.pending()).doesNotContain(Pending.RESERVE_GIVEN);
      filling.full = true;
      desk.people().fields(person);
      assertThat(desk.audit().acts()).last().isEqualTo(AuditEntry.Act.VIEWED);
      assertThat(desk.pending()).contains(Pending.RESERVE_GIVEN);
    }
  }

  @Test
  void whereThereIsNoneTheDoorSaysThatTheDiskIsFullAndOpensOnceThereIsRoom() {
    Filling filling = new Filling();
    Path at = new FaultyDisk(filling).path(folder.resolve("w"));
    create(at, Desks.CHEAP).close();
    filling.atAll = true;
    assertThat(new Workplace(at, Desks.CHEAP).unlock("one", "phrase of one".toCharArray()))
        .isInstanceOf(Workplace.Entry.DiskFull.class);
    filling.atAll = false;
    unlock(at).close();
  }

  @Test
  void withoutItTheOfficerIsToldAndNothingIsHalfWritten() throws IOException {
    Filling filling = new Filling();
    Path at = new FaultyDisk(filling).path(folder.resolve("w"));
    try (Desk desk = create(at, Desks.CHEAP)) {
      Files.writeString(reserve(), "a stranger's file that nobody gives away");
      filling.full = true;
      assertThatExceptionOfType(CaseworkFault.class)
          .isThrownBy(() -> openCase(desk, "On a full disk"))
          .satisfies(e -> assertThat(e.code()).isEqualTo(CaseworkFault.Code.DISK_FULL));
      filling.full = false;
      assertThat(desk.cases().count("")).isZero();
    }
  }
}
