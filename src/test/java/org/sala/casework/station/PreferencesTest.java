package org.sala.casework.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.domain.Value;

/** Each officer's own preferences, across a lock. */
class PreferencesTest {
  @TempDir Path folder;

  @Test
  void preferencesComeBackWithTheirOfficerAndNoOther() {
    Path workspace = folder.resolve("a");
    try (Desk desk = Desks.create(workspace, "Officer One Example", "one")) {
      desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
      desk.preferences().set("theme", Value.text("DARK"));
      desk.preferences().set("zoom", Value.whole(120));
    }
    try (Desk desk = Desks.unlock(workspace, "two")) {
      assertThat(desk.preferences().text("theme")).isEmpty();
    }
    try (Desk desk = Desks.unlock(workspace, "one")) {
      assertThat(desk.preferences().text("theme")).contains("DARK");
      assertThat(desk.preferences().value("zoom")).contains(Value.whole(120));
    }
  }

  @Test
  void whatTheDiskDoesNotTakeHoldsUntilTheLockAndKeepsNobodyFromWork() throws IOException {
    Path workspace = folder.resolve("a");
    try (Desk desk = Desks.create(workspace, "Officer One Example", "one")) {
      Files.delete(workspace.resolve("settings"));
      desk.preferences().set("zoom", Value.whole(120));
      assertThat(desk.preferences().value("zoom")).contains(Value.whole(120));
    }
  }
}
