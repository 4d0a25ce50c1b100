package org.sala.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.paper.FormPapers;
import org.sala.casework.paper.Papers;
import org.sala.casework.people.Numbering;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.Printed;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Words;
import org.sala.form.BuiltIn;
import org.sala.form.Form;
import org.sala.form.FormFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sala print}: papers as PDF, without a screen. */
@Command(
    name = "print",
    mixinStandardHelpOptions = true,
    description = {
      "Makes PDF files to print: readable by anyone who gets hold of them.",
      "Empty forms need no workspace; what comes out of a workspace needs an officer."
    })
final class PrintCommand extends Branch {

  /** What every paper has. */
  static final class Sheet {
    @Option(
        names = "--in",
        paramLabel = "LANGUAGE",
        description = "The language of the paper, en or th (default: ${DEFAULT-VALUE}).",
        defaultValue = "en")
    private String language = "en";

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "The PDF file.")
    private Path to = Path.of("");

    @Mixin private Output output = new Output();

    Words words(Ports.Languages languages) {
      if (!languages.all().contains(language)) {
        throw new NotEntered(
            "--in is one of " + String.join(", ", languages.all()) + ".", Exit.USAGE);
      }
      return languages.in(language);
    }

    Meter meter() {
      return new Meter(output.err(), "print");
    }

