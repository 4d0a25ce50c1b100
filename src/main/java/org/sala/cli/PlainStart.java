package org.sala.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The call by which nearly everybody begins: no word, or a workspace and nothing else. It needs no
 * parser; loading one and asking it takes longer than anything else before the first window.
 */
final class PlainStart {
  private static final String WORKSPACE = "--workspace";

  private PlainStart() {}

  /** Opens the desktop and answers the exit code; empty for every other call. */
  static OptionalInt run(Ports ports, String... words) {
    Optional<Path> workspace = workspace(words);
    if (workspace.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(
          ports.desktop().open(workspace.get(), Optional.empty(), Optional.empty()));
    } catch (RuntimeException e) {
      return OptionalInt.of(
          new Apology(ports.tools().faults())
              .say(e, new PrintWriter(System.err, true, System.err.charset())));
    }
  }

  /** The workspace of a call that only opens the desktop; empty for every other call. */
  static Optional<Path> workspace(String... words) {
    if (words.length == 0) {
      return Optional.of(Path.of(System.getProperty("user.home"), "Sala"));
    }
    return words.length == 2 && words[0].equals(WORKSPACE) && !words[1].startsWith("-")
        ? Optional.of(Path.of(words[1]))
        : Optional.empty();
  }
}
