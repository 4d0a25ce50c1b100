package org.sala.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;

/** What a program says on its way out may lie in a desktop's log for years. */
class UnexpectedTest {
  @Test
  void whatNobodyCaughtIsToldWithoutItsWords() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Unexpected unexpected = new Unexpected(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      LocalDate.parse("Winnowhill Example");
    } catch (DateTimeParseException e) {
      assertThat(e).hasMessageContaining("Winnowhill");
      unexpected.uncaughtException(
          Thread.currentThread(), new IllegalStateException("of Winnowhill", e));
    }
    String words = said.toString(StandardCharsets.UTF_8);
    assertThat(words)
        .contains("java.lang.IllegalStateException", "DateTimeParseException", "UnexpectedTest")
        .doesNotContain("Winnowhill");
  }
}
