package org.sala.casework.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;

/** Half-filled forms in a real workspace. */
class DraftsTest {
  private static final Map<String, String> TYPED = Map.of("title", "Marked half sentence");

  @TempDir Path folder;

  @Test
  void aDraftIsThereAfterALockForItsOfficerAlone() {
    Path workspace = folder.resolve("a");
    try (Desk desk = Desks.create(workspace, "Officer One Example", "one")) {
      desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
      desk.drafts().keep("a form", TYPED);
    }
    try (Desk desk = Desks.unlock(workspace, "two")) {
      assertThat(desk.drafts().of("a form")).as("a colleague is never offered it").isEmpty();
      desk.drafts().keep("a form", Map.of("title", "Another"));
    }
    try (Desk desk = Desks.unlock(workspace, "one")) {
      assertThat(desk.drafts().of("a form").orElseThrow().typed()).isEqualTo(TYPED);
      assertThat(desk.drafts().of("another form")).isEmpty();
      desk.drafts().drop("a form");
      assertThat(desk.drafts().of("a form")).isEmpty();
    }
  }

  @Test
  void aKillRightAfterTypingLosesNothingAndLeavesNothingReadable() throws Exception {
    Path workspace = folder.resolve("a");
    Process program =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    DraftingProgram.class.getName(),
                    workspace.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
      int last = 0;
      for (int i = 0; i < 7; i++) {
        last = Integer.parseInt(said.readLine());
      }
      program.destroyForcibly();
      program.waitFor();
      assertThat(readable(workspace, DraftingProgram.WORDS)).isEmpty();
      try (Desk desk = Desks.unlock(workspace, "one")) {
        String kept = desk.drafts().of("a form").orElseThrow().typed().get("title");
        assertThat(kept).startsWith(DraftingProgram.WORDS);
        assertThat(Integer.parseInt(kept.substring(DraftingProgram.WORDS.length())))
            .as("at least what was said to be kept")
            .isGreaterThanOrEqualTo(last);
      }
    } finally {
      program.destroyForcibly();
    }
  }

  private static List<Path> readable(Path below, String words) throws IOException {
    byte[] wanted = words.getBytes(StandardCharsets.UTF_8);
    try (Stream<Path> files = Files.walk(below)) {
      return files
          .filter(Files::isRegularFile)
          .filter(f -> contains(f, new String(wanted, StandardCharsets.ISO_8859_1)))
          .toList();
    }
  }

  private static boolean contains(Path file, String words) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(words);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
