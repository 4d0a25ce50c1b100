package org.sala.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sala.casework.Desk;
import org.sala.casework.packages.CatalogueDelivery;
import org.sala.form.FormFault;
import org.sala.form.IntegrityRecipient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sala form integrity}: who alone may read answers that may name officials. */
@Command(
    name = "integrity",
    mixinStandardHelpOptions = true,
    description = {
      "At headquarters: names who alone may read answers that may name officials, in a new version",
      "of every catalogue that people are screened with. \"sala form send\" and the desktop carry"
          + " it."
    })
final class FormIntegrity implements Callable<Integer> {
  private final Door door;

  @Mixin private Door.Keys keys = new Door.Keys();

  @Option(names = "--name", paramLabel = "NAME", description = "As officers see it.")
  private String name = "";

  @Option(
      names = "--recipient",
      paramLabel = "age1...",
      description = "A public key of it; up to four times. Without any, nobody is named.")
  private List<String> recipients = new ArrayList<>();

  @Option(names = "--to", paramLabel = "FOLDER", description = "Carries the packages there.")
  private Optional<Path> to = Optional.empty();

  @Mixin private Output output = new Output();

  FormIntegrity(Door door) {
    this.door = door;
  }

  @Override
  public Integer call() {
    Optional<IntegrityRecipient> named;
    try {
      named =
          recipients.isEmpty() && name.isBlank()
              ? Optional.empty()
              : Optional.of(new IntegrityRecipient(name.strip(), recipients));
    } catch (FormFault e) {
      throw new NotEntered(
          "A name and one to four age recipients are needed; one of these is mistyped.",
          Exit.USAGE);
    }
    try (Desk desk = door.enter(keys)) {
      Said said = output.said();
      int code = Exit.OK;
      for (CatalogueDelivery.Taken taken : desk.integrity().name(named)) {
        switch (taken) {
          case CatalogueDelivery.Taken.Done d ->
              said.line(d.id() + " " + d.version() + " is in force here");
          case CatalogueDelivery.Taken.Refused r -> {
            said.line("refused: " + FormCommand.shown(String.join("; ", r.findings())));
            code = Exit.REFUSED;
          }
          case CatalogueDelivery.Taken.NotTaken n ->
              throw new NotEntered("There is no room for it.", Exit.FAILED);
        }
      }
      if (code == Exit.OK && to.isPresent()) {
        desk.catalogues()
            .seal()
            .forEach(p -> said.line("carried " + desk.packages().carry(p, to.get())));
      }
      said.with(
              "integrity", desk.integrity().named().map(IntegrityRecipient::name).orElse("nobody"))
          .end();
      return code;
    }
  }
}
