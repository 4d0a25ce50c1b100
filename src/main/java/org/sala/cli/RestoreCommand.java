package org.sala.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.Restoring;
import org.sala.casework.Tools;
import org.sala.casework.Workplace;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

  @Option(names = "--handle", paramLabel = "HANDLE", description = "The officer's handle.")
  private @Nullable String handle;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description =
          "A file with the passphrase; or SALA_PASSPHRASE_FILE names one; or it is asked for.")
  private @Nullable Path passphraseFile;

  @Option(
      names = "--sheet-file",
      paramLabel = "FILE",
      description = "A file with the recovery sheet's code, instead of handle and passphrase.")
  private @Nullable Path sheetFile;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  RestoreCommand(Tools tools) {
    this.tools = tools;
  }

  @Override
  @SuppressWarnings("try")
  public Integer call() {
    picocli.CommandLine line = Objects.requireNonNull(spec).commandLine();
    if (!Files.isRegularFile(from)) {
      throw new NotEntered("There is no such backup.", Exit.USAGE);
    }
    Restoring restoring = new Restoring(tools);
    Meter meter = new Meter(line.getErr(), "restore");
    boolean sheet = sheetFile != null;
    String who = sheet ? "" : Door.handle(handle);
    char[] secret = sheet ? Door.secret(sheetFile, "Code: ") : Door.passphrase(passphraseFile);
    try {
      Restoring.Outcome outcome =
          sheet
              ? restoring.withSheet(from, to, new String(secret), meter)
              : restoring.restore(from, to, who, secret, meter);
      if (outcome instanceof Restoring.Outcome.Restored done && !sheet) {
        // Unlocking once makes the view, and writes down that this was done.
        Workplace.Entry entry = new Workplace(done.folder(), tools).unlock(who, secret);
        try (Desk _ = Door.entered(entry)) {
          return told(outcome, line.getOut());
        }
      }
      return told(outcome, line.getOut());
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  private int told(Restoring.Outcome outcome, PrintWriter out) {
    int exit = exit(outcome);
    if (json) {
      Map<String, Value> parts = new LinkedHashMap<>();
      parts.put("outcome", Value.text(outcome.getClass().getSimpleName()));
      if (outcome instanceof Restoring.Outcome.Restored r) {
        parts.put("folder", Value.text(r.folder().toString()));
        parts.put("made", Value.text(r.facts().made().toString()));
        parts.put("changes", Value.whole(r.facts().changes()));
        parts.put("files", Value.whole(r.facts().files()));
      }
      out.println(new String(Json.write(new Value.Parts(parts)), StandardCharsets.UTF_8));
    } else {
      out.println(words(outcome));
    }
    return exit;
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
