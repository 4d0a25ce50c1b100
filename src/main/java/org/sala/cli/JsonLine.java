package org.sala.cli;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/**
 * An object for scripts, on one line. Where the way out cannot carry its letters, as under a timer
 * that knows no language, they are written as escapes: a name must not become question marks.
 */
final class JsonLine {
  private JsonLine() {}

  static String of(Map<String, Value> parts) {
    String line = new String(Json.write(new Value.Parts(parts)), StandardCharsets.UTF_8);
    return System.out.charset().newEncoder().canEncode(line) ? line : plain(line);
  }

  private static String plain(String line) {
    return line.chars()
        .mapToObj(c -> c < 0x7f ? String.valueOf((char) c) : escaped(c))
        .collect(Collectors.joining());
  }

  private static String escaped(int c) {
    return String.format(Locale.ROOT, "\\u%04x", c);
  }
}
