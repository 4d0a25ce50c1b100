package org.sala.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.Workplace;
import org.sala.casework.station.Tools;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How commands get into a workspace. */
final class Door {
  private final Tools tools;

  Door(Tools tools) {
    this.tools = tools;
  }

  /** The options that every command on a workspace has. */
  static final class Keys {
    @Option(
        names = "--workspace",
        paramLabel = "DIR",
        description = "The workspace folder (default: ${DEFAULT-VALUE}).",
        defaultValue = "${sys:user.home}/Sala")
    private Path workspace = Path.of("");

    @Mixin private Officer officer = new Officer();
  }

  Desk enter(Keys keys) {
    return enter(keys, place -> place);
  }

  /**
   * @param way how the workspace is entered
   */
  Desk enter(Keys keys, UnaryOperator<Workplace> way) {
    return enter(way.apply(new Workplace(keys.workspace, tools)), keys.officer);
  }

  static Desk enter(Workplace workplace, Officer officer) {
    if (!workplace.isThere()) {
      throw new NotEntered("There is no workspace in that folder.", Exit.USAGE);
    }
    String handle = officer.handle();
    char[] passphrase = officer.passphrase();
    try {
      return entered(workplace.unlock(handle, passphrase));
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }

  static Desk entered(Workplace.Entry entry) {
    return switch (entry) {
      case Workplace.Entry.Entered e -> e.desk();
      case Workplace.Entry.WrongPassphrase w ->
          throw new NotEntered("Handle or passphrase are wrong.", Exit.WRONG_PASSPHRASE);
      case Workplace.Entry.Stopped s -> throw new NotEntered("Stopped.", Exit.FAILED);
      case Workplace.Entry.OpenElsewhere o ->
          throw new NotEntered("The workspace is open in another program.", Exit.FAILED);
      case Workplace.Entry.KeyFileDamaged k ->
          throw new NotEntered(
              "The key file is damaged; bring it back from a backup.", Exit.FAILED);
      case Workplace.Entry.StateDamaged s ->
          throw new NotEntered(
              "The state of this station is damaged; the key file is whole. Bring it back from a"
                  + " backup.",
              Exit.FAILED);
      case Workplace.Entry.ScopeKeysDamaged s ->
          throw new NotEntered(
              "The keys of cases and people are damaged; bring them back from a backup.",
              Exit.FAILED);
      case Workplace.Entry.TooNew t ->
          throw new NotEntered("A newer Sala wrote this; update Sala first.", Exit.FAILED);
      case Workplace.Entry.ReadOnly r ->
          throw new NotEntered("The folder cannot be written.", Exit.FAILED);
      case Workplace.Entry.DiskFull d ->
          throw new NotEntered("The disk is full; free some space first.", Exit.FAILED);
      case Workplace.Entry.ServerAway s ->
          throw new NotEntered(
              "The database server does not answer, or does not let this login in.", Exit.FAILED);
      case Workplace.Entry.ServerDiffers s ->
          throw new NotEntered(
              "What lies on the server is not what this machine has seen there: it was set back,"
                  + " changed, or is another headquarters. Nothing was written.",
              Exit.FAILED);
      case Workplace.Entry.ViewNotMade v ->
          throw new NotEntered(
              "The view is not made on the server; an importer has to open it first.", Exit.FAILED);
      case Workplace.Entry.JournalDamaged j ->
          throw new NotEntered(
              "The journal is damaged in segment "
                  + j.segment()
                  + "; nothing was touched."
                  + " Bring it back from a backup.",
              Exit.FAILED);
      case Workplace.Entry.Recovered r -> {
        r.recovery().leave();
        throw new NotEntered("Open the desktop to recover with the sheet.", Exit.USAGE);
      }
    };
  }

  /** A secret from a file, or typed where somebody sits; the caller wipes it. */
  static char[] secret(@Nullable Path from, String prompt) {
    Optional<Path> file = Optional.ofNullable(from);
    if (file.isPresent()) {
      try {
        return Files.readString(file.get(), StandardCharsets.UTF_8).stripTrailing().toCharArray();
      } catch (IOException e) {
        throw new NotEntered("The passphrase file cannot be read.", Exit.USAGE);
      }
    }
    char[] typed = console().map(c -> c.readPassword("%s", prompt)).orElse(null);
    if (typed == null) {
      throw new NotEntered("No passphrase: give --passphrase-file.", Exit.USAGE);
    }
    return typed;
  }

  /** Somebody who can type; nobody sits before a script. */
  private static Optional<Console> console() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }

  /** A word typed where somebody sits. */
  static String ask(String prompt) {
    String typed = console().map(c -> c.readLine("%s", prompt)).orElse(null);
    if (typed == null) {
      throw new NotEntered("No handle: give --handle.", Exit.USAGE);
    }
    return typed;
  }
}
