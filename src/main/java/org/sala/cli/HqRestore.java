package org.sala.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Restoring;
import org.sala.casework.station.Tools;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code sala hq restore}: a headquarters on a server from a backup, onto an empty one. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Restores the backup of a headquarters on a server: onto a prepared server that "
          + "holds none, and this machine's folder into --dir, never over anything.",
      "--login is an importer's.",
      "Broken off, it is begun again with the same backup. Every other machine then "
          + "goes on by sala hq resume, once each: what was written since the backup is "
          + "lost there, and stations send again what they had sent."
    })
final class HqRestore implements Callable<Integer> {
  private final Tools tools;

  @ParentCommand private @Nullable HqCommand hq;

  @Option(names = "--from", required = true, paramLabel = "FILE", description = "The backup.")
  private Path from = Path.of("");

  @Mixin private Officer officer = new Officer();

  @Option(
      names = "--sheet-file",
      paramLabel = "FILE",
      description = "A file with the recovery sheet's code, instead of handle and passphrase.")
  private @Nullable Path sheetFile;

  @Mixin private Output output = new Output();

  HqRestore(Tools tools) {
    this.tools = tools;
  }

  @Override
  public Integer call() {
    HqCommand parent = Objects.requireNonNull(hq);
    int exit =
        new Restorer(new Restoring(tools).on(parent.needed()), tools, output)
            .restore(from, parent.dir(), officer, Optional.ofNullable(sheetFile));
    if (exit == Exit.OK) {
      output.err().println("Every other machine goes on by sala hq resume, once each.");
      output.err().flush();
    }
    return exit;
  }
}
