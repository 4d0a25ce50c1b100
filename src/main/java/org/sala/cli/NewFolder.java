package org.sala.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command works that makes workspaces of its own. */
final class NewFolder {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  @Option(
      names = "--dir",
      paramLabel = "D",
      description = "The folder to work in (default: a new one under target/).")
  private @Nullable Path dir;

  /**
   * Returns the folder that was named, or one under {@code target/} named after the command and the
   * time.
   */
  Path path(String command, Clock clock) {
    return dir != null
        ? dir
        : Path.of("target", command + "-" + LocalDateTime.now(clock).format(STAMP));
  }
}
