package org.sala.cli;

import java.util.Locale;
import org.sala.casework.Workplace;

/** The workspace could not be entered; the message says what to do. */
final class NotEntered extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int exit;
  private final String fault;

  NotEntered(String message, int exit) {
    this(
        message,
        exit,
        switch (exit) {
          case Exit.REFUSED -> "REFUSED";
          case Exit.USAGE -> "USAGE";
          case Exit.WRONG_PASSPHRASE -> "WRONG_PASSPHRASE";
          default -> "FAILED";
        });
  }

  /**
   * @param fault a stable code, for scripts
   */
  NotEntered(String message, int exit, String fault) {
    super(message);
    this.exit = exit;
    this.fault = fault;
  }

  String fault() {
    return fault;
  }

  int exit() {
    return exit;
  }

  /** Why nobody was let in, and what to do next. */
  static NotEntered because(Workplace.Entry why) {
    return new NotEntered(
        words(why),
        switch (why) {
          case Workplace.Entry.WrongPassphrase w -> Exit.WRONG_PASSPHRASE;
          case Workplace.Entry.Recovered r -> Exit.USAGE;
          case Workplace.Entry.InFolder f -> Exit.USAGE;
          default -> Exit.FAILED;
        },
        code(why));
  }

  /** The name of the outcome, as codes are written. */
  static String code(Object outcome) {
    return outcome
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
        .toUpperCase(Locale.ROOT);
  }

  private static String words(Workplace.Entry why) {
    return switch (why) {
      case Workplace.Entry.Entered e -> "Entered.";
      case Workplace.Entry.WrongPassphrase w ->
          "Handle or passphrase are wrong; check the keyboard layout.";
      case Workplace.Entry.Stopped s ->
          "Stopped. Nothing is lost; the next time goes on where this one ended.";
      case Workplace.Entry.OpenElsewhere o ->
          "The workspace is open in another program; close it there first.";
      case Workplace.Entry.KeyFileDamaged k ->
          "The key file is damaged or gone (key.a, key.b). Nothing was touched; bring the workspace"
              + " back from a backup.";
      case Workplace.Entry.StateDamaged s ->
          "The state of this station is damaged; the key file is whole. Bring it back from a"
              + " backup.";
      case Workplace.Entry.ScopeKeysDamaged s ->
          "Keys of cases and people are damaged or gone (folder keys). Nothing was touched; bring"
              + " the workspace back from a backup.";
      case Workplace.Entry.TooNew t -> "A newer Sala wrote this; update Sala first.";
      case Workplace.Entry.ReadOnly r ->
          "The folder cannot be written; check the disk or the stick.";
      case Workplace.Entry.DiskFull d -> "The disk is full; free some space first.";
      case Workplace.Entry.ServerAway s ->
          "This headquarters lies on the server "
              + s.where()
              + ". It does not answer, does not let this login in, or shows a certificate that is"
              + " not its own.";
      case Workplace.Entry.ServerDiffers s ->
          "What lies on the server is not what this machine has seen there: it was set back,"
              + " changed, or is another headquarters. Nothing was written. Where it was restored"
              + " from a backup: sala hq resume.";
      case Workplace.Entry.OpensTooLittle o ->
          "This officer may not open the protection part; on a server everybody reads all. A"
              + " colleague who may lets them in anew.";
      case Workplace.Entry.ViewNotMade v ->
          "The view is not made on the server; an importer has to open it first.";
      case Workplace.Entry.InFolder f ->
          "This workspace lies in its own folder, on no server. Nothing was changed. To move it"
              + " there: sala hq move.";
      case Workplace.Entry.JournalDamaged j ->
          "The journal is damaged"
              + (j.segment() > 0 ? " in segment " + j.segment() : "")
              + "; nothing was touched. Bring it back from a backup.";
      case Workplace.Entry.Recovered r -> "Open the desktop to recover with the sheet.";
    };
  }
}