    int said(Printed printed) {
      return switch (printed) {
        case Printed.Written w -> {
          output.said().line("written to " + w.file()).with("file", w.file().toString()).end();
          yield Exit.OK;
        }
        case Printed.Stopped s -> throw new NotEntered("Stopped.", Exit.REFUSED);
        case Printed.NoSpace n ->
            throw new NotEntered(
                "There is not enough space there; free some and try again. Nothing was left"
                    + " behind.",
                Exit.FAILED);
        case Printed.NotThere n ->
            throw new NotEntered(
                "Nothing can be written there; name a file outside of the workspace.", Exit.FAILED);
      };
    }
  }

  /** A paper of what a workspace holds. */
  abstract static class Paper implements Callable<Integer> {
    private final Door door;
    private final Ports ports;

    @Mixin private Door.Keys keys = new Door.Keys();
    @Mixin private Sheet sheet = new Sheet();

    Paper(Door door, Ports ports) {
      this.door = door;
      this.ports = ports;
    }

    /** Whether it can be asked for like this; asked before anybody is let in. */
    void check() {
      // Most can always be.
    }

    abstract Printed print(Desk desk, Words words, Path to, Progress progress);

    @Override
    public final Integer call() {
      Words words = sheet.words(ports.languages());
      check();
      Given.target(sheet.to);
      try (Desk desk = door.enter(keys)) {
        return sheet.said(print(desk, words, sheet.to, sheet.meter()));
      }
    }
  }

  /** {@code sala print form}. */
  @Command(
      name = "form",
      mixinStandardHelpOptions = true,
      description = "An empty form to fill in by hand; no workspace is needed.")
  static final class OfForm implements Callable<Integer> {
    private final Ports ports;

    @Option(
        names = "--catalogue",
        paramLabel = "NAME",
        description = "One that comes with Sala: scam-compound, labour, defrauded, needs.")
    private @Nullable String catalogue;

    @Option(names = "--file", paramLabel = "XML", description = "A form from KoboToolbox or ODK.")
    private @Nullable Path file;

    @Option(
        names = "--beside",
        paramLabel = "LANGUAGE",
        description = "A language below the English, for the interpreter.",
        defaultValue = "")
    private String beside = "";

    @Mixin private Sheet sheet = new Sheet();

    OfForm(Ports ports) {
      this.ports = ports;
    }

    @Override
    public Integer call() {
      Words words = sheet.words(ports.languages());
      Given.target(sheet.to);
      String name = catalogue;
      Path xml = file;
      if ((name == null) == (xml == null)) {
        throw new NotEntered(
            "Give --catalogue or --file. Catalogues: " + String.join(", ", BuiltIn.names()) + ".",
            Exit.USAGE);
      }
      if (xml != null) {
        return sheet.said(ofFile(Given.file(xml), words));
      }
      if (name == null || !BuiltIn.names().contains(name)) {
        throw new NotEntered(
            "--catalogue is one of " + String.join(", ", BuiltIn.names()) + ".", Exit.USAGE);
      }
      besides(BuiltIn.newest(name).form());
      return sheet.said(FormPapers.empty(name, beside, words, sheet.to, ports.tools()));
    }

    /** Left out without a word, it would be missed at the interpreter's side of the table. */
    private void besides(Form form) {
      if (!beside.isEmpty() && !form.languages().contains(beside)) {
        throw new NotEntered(
            form.languages().isEmpty()
                ? "This form has one language alone: nothing can stand beside it."
                : "--beside is one of " + String.join(", ", form.languages()) + ".",
            Exit.USAGE);
      }
    }

    private Printed ofFile(Path xml, Words words) {
      try {
        if (Files.size(xml) > FormCommand.MOST_BYTES) {
          throw new NotEntered("That form is larger than 16 MiB.", Exit.REFUSED);
        }
        byte[] bytes = Files.readAllBytes(xml);
        besides(Form.read(bytes));
        return FormPapers.empty(bytes, beside, words, sheet.to, ports.tools());
      } catch (IOException e) {
        throw new NotEntered("That form cannot be read.", Exit.USAGE);
      } catch (FormFault e) {
        throw new NotEntered(
            "Sala cannot run this form: " + FormCommand.shown(String.join("; ", e.findings())),
            Exit.REFUSED);
      }
    }
  }

  /** {@code sala print sheets}. */
  @Command(
      name = "sheets",
      mixinStandardHelpOptions = true,
      description = "Blank triage sheets with numbers that nobody else gets from then on.")
  static final class Sheets extends Paper {
    @Option(names = "--many", required = true, paramLabel = "N", description = "1 to 200.")
    private int many;

    @Option(
        names = "--beside",
        paramLabel = "LANGUAGE",
        description = "A language below the English, for the interpreter.",
        defaultValue = "")
    private String beside = "";

    @Option(
        names = "--letter",
        paramLabel = "LETTER",
        description =
            "What the numbers of this laptop begin with, where enrolment has not said it yet; asked"
                + " once. No other laptop in the hall may have the same.")
    private @Nullable String letter;

    Sheets(Door door, Ports ports) {
      super(door, ports);
    }

    @Override
    void check() {
      if (many < 1 || many > Papers.MOST_SHEETS) {
        throw new NotEntered("--many is 1 to " + Papers.MOST_SHEETS + ".", Exit.USAGE);
      }
      if (!beside.isEmpty() && !Papers.sheetLanguages().contains(beside)) {
        throw new NotEntered(
            "--beside is one of " + String.join(", ", Papers.sheetLanguages()) + ".", Exit.USAGE);
      }
    }

    @Override
    Printed print(Desk desk, Words words, Path to, Progress progress) {
      if (desk.numbering().needsLetter()) {
        String typed = letter == null ? "" : letter.toUpperCase(Locale.ROOT);
        if (!Numbering.isLetter(typed)) {
          throw new NotEntered(
              "This laptop has no letter for its numbers yet: give one or two letters with"
                  + " --letter.",
              Exit.USAGE);
        }
        desk.numbering().letter(typed);
      }
      return desk.papers().triageSheets(many, beside, words, to, progress);
    }
  }

  /** {@code sala print list}. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Everybody who was taken in, by number and without names.")
  static final class OfNight extends Paper {
    OfNight(Door door, Ports ports) {
      super(door, ports);
    }

    @Override
    Printed print(Desk desk, Words words, Path to, Progress progress) {
      return desk.papers().nightList(false, words, to, progress);
    }
  }

  /** {@code sala print card}. */
  @Command(
      name = "card",
      mixinStandardHelpOptions = true,
      description = "The card that a person takes along; nothing on it betrays what it is from.")
  static final class OfPerson extends Paper {
    @Option(
        names = "--person",
        required = true,
        paramLabel = "NUMBER",
        description = "The number on the wristband.")
    private String number = "";

    OfPerson(Door door, Ports ports) {
      super(door, ports);
    }

    @Override
    Printed print(Desk desk, Words words, Path to, Progress progress) {
      // The very number: the card of somebody else would say whom that one trusts.
      RecordId person =
          TheVery.one(
                  desk.people().list(number, "wristband", false, 0, 20).stream()
                      .filter(p -> p.wristband().equalsIgnoreCase(number))
                      .toList(),
                  "Nobody here has that number.")
              .id();
      Optional<RecordId> last =
          desk.screenings().of(person).stream()
              .map(Screenings.Line::id)
              .reduce((earlier, later) -> later);
      RecordId screening =
          last.orElseThrow(
              () -> new NotEntered("Nobody has spoken with this person yet.", Exit.REFUSED));
      return desk.handOuts().card(screening, desk.endings().card(screening), words, to, progress);
    }
  }
}
