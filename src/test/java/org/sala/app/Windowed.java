package org.sala.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program of the tests in a process of its own, where a display is named and the toolkit draws
 * without one. It says what it saw in its first window, and is gone.
 */
final class Windowed {
  private Windowed() {}

  /**
   * @param home where it finds what is kept for a user
   */
  static String says(Class<?> program, Path home, Path about) throws Exception {
    ProcessBuilder start =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                about.toString()));
    start.environment().put("DISPLAY", ":none");
    Process running = start.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      assertThat(running.waitFor(5, TimeUnit.MINUTES)).as("a window came").isTrue();
      return new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } finally {
      running.destroyForcibly();
    }
  }
}
