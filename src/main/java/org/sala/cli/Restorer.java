package org.sala.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.sala.casework.Desk;
import org.sala.casework.Restoring;
import org.sala.casework.Workplace;
import org.sala.casework.station.Tools;

/** Restores a backup for a command, and says what came of it. */
final class Restorer {
  private final Restoring restoring;
  private final Tools tools;
  private final Output output;

  Restorer(Restoring restoring, Tools tools, Output output) {
    this.restoring = restoring;
    this.tools = tools;
    this.output = output;
  }

  /**
   * Restores, and unlocks once where an officer asks.
   *
   * @param sheetFile a file with the recovery sheet's code, instead of handle and passphrase
   * @return the exit code
   */
  @SuppressWarnings("try")
  int restore(Path from, Path to, Officer officer, Optional<Path> sheetFile) {
    Given.file(from);
    Meter meter = new Meter(output.err(), "restore");
    boolean sheet = sheetFile.isPresent();
    String who = sheet ? "" : officer.handle();
    char[] secret =
        sheet ? Door.secret(sheetFile.get(), "Code: ", "--sheet-file") : officer.passphrase();
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
    if (!(outcome instanceof Restoring.Outcome.Restored r)) {
      throw new NotEntered(words(outcome), exit(outcome), NotEntered.code(outcome));
    }
    output
        .said()
        .line(words(outcome))
        .with("outcome", "restored")
        .with("folder", r.folder().toString())
        .with("made", OffsetTime.of(r.facts().made()))
        .with("changes", r.facts().changes())
        .with("files", r.facts().files())
        .with("damaged", r.facts().damaged())
        .end();
    return Exit.OK;
  }

  /** The rest came back; what it is stands with each exhibit, and in Settings. */
  private static String damaged(int files) {
    return files == 0
        ? ""
        : "\nAttached files or packages that were damaged before this backup was made: "
            + files
            + ". They are not what they were; Settings name them. Look for another copy.";
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
      case Restoring.Outcome.NeedsServer s -> Exit.USAGE;
      case Restoring.Outcome.OfFolder f -> Exit.USAGE;
      case Restoring.Outcome.OfHeadquarters h -> Exit.REFUSED;
      case Restoring.Outcome.MovedSince m -> Exit.REFUSED;
      case Restoring.Outcome.NotTaken n -> Exit.FAILED;
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
              + Counted.changes(r.facts().changes())
              + ". It goes on under a new incarnation; headquarters will see that."
              + damaged(r.facts().damaged());
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
      case Restoring.Outcome.NeedsServer s ->
          "This is the backup of a headquarters on a server; name one: sala hq restore.";
      case Restoring.Outcome.OfFolder f ->
          "This is the backup of a workspace in a folder: sala restore, then sala hq move.";
      case Restoring.Outcome.OfHeadquarters h ->
          "This is the backup of a headquarters, of "
              + h.made()
              + ". If that is at work in another folder, or was moved onto a server since, there"
              + " would be two, and both would answer the stations. Nothing was restored. Where it"
              + " is at work nowhere any more, say so: --only-headquarters.";
      case Restoring.Outcome.MovedSince m ->
          "This headquarters was moved onto the server "
              + m.where()
              + " after this backup was made. Nothing was restored: back up and restore it there,"
              + " by sala hq restore.";
      case Restoring.Outcome.NotTaken n -> notTaken(n.why());
    };
  }

  private static String notTaken(Workplace.Entry why) {
    return switch (why) {
      case Workplace.Entry.ServerDiffers d ->
          "Something else lies on that server. A restore never writes over anything; name an empty"
              + " database that sala hq prepare has made ready.";
      case Workplace.Entry.ViewNotMade v ->
          "That login may not make the view: name an importer's (sala_follower).";
      default -> String.valueOf(NotEntered.because(why).getMessage());
    };
  }
}
