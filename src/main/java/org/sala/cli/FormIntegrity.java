package org.sala.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sala.casework.Desk;
import org.sala.casework.packages.catalogue.CatalogueDelivery;
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
      "At headquarters: names who alone may read answers that may name officials, in a new version"
          + " of every catalogue that people are screened with.",
      "Alone it says who is named, and changes nothing. \"sala form send\" and the desktop carry"
          + " the new version."
    })
final class FormIntegrity implements Callable<Integer> {
  private final Door door;

  @Mixin private Door.Keys keys = new Door.Keys();

  @Option(names = "--name", paramLabel = "NAME", description = "As officers see it.")
  private String name = "";

  @Option(
      names = "--recipient",
      paramLabel = "age1...",
      description = "A public key of it; up to four times.")
  private List<String> recipients = new ArrayList<>();

  @Option(
      names = "--nobody",
      description = "Names nobody any more: such answers stay at the stations.")
  private boolean nobody;

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      description = "Carries the packages to a folder that is there, such as a stick.")
  private Optional<Path> to = Optional.empty();

  @Mixin private Output output = new Output();

  FormIntegrity(Door door) {
    this.door = door;
  }

  @Override
  public Integer call() {
    to.ifPresent(Given::folder);
    boolean given = !recipients.isEmpty() || !name.isBlank();
    if (given && nobody) {
      throw new NotEntered("--nobody goes with no name and no recipient.", Exit.USAGE);
    }
    Optional<IntegrityRecipient> named;
    try {
      named =
          !given ? Optional.empty() : Optional.of(new IntegrityRecipient(name.strip(), recipients));
    } catch (FormFault e) {
      throw new NotEntered(
          "A name and one to four age recipients are needed; one of these is mistyped.",
          Exit.USAGE);
    }
    try (Desk desk = door.enter(keys)) {
      Said said = output.said();
      int code = Exit.OK;
      List<CatalogueDelivery.Taken> all =
          given || nobody ? desk.integrity().name(named) : List.of();
      for (CatalogueDelivery.Taken taken : all) {
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
        List<String> carried = new Carried(desk.packages(), to).carry(desk.catalogues().seal());
        carried.forEach(f -> said.line("carried " + f));
        said.with("packages", carried);
      }
      String now = desk.integrity().named().map(IntegrityRecipient::name).orElse("nobody");
      said.line("named: " + now).with("integrity", now).end();
      return code;
    }
  }
}
