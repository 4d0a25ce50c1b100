package org.sala.cli;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a command's answer goes, and in which shape. */
final class Output {
  @Option(names = "--json", description = "Prints JSON for scripts: one object an answer, a line.")
  private boolean json;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /** A new answer. */
  Said said() {
    return new Said(json, line().getOut());
  }

  /** Where progress and complaints go. */
  PrintWriter err() {
    return line().getErr();
  }

  private CommandLine line() {
    return Objects.requireNonNull(command).commandLine();
  }
}
