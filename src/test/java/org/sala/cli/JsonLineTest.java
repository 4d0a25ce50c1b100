package org.sala.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sala.domain.Value;

/** What a script reads keeps its letters, whatever the way out can carry. */
class JsonLineTest {
  private static final Map<String, Value> THAI = Map.of("name", Value.text("สถานี A"));

  private static String on(Charset charset) {
    PrintStream before = System.out;
    System.setOut(new PrintStream(new ByteArrayOutputStream(), true, charset));
    try {
      return JsonLine.of(THAI);
    } finally {
      System.setOut(before);
    }
  }

  @Test
  void lettersThatTheWayOutCannotCarryAreEscaped() {
    assertThat(on(StandardCharsets.UTF_8)).isEqualTo("{\"name\":\"สถานี A\"}");
    assertThat(on(StandardCharsets.US_ASCII))
        .isEqualTo("{\"name\":\"\\u0e2a\\u0e16\\u0e32\\u0e19\\u0e35 A\"}");
  }
}
