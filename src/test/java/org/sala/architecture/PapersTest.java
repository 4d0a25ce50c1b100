package org.sala.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  private static final Path DECISIONS = Path.of("docs/decisions");
  private static final String LIST = "README.md";

  @Test
  void everyDecisionNamesATestThatExists() throws Exception {
    Set<String> tests;
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      tests =
          files
              .map(f -> f.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toSet());
    }
    List<Path> decisions = decisions();
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

  @Test
  void everyDecisionStandsOnceInTheListUnderItsTitle() throws Exception {
    List<String> asTheyAre = new ArrayList<>();
    for (Path d : decisions()) {
      String title = Files.readAllLines(d).getFirst().replaceFirst("^# (\\d+)\\. ", "");
      int number = Integer.parseInt(d.getFileName().toString().substring(0, 4));
      asTheyAre.add("* [" + number + "](" + d.getFileName() + ") " + title);
    }
    assertThat(Files.readAllLines(DECISIONS.resolve(LIST)).stream().filter(l -> l.startsWith("*")))
        .containsExactlyInAnyOrderElementsOf(asTheyAre);
  }

  private static List<Path> decisions() throws IOException {
    try (Stream<Path> files = Files.list(DECISIONS)) {
      return files.filter(f -> !f.endsWith(LIST)).sorted().toList();
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
