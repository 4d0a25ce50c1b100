package org.sala.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fonts that come after the first scene are not asked for what others lack: they come before. */
class FontsFirstTest {
  @TempDir Path folder;

  @Test
  void theDesktopShowsLettersOfEveryScriptFromItsFirstWindowOn() throws Exception {
    ProcessBuilder start =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                FontsFirst.class.getName(),
                folder.resolve("workspace").toString()));
    start.environment().put("DISPLAY", ":none");
    Process desktop = start.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      assertThat(desktop.waitFor(5, TimeUnit.MINUTES)).as("a window came").isTrue();
      assertThat(
              new String(desktop.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
          .endsWith("every script");
    } finally {
      desktop.destroyForcibly();
    }
  }
}
