package org.sala.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.Restoring;
import org.sala.casework.Workplace;
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

  @Mixin private Output output = new Output();

  RestoreCommand(Tools tools) {
    this.tools = tools;
  }

  @Override
  @SuppressWarnings("try")
  public Integer call() {
    if (!Files.isRegularFile(from)) {
      throw new NotEntered("There is no such backup.", Exit.USAGE);
    }
    Restoring restoring = new Restoring(tools);
    Meter meter = new Meter(output.err(), "restore");
    boolean sheet = sheetFile != null;
    String who = sheet ? "" : officer.handle();
    char[] secret = sheet ? Door.secret(sheetFile, "Code: ") : officer.passphrase();
    try {
      Restoring.Outcome outcome =
          sheet
              ? restoring.withSheet(from, to, new String(secret), meter)
              : restoring.restore(from, to, who, secret, meter);
      if (outcome instanceof Restoring.Outcome.Restored done && !sheet) {
        // Unlocking once makes the view, and writes down that this was done.
        Workplace.Entry entry = new Workplace(done.folder(), tools).unlock(who, secret);
        try (Desk _ = Door.entered(entry)) {
          return told(outcome);
        }
      }
      return told(outcome);
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  private int told(Restoring.Outcome outcome) {
    Said said =
        output.said().line(words(outcome)).with("outcome", outcome.getClass().getSimpleName());
    if (outcome instanceof Restoring.Outcome.Restored r) {
      said.with("folder", r.folder().toString())
          .with("made", r.facts().made().toString())
          .with("changes", r.facts().changes())
          .with("files", r.facts().files());
    }
    said.end();
    return exit(outcome);
  }

  private static int exit(Restoring.Outcome outcome) {
    return switch (outcome) {
      case Restoring.Outcome.Restored r -> Exit.OK;
      case Restoring.Outcome.Damaged d -> Exit.REFUSED;
      case Restoring.Outcome.NotABackup n -> Exit.REFUSED;
      case Restoring.Outcome.FolderTaken f -> Exit.USAGE;
      case Restoring.Outcome.WrongPassphrase w -> Exit.WRONG_PASSPHRASE;
      case Restoring.Outcome.TooNew t -> Exit.FAILED;
      case Restoring.Outcome.NoSpace n -> Exit.FAILED;
      case Restoring.Outcome.ReadOnly r -> Exit.FAILED;
      case Restoring.Outcome.Stopped s -> Exit.FAILED;
    };
  }

  private static String words(Restoring.Outcome outcome) {
    return switch (outcome) {
      case Restoring.Outcome.Restored r ->
          "restored to "
              + r.folder()
              + ", as it was on "
              + r.facts().made()
              + ": "
              + r.facts().changes()
              + " changes. It goes on under a new incarnation; headquarters will see that.";
      case Restoring.Outcome.Damaged d ->
          "The backup was altered or cut short. Nothing was restored; take another one.";
      case Restoring.Outcome.NotABackup n -> "That file is not a backup of Sala.";
      case Restoring.Outcome.FolderTaken f ->
          "There is something in that folder. A restore never writes over anything; name a new"
              + " one.";
      case Restoring.Outcome.WrongPassphrase w ->
          "Handle or passphrase are wrong: those of the day of the backup are needed.";
      case Restoring.Outcome.TooNew t -> "A newer Sala wrote this backup; update Sala first.";
      case Restoring.Outcome.NoSpace n ->
          "It needs " + n.needed() + " bytes, and " + n.free() + " are free.";
      case Restoring.Outcome.ReadOnly r -> "That folder cannot be written.";
      case Restoring.Outcome.Stopped s -> "Stopped. Nothing was left behind.";
    };
  }
}
