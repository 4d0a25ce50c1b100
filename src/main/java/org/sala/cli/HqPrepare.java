package org.sala.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.ServerPlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code sala hq prepare}: makes the tables that stay, by the owner's login. */
@Command(
    name = "prepare",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the tables of a headquarters, or brings them to this version, by the owner's login.",
      "What is there stays as it is. Roles come first: docs/server-roles.sql."
    })
final class HqPrepare implements Callable<Integer> {
  @ParentCommand private @Nullable HqCommand hq;

  @Mixin private Output output = new Output();

  @Override
  public Integer call() {
    ServerPlace.prepare(Objects.requireNonNull(hq).needed());
    output.said().line("The tables are there.").with("prepared", true).end();
    return Exit.OK;
  }
}
