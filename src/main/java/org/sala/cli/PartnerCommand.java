package org.sala.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sala.casework.Desk;
import org.sala.casework.headquarters.Approvals;
import org.sala.casework.keys.Partner;
import org.sala.casework.keys.PartnerCard;
import org.sala.domain.FileNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sala partner}: other agencies, by their cards. */
@Command(
    name = "partner",
    mixinStandardHelpOptions = true,
    description = {
      "At headquarters: other agencies that copies may go to.",
      "Cards are exchanged as files; each side reads out its own code over the "
          + "telephone, and the other types it."
    })
final class PartnerCommand extends Branch {
  /** The own card. */
  @Command(
      name = "card",
      mixinStandardHelpOptions = true,
      description = "Writes this agency's card and prints its code, to be read out.")
  static final class Card implements Callable<Integer> {
    private final Door door;
    @Mixin private Door.Keys keys = new Door.Keys();

    @Parameters(index = "0", paramLabel = "FILE", description = "The card to be written.")
    private Path file = Path.of("");

    @Mixin private Output output = new Output();

    Card(Door door) {
      this.door = door;
    }

    @Override
    public Integer call() {
      try (Desk desk = door.enter(keys)) {
        Given.target(file);
        desk.partners().write(file);
        PartnerCard own = desk.partners().own();
        output.said().line("code " + own.code()).with("code", own.code()).end();
      }
      return Exit.OK;
    }
  }

  /** Somebody else's card. */
  @Command(
      name = "confirm",
      mixinStandardHelpOptions = true,
      description = "Takes over another agency's card, with the code that it read out.")
  static final class Confirm implements Callable<Integer> {
    private final Door door;
    @Mixin private Door.Keys keys = new Door.Keys();

    @Option(
        names = "--code",
        required = true,
        paramLabel = "CODE",
        description = "Twelve letters and figures, as they were read out over the telephone.")
    private String code = "";

    @Mixin private final SecondOfficer second = new SecondOfficer();

    @Parameters(
        index = "0",
        paramLabel = "CARD",
        description = "The card that the other agency wrote.")
    private Path card = Path.of("");

    @Mixin private Output output = new Output();

    Confirm(Door door) {
      this.door = door;
    }

    @Override
    public Integer call() {
      try (Desk desk = door.enter(keys)) {
        Given.file(card);
        PartnerCard read = desk.partners().read(card);
        if (read.isCode(code)) {
          second.approve(desk, Approvals.Of.PARTNER, read.digest());
        }
        desk.partners().confirm(read, code);
        output
            .said()
            .line("known: " + FileNames.shown(read.name()) + " (" + read.country() + ")")
            .with("name", read.name())
            .with("country", read.country())
            .end();
      }
      return Exit.OK;
    }
  }

  /** Who is known. */
  @Command(name = "list", mixinStandardHelpOptions = true, description = "Says who is known here.")
  static final class Known implements Callable<Integer> {
    private final Door door;
    @Mixin private Door.Keys keys = new Door.Keys();
    @Mixin private Output output = new Output();

    Known(Door door) {
      this.door = door;
    }

    @Override
    public Integer call() {
      try (Desk desk = door.enter(keys)) {
        Said said = output.said();
        for (Partner p : desk.partners().known()) {
          said.line(
              p.name()
                  + ", "
                  + p.card().country()
                  + ", code "
                  + p.card().code()
                  + (p.answers() ? "" : ", without Sala: no receipt can come"));
        }
        if (desk.partners().known().isEmpty()) {
          said.line("no other agency is known here");
        }
        said.with("partners", desk.partners().known().stream().map(Partner::name).toList()).end();
      }
      return Exit.OK;
    }
  }

  /** Somebody whom nothing goes to any more. */
  @Command(
      name = "end",
      mixinStandardHelpOptions = true,
      description = "Nothing goes to that agency any more, and nothing from there is believed.")
  static final class End implements Callable<Integer> {
    private final Door door;
    @Mixin private Door.Keys keys = new Door.Keys();

    @Option(names = "--reason", required = true, paramLabel = "WORDS", description = "Why.")
    private String reason = "";

    @Parameters(
        index = "0",
        paramLabel = "NAME",
        description = "The agency, as partner list names it.")
    private String name = "";

    @Mixin private Output output = new Output();

    End(Door door) {
      this.door = door;
    }

    @Override
    public Integer call() {
      if (reason.isBlank()) {
        throw new NotEntered("--reason says why.", Exit.USAGE);
      }
      try (Desk desk = door.enter(keys)) {
        Partner partner = named(desk, name);
        desk.partners().end(partner.id(), reason);
        output.said().line("ended").with("ended", partner.name()).end();
      }
      return Exit.OK;
    }
  }

  static Partner named(Desk desk, String name) {
    return desk.partners().known().stream()
        .filter(p -> p.name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new NotEntered(
                    "No agency of that name is known here. Known: "
                        + String.join(
                            ", ", desk.partners().known().stream().map(Partner::name).toList()),
                    Exit.USAGE));
  }
}
