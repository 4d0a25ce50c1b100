package org.sala.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Restoring;
import org.sala.casework.station.Tools;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sala restore}: a workspace from a backup, into a folder where there is none. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Restores a workspace from a backup into a new folder, never over anything.",
      "Exit status 1 when the backup is altered, cut short or none at all."
    })
final class RestoreCommand implements Callable<Integer> {
  private final Tools tools;

  @Option(names = "--from", required = true, paramLabel = "FILE", description = "The backup.")
  private Path from = Path.of("");

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "Where the workspace will be; not there yet, or empty.")
  private Path to = Path.of("");

  @Mixin private Officer officer = new Officer();

  @Option(
      names = "--sheet-file",
      paramLabel = "FILE",
      description = "A file with the recovery sheet's code, instead of handle and passphrase.")
  private @Nullable Path sheetFile;

  @Option(
      names = "--only-headquarters",
      description =
          "Of a headquarters: it is at work nowhere any more, neither in another folder "
              + "nor on a server that it was moved onto since.")
  private boolean onlyOne;

  @Mixin private Output output = new Output();

  RestoreCommand(Tools tools) {
    this.tools = tools;
  }

  @Override
  public Integer call() {
    Restoring restoring = new Restoring(tools);
    return new Restorer(onlyOne ? restoring.asTheOnlyOne() : restoring, tools, output)
        .restore(from, to, officer, Optional.ofNullable(sheetFile));
  }
}
