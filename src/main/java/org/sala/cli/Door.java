package org.sala.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.Workplace;
import org.sala.casework.station.OlderFiles;
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
    Workplace place = way.apply(new Workplace(keys.workspace, tools));
    if (!place.isThere()) {
      throw new NotEntered(
          "There is no workspace in "
              + keys.workspace
              + ". Name one by --workspace DIR; a new one is made in the window: sala --workspace"
              + " DIR.",
          Exit.USAGE);
    }
    return enter(place, keys.officer);
  }

  static Desk enter(Workplace workplace, Officer officer) {
    String handle = officer.handle();
    char[] passphrase = officer.passphrase();
    try {
      waitItsTurn(workplace.waiting());
      Desk desk = entered(workplace.unlock(handle, passphrase));
      tellOlder(desk.olderFiles().seen());
      return desk;
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }

  /** Lets the next passphrase wait after several wrong ones in a row, as in the window. */
  private static void waitItsTurn(Duration left) {
    if (left.isPositive()) {
      System.err.println(
          "Wrong several times: this one is tried in " + left.plusMillis(999).toSeconds() + " s.");
      try {
        Thread.sleep(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new NotEntered("Stopped.", Exit.FAILED);
      }
    }
  }

  /**
   * Tells that an older file was put in place, as the window does, until somebody has read it
   * there.
   */
  private static void tellOlder(List<OlderFiles.Which> seen) {
    if (!seen.isEmpty()) {
      System.err.println(
          "Older files lie where newer ones were ("
              + seen.stream()
                  .map(w -> w == OlderFiles.Which.KEY_FILE ? "key file" : "state")
                  .collect(Collectors.joining(", "))
              + "): somebody put them back. What it means stands in Settings; tell headquarters.");
    }
  }

  static Desk entered(Workplace.Entry entry) {
    if (entry instanceof Workplace.Entry.Entered e) {
      return e.desk();
    }
    if (entry instanceof Workplace.Entry.Recovered r) {
      r.recovery().leave();
    }
    throw NotEntered.because(entry);
  }

  /**
   * A secret from a file, or typed where somebody sits; the caller wipes it. Blanks are part of it,
   * as they are in the window; the end of a file's line is not.
   *
   * @param option that names the file
   */
  static char[] secret(@Nullable Path from, String prompt, String option) {
    Optional<Path> file = Optional.ofNullable(from);
    if (file.isPresent()) {
      try {
        return line(file.get());
      } catch (IOException e) {
        throw new NotEntered(
            "The file of " + option + " cannot be read: " + file.get(), Exit.USAGE);
      }
    }
    char[] typed = console().map(c -> c.readPassword("%s", prompt)).orElse(null);
    if (typed == null) {
      throw new NotEntered("Nobody can be asked for it here: give " + option + ".", Exit.USAGE);
    }
    return typed;
  }

  /** One line, through no string: that could not be wiped. */
  private static char[] line(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    Arrays.fill(bytes, (byte) 0);
    int end = text.limit();
    end -= end > 0 && text.get(end - 1) == '\n' ? 1 : 0;
    end -= end > 0 && text.get(end - 1) == '\r' ? 1 : 0;
    char[] secret = new char[end];
    text.get(secret);
    Arrays.fill(text.array(), '\0');
    return secret;
  }

  /** Returns the console of somebody who can type; nobody sits before a script. */
  private static Optional<Console> console() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }

  /** A word typed where somebody sits. */
  static String ask(String prompt) {
    String typed = console().map(c -> c.readLine("%s", prompt)).orElse(null);
    if (typed == null) {
      throw new NotEntered("Nobody can be asked for it here: give --handle.", Exit.USAGE);
    }
    return typed;
  }
}
