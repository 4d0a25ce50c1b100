package org.sala.casework.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.vault.VaultFault;

/** What nobody expected is found again by the code that somebody was told, and quotes nothing. */
class FaultLogTest {
  @TempDir Path folder;
  private FaultLog faults = new FaultLog(Clock.systemUTC());

  @BeforeEach
  void begin() throws IOException {
    Files.createDirectories(folder.resolve("log"));
    faults =
        new FaultLog(Clock.fixed(Instant.parse("2026-11-30T01:02:03.456Z"), ZoneOffset.ofHours(7)));
    faults.into(folder);
  }

  private static RuntimeException quoting(String word) {
    NoSuchFileException below = new NoSuchFileException("/home/" + word + "/Sala/key.a");
    below.addSuppressed(new IOException(word));
    return new CaseworkFault(
        CaseworkFault.Code.IO, new VaultFault(VaultFault.Code.IO, word, below));
  }

  @Test
  void itHoldsTimeVersionKindsCodesAndPlacesAndNoMessage() throws Exception {
    String code = faults.note(quoting("Winnowhill")).orElseThrow();
    assertThat(code).matches("[0-9A-F]{4}");
    assertThat(faults.written())
        .startsWith("2026-11-30T01:02:03Z fault " + code + ", Sala " + Version.NUMBER + ", Java ")
        .contains(
            "org.sala.casework.station.CaseworkFault IO\n",
            "caused by org.sala.vault.VaultFault IO\n",
            "caused by java.nio.file.NoSuchFileException\n",
            "beside it java.io.IOException\n",
            "  at org.sala.casework.station.FaultLogTest.quoting:")
        .doesNotContainIgnoringCase("winnowhill")
        .doesNotContain(folder.getFileName().toString());
  }

  @Test
  void aThreadThatIsNamedAfterAPathIsNotNamed() throws Exception {
    AtomicReference<Optional<String>> code = new AtomicReference<>(Optional.empty());
    Thread thread =
        new Thread(() -> code.set(faults.note(quoting("x"))), "MVStore writer /home/winnowhill");
    thread.start();
    thread.join();
    assertThat(code.get()).isPresent();
    assertThat(faults.written()).contains(", another thread\n").doesNotContain("winnowhill");
  }

  @Test
  void oneFaultIsWrittenOnceHoweverManyAreToldOfIt() {
    RuntimeException fault = quoting("x");
    assertThat(faults.note(fault)).isEqualTo(faults.note(fault)).isPresent();
    assertThat(faults.written()).containsOnlyOnce("fault ");
  }

  @Test
  void whatComesAgainAllNightStaysShortAndDoesNotPushOutWhatItBeganWith() throws Exception {
    for (int i = 0; i < 5000; i++) {
      faults.note(quoting("x"));
    }
    assertThat(faults.written())
        .contains("caused by java.nio.file.NoSuchFileException", ", 4096 times now\n");
    assertThat(Files.size(faults.file().orElseThrow())).isLessThan(8 << 10);
  }

  /** Every depth is another stack, and so another fault. */
  private static RuntimeException deep(int depth) {
    return depth == 0 ? new IllegalStateException() : deep(depth - 1);
  }

  @Test
  void manyDifferentOnesTakeNoMoreThanTwoSmallFiles() throws Exception {
    for (int i = 0; i < 1000; i++) {
      RuntimeException fault = deep(i % 20);
      StackTraceElement[] trace = fault.getStackTrace();
      trace[0] = new StackTraceElement("org.sala.Invented", "at", "Invented.java", i);
      fault.setStackTrace(trace);
      faults.note(fault);
    }
    Path older = folder.resolve("log").resolve(FaultLog.OLDER);
    assertThat(Files.size(older)).isBetween(1L, (long) FaultLog.LARGEST);
    assertThat(Files.size(faults.file().orElseThrow())).isLessThanOrEqualTo(FaultLog.LARGEST);
    assertThat(faults.written()).contains("org.sala.Invented.at:999\n");
  }

  @Test
  void anAnswerToAnOfficerIsNoFault() {
    assertThat(faults.note(new CaseworkFault(CaseworkFault.Code.NOTHING_TO_SAVE))).isEmpty();
    assertThat(faults.note(new VaultFault(VaultFault.Code.DISK_FULL, "backup"))).isEmpty();
    assertThat(faults.file()).isEmpty();
  }

  @Test
  void whereNothingCanBeWrittenItsCodeIsToldAllTheSame() throws Exception {
    Files.delete(folder.resolve("log"));
    assertThat(faults.note(quoting("x"))).isPresent();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aWorkspaceThatIsOpenedHasItAndABackupDoesNotTakeItAlong() throws Exception {
    Path station = folder.resolve("station");
    Path backup = folder.resolve("b.salabackup");
    try (Desk desk = Desks.create(station, "Officer One Example", "one")) {
      desk.faults().note(quoting("Winnowhill"));
      assertThat(desk.faults().file()).contains(station.resolve("log").resolve(FaultLog.NAME));
      desk.backups().make(backup, Progress.none());
    }
    Path again = folder.resolve("again");
    new org.sala.casework.Restoring(Desks.CHEAP)
        .restore(backup, again, "one", "phrase of one".toCharArray(), Progress.none());
    Desks.unlock(again, "one").close();
    assertThat(again.resolve("log")).isEmptyDirectory();
  }

  @Test
  void theVersionIsTheBuilds() throws Exception {
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<artifactId>sala</artifactId>\n  <version>" + Version.NUMBER + "</version>");
  }
}
