package org.sala.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sala.casework.Desk;
import org.sala.casework.packages.catalogue.IntegrityOffice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sala export envelopes}: what was sealed for the integrity recipient. */
@Command(
    name = "envelopes",
    mixinStandardHelpOptions = true,
    description = {
      "At headquarters: writes what stations have sealed for the integrity recipient "
          + "and was not passed on yet, one age file each, as it came.",
      "Only that recipient can open them."
    })
final class ExportEnvelopes implements Callable<Integer> {
  private final Door door;

  @Mixin private Door.Keys keys = new Door.Keys();

  @Option(names = "--to", required = true, paramLabel = "FOLDER", description = "Where they go.")
  private Path to = Path.of("");

  @Mixin private Output output = new Output();

  ExportEnvelopes(Door door) {
    this.door = door;
  }

  @Override
  public Integer call() {
    Given.folder(to);
    try (Desk desk = door.enter(keys)) {
      IntegrityOffice.Passed passed = desk.integrity().passOn(to);
      output.said().line(passed.files() + " written to " + to).with("files", passed.files()).end();
      if (passed.stoppedBy().isPresent()) {
        throw new NotEntered(
            "Nothing more can be written there; name a folder outside of the workspace with room"
                + " in it. The others wait.",
            Exit.FAILED);
      }
      return Exit.OK;
    }
  }
}
