package org.sala.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One formatter, google-java-format, for every Java file; {@code docs/decisions} says why here. */
class FormatTest {

  @Test
  void everyJavaFileIsFormatted() throws Exception {
    Formatter formatter = new Formatter();
    List<Path> unformatted = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String text = Files.readString(file);
        if (!formatter.formatSourceAndFixImports(text).equals(text)) {
          unformatted.add(file);
        }
      }
    }
    assertThat(unformatted).isEmpty();
  }
}
