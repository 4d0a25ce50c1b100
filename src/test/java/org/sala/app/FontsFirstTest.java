package org.sala.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fonts that come after the first scene are not asked for what others lack: they come before. */
class FontsFirstTest {
  @TempDir Path folder;

  @Test
  void theDesktopShowsLettersOfEveryScriptFromItsFirstWindowOn() throws Exception {
    assertThat(Windowed.says(FontsFirst.class, folder, folder.resolve("workspace")))
        .endsWith("every script");
  }
}
