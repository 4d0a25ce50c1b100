package org.sala.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.Others;
import org.sala.casework.station.Tools;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code sala hq status}: whether the server is what it was, and who brings its view on. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Says how far journal and view are on the server, and whether anybody brings the view on.",
      "Exit status 0 only if the view shows all, or somebody is at it."
    })
final class HqStatus implements Callable<Integer> {
  private final Tools tools;

  @ParentCommand private @Nullable HqCommand hq;

  @Mixin private Officer officer = new Officer();

  @Mixin private Output output = new Output();

  HqStatus(Tools tools) {
    this.tools = tools;
  }

  @Override
  public Integer call() {
    try (Desk desk = Objects.requireNonNull(hq).enter(tools, officer)) {
      Others.Standing s = desk.onServer().orElseThrow();
      output
          .said()
          .line(
              Counted.changes(s.written())
                  + " in the journal, "
                  + s.shown()
                  + " of them in the view")
          .line(
              s.follows()
                  ? "this login brings the view on"
                  : s.followed() ? "somebody brings the view on" : "nobody brings the view on")
          .with("written", s.written())
          .with("shown", s.shown())
          .with("follows", s.follows())
          .with("followed", s.followed())
          .end();
      return s.shown() >= s.written() || s.followed() ? Exit.OK : Exit.REFUSED;
    }
  }
}
