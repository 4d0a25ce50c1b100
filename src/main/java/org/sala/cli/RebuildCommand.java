package org.sala.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sala rebuild}: makes the view anew from the journal, whatever state it is in. */
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description = "Makes the view anew from the journal. Nothing of the record is touched.")
final class RebuildCommand implements Callable<Integer> {
  private final Door door;
  @Mixin private Door.Keys keys = new Door.Keys();

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  RebuildCommand(Door door) {
    this.door = door;
  }

  @Override
  public Integer call() {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    Meter meter = new Meter(command.getErr(), "rebuilding");
    try (Desk desk = door.enter(keys, place -> place.anew().telling(meter))) {
      new Said(json, command.getOut())
          .line("The view was made anew: " + desk.cases().count("") + " cases.")
          .with("cases", desk.cases().count(""))
          .end();
    }
    return Exit.OK;
  }
}
