package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.station.FaultLog;
import org.sala.domain.Value;
import org.sala.ui.route.Place;

/**
 * Both copies of what was typed, and of what was set, are spoiled: whoever unlocks is told once.
 */
class SpoiledDraftJourneyTest extends JourneyWindow {
  private static final List<String> LINES =
      List.of("#line-DRAFTS_SPOILED", "#line-SETTINGS_SPOILED", "#line-CARRIERS_SPOILED");

  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("spoiled");
  }

  private List<Path> files(String in) throws IOException {
    try (Stream<Path> all = Files.list(workspace().resolve(in))) {
      return all.sorted().toList();
    }
  }

  private void spoil(String in) throws IOException {
    for (Path file : files(in)) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
    }
  }

  @Test
  void itIsSaidWithWhatToDoAndTheFilesAreKept() throws IOException {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    made.drafts().keep("new person", Map.of("name", "Half a Samplename"));
    made.preferences().set("zoom", Value.whole(110));
    made.sync().carriers().addFolder(folder.resolve("usb"), "Stick");
    made.close();
    spoil("drafts");
    spoil("settings");
    int drafts = files("drafts").size();

    interact(() -> enter(Desks.unlock(workspace(), "one")));
    until("#next");
    LINES.forEach(this::until);
    assertThat(lookup("#line-DRAFTS_SPOILED .label").queryLabeled().getText())
        .contains("type it again", "are kept", "Make a backup");
    assertThat(files("drafts"))
        .hasSize(drafts)
        .allSatisfy(f -> assertThat(f.toString()).endsWith(".spoiled"));
    assertThat(Files.readString(workspace().resolve("log").resolve(FaultLog.NAME)))
        .contains("VaultFault");
    clickOn("#do-CARRIERS_SPOILED");
    until("#look-language");
    interact(() -> shell.go(new Place.Today()));
    LINES.forEach(this::until);

    interact(this::lock);
    until("#unlock");
    interact(() -> enter(Desks.unlock(workspace(), "one")));
    until("#next");
    LINES.forEach(line -> assertThat(lookup(line).tryQuery()).as(line).isEmpty());
  }
}
