package org.sala.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The libraries without which JavaFX cannot lay out text on Linux; elsewhere the system has its
 * own.
 *
 * @param folders where they are looked for
 */
record FontLibraries(List<Path> folders) {
  /** The command that brings the libraries, for people to type. */
  static final String BRING =
      "apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libfontconfig1 libfreetype6";

  private static final List<String> NEEDED =
      List.of(
          "libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libfontconfig.so.1", "libfreetype.so.6");

  /** Returns the libraries that are looked for where this machine keeps its own. */
  static FontLibraries ofThisMachine() {
    return new FontLibraries(
        List.of(
            Path.of("/usr/lib"),
            Path.of("/usr/lib64"),
            Path.of("/lib"),
            Path.of("/usr/lib/x86_64-linux-gnu"),
            Path.of("/usr/lib/aarch64-linux-gnu"),
            Path.of("/usr/local/lib")));
  }

  boolean areThere() {
    return !System.getProperty("os.name", "").startsWith("Linux")
        || NEEDED.stream()
            .allMatch(lib -> folders.stream().anyMatch(f -> Files.exists(f.resolve(lib))));
  }
}
