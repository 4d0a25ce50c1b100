package org.sala.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sala.casework.Desk;
import org.sala.casework.packages.catalogue.CatalogueDelivery;
import org.sala.domain.RecordId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sala form send}: a catalogue from headquarters to its stations. */
@Command(
    name = "send",
    mixinStandardHelpOptions = true,
    description = {
      "At headquarters: takes a catalogue in, seals it for every station that lacks "
          + "it, and puts the packages into a folder.",
      "One that is not right is refused whole, with all that is wrong."
    })
final class FormSend implements Callable<Integer> {
  private final Door door;

  @Parameters(paramLabel = "DIR", description = "A folder with a catalogue.txt.")
  private Path catalogue = Path.of("");

  @Mixin private Door.Keys keys = new Door.Keys();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FOLDER",
      description = "A folder that is there, such as a stick.")
  private Path to = Path.of("");

  @Mixin private Output output = new Output();

  FormSend(Door door) {
    this.door = door;
  }

  @Override
  public Integer call() {
    Given.folder(to);
    try (Desk desk = door.enter(keys)) {
      return switch (desk.catalogues().take(catalogue, new Meter(output.err(), "catalogue"))) {
        case CatalogueDelivery.Taken.Done d -> sent(desk, d);
        case CatalogueDelivery.Taken.Refused r -> refused(r.findings());
        case CatalogueDelivery.Taken.NotTaken n ->
            throw new NotEntered(
                "A file of it cannot be read, or there is no room for it.", Exit.FAILED);
      };
    }
  }

  private int sent(Desk desk, CatalogueDelivery.Taken.Done d) {
    List<RecordId> made = desk.catalogues().seal();
    List<String> files = new Carried(desk.packages(), Optional.of(to)).carry(made);
    Said said =
        output
            .said()
            .line(d.id() + " " + d.version() + " is in force here")
            .with("id", d.id())
            .with("version", d.version())
            .with("packages", files);
    files.forEach(f -> said.line("carried " + f));
    said.end();
    return Exit.OK;
  }

  private int refused(List<String> findings) {
    Said said = output.said().line("refused: nothing of it was taken in");
    findings.forEach(f -> said.line("  " + FormCommand.shown(f)));
    said.with("findings", findings).end();
    return Exit.REFUSED;
  }
}
