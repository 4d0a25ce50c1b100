package org.sala.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.station.FaultLog;

/** What a program says on its way out may lie in a desktop's log for years. */
class UnexpectedTest {
  @TempDir Path folder;

  @Test
  void whatNobodyCaughtIsToldAndWrittenDownOnceWithoutItsWords() throws Exception {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    List<String> told = new ArrayList<>();
    FaultLog faults = new FaultLog(Clock.systemUTC());
    faults.into(Files.createDirectories(folder.resolve("log")).getParent());
    Unexpected unexpected =
        new Unexpected(new PrintStream(said, true, StandardCharsets.UTF_8), faults, told::add);
    try {
      LocalDate.parse("Winnowhill Example");
    } catch (DateTimeParseException e) {
      assertThat(e).hasMessageContaining("Winnowhill");
      IllegalStateException thrown = new IllegalStateException("of Winnowhill", e);
      Thread called = new Thread("MVStore writer nio:/home/winnowhill/Sala");
      unexpected.uncaughtException(called, thrown);
      unexpected.uncaughtException(called, thrown);
    }
    String words = said.toString(StandardCharsets.UTF_8);
    assertThat(words)
        .contains("java.lang.IllegalStateException", "DateTimeParseException", "UnexpectedTest")
        .doesNotContain("Winnowhill", "winnowhill");
    assertThat(told).hasSize(1);
    assertThat(words).contains("fault " + told.getFirst());
    assertThat(faults.written())
        .containsOnlyOnce("fault " + told.getFirst())
        .doesNotContain("Winnowhill", "winnowhill");
  }
}
