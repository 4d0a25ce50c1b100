package org.sala.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.station.Tools;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code sala hq resume}: goes on from a server that was set back to an older backup. */
@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    description = {
      "Goes on from a server that was set back to an older backup, once on each machine.",
      "Only when those who look after the server say that they did it: a server that "
          + "was set back unasked is an attack. What was written since the backup is lost "
          + "here; stations send again what they sent."
    })
final class HqResume implements Callable<Integer> {
  private final Tools tools;

  @ParentCommand private @Nullable HqCommand hq;

  @Mixin private Officer officer = new Officer();

  @Mixin private Output output = new Output();

  HqResume(Tools tools) {
    this.tools = tools;
  }

  @Override
  public Integer call() {
    try (Desk desk = Door.enter(Objects.requireNonNull(hq).workplace(tools).setBack(), officer)) {
      if (!desk.isOnServer()) {
        throw new NotEntered("This workspace lies in its own folder, on no server.", Exit.USAGE);
      }
      long written = desk.onServer().orElseThrow().written();
      output
          .said()
          .line("Goes on from " + Counted.changes(written) + ", under new numbers.")
          .with("written", written)
          .end();
      return Exit.OK;
    }
  }
}
