package org.sala.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The papers stay true: decisions name tests that exist, every package says what it is for. */
class PapersTest {

  @Test
  void everyDecisionNamesATestThatExists() throws Exception {
    Set<String> tests;
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      tests =
          files
              .map(f -> f.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toSet());
    }
    try (Stream<Path> files = Files.list(Path.of("docs/decisions"))) {
      List<Path> decisions = files.sorted().toList();
      assertThat(decisions).isNotEmpty();
      for (Path d : decisions) {
        assertThat(d.getFileName().toString()).matches("\\d{4}-[a-z0-9-]+\\.md");
        Matcher named = Pattern.compile("`([A-Z][A-Za-z0-9]*Test)`").matcher(Files.readString(d));
        Set<String> found = new TreeSet<>();
        while (named.find()) {
          found.add(named.group(1));
        }
        assertThat(found).as(d.toString()).isNotEmpty();
        assertThat(tests).as(d.toString()).containsAll(found);
      }
    }
  }

  @Test
  void everyPackageSaysWhatItIsForAndThatNullsAreMarked() throws Exception {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/sala"))) {
      for (Path folder : files.filter(Files::isDirectory).toList()) {
        Path info = folder.resolve("package-info.java");
        assertThat(info).exists();
        assertThat(Files.readString(info)).contains("@org.jspecify.annotations.NullMarked", "/**");
      }
    }
  }
}
