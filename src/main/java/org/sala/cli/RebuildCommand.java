package org.sala.cli;

import java.util.concurrent.Callable;
import org.sala.casework.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sala rebuild}: makes the view anew from the journal, whatever state it is in. */
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description = "Makes the view anew from the journal. Nothing of the record is touched.")
final class RebuildCommand implements Callable<Integer> {
  private final Door door;
  @Mixin private Door.Keys keys = new Door.Keys();

  @Mixin private Output output = new Output();

  RebuildCommand(Door door) {
    this.door = door;
  }

  @Override
  public Integer call() {
    Meter meter = new Meter(output.err(), "rebuilding");
    try (Desk desk = door.enter(keys, place -> place.anew().telling(meter))) {
      output
          .said()
          .line("The view was made anew: " + Counted.of(desk.cases().count(""), "case.", "cases."))
          .with("cases", desk.cases().count(""))
          .with("unshown", desk.unshown())
          .end();
      if (desk.unshown() > 0) {
        output
            .err()
            .println(
                Counted.of(
                    desk.unshown(),
                    "change could not be shown: another program wrote it.",
                    "changes could not be shown: another program wrote them."));
      }
    }
    return Exit.OK;
  }
}
