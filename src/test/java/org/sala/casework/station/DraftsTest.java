package org.sala.casework.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.bench.faults.TroubledPlaces;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.domain.Compartment;
import org.sala.domain.Value;
import org.sala.vault.Unwritten;

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
  void whatTheDiskDoesNotTakeOutlivesALockInMemoryAndIsWrittenAsSoonAsItDoes() {
    AtomicBoolean full = new AtomicBoolean();
    Desks.create(folder.resolve("a"), "Officer One Example", "one").close();
    Path workspace = TroubledPlaces.noRoom(folder.resolve("a"), Set.of("drafts"), full::get);
    try (Desk desk = Desks.unlock(workspace, "one")) {
      desk.drafts().keep("a form", Map.of("title", "Older"));
      full.set(true);
      refused(desk, "a form", TYPED);
      refused(desk, "saved since", TYPED);
      desk.drafts().drop("saved since");
      assertThat(desk.drafts().of("a form").orElseThrow().typed()).isEqualTo(TYPED);
      assertThat(desk.drafts().left()).extracting(Drafts.Left::form).containsExactly("a form");
    }
    try (Desk desk = Desks.unlock(workspace, "one")) {
      assertThat(desk.drafts().of("a form").orElseThrow().typed()).isEqualTo(TYPED);
      assertThat(onDisk(desk)).isEqualTo("Older");
      full.set(false);
      desk.drafts().keep("another form", TYPED);
      assertThat(onDisk(desk)).isEqualTo(TYPED.get("title"));
    }
  }

  /** What a program finds that was started since. */
  private static String onDisk(Desk desk) {
    Station station = Desks.station(desk);
    try (var drafts =
        new org.sala.vault.Drafts(
            station.folder().folder("drafts"),
            station.keys(),
            station.tools().random(),
            new Unwritten(),
            e -> {})) {
      return drafts
          .read(station.me().hex() + " a form", Compartment.PROTECTION)
          .map(d -> ((Value.Parts) d.content().parts().get("typed")).text("title").orElseThrow())
          .orElse("");
    }
  }

  private static void refused(Desk desk, String form, Map<String, String> typed) {
    assertThatExceptionOfType(CaseworkFault.class)
        .isThrownBy(() -> desk.drafts().keep(form, typed))
        .satisfies(e -> assertThat(e.code()).isEqualTo(CaseworkFault.Code.DISK_FULL));
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
