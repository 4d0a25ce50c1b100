package org.sala.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sala.casework.Desk;
import org.sala.casework.paper.Exports;
import org.sala.casework.station.Printed;
import org.sala.domain.Moment;
import org.sala.domain.PartialDate;
import org.sala.domain.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sala export}: tables for others, in the plain, at a place outside of the workspace. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes tables for others: readable by anyone who gets hold of them.")
final class ExportCommand extends Branch {

  /** {@code sala export htcds}. */
  @Command(
      name = "htcds",
      mixinStandardHelpOptions = true,
      description =
          "People who said yes to headquarters and fear no country, by number and without names,"
              + " as CSV in the Human Trafficking Case Data Standard 2.0.")
  static final class InHtcds implements Callable<Integer> {
    private final Door door;

    @Mixin private Door.Keys keys = new Door.Keys();

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "The file.")
    private Path to = Path.of("");

    @Mixin private Output output = new Output();

    InHtcds(Door door) {
      this.door = door;
    }

    @Override
    public Integer call() {
      Given.target(to);
      try (Desk desk = door.enter(keys)) {
        return said(desk.exports().htcds(to, new Meter(output.err(), "export")), output);
      }
    }
  }

  /** {@code sala export statistics}. */
  @Command(
      name = "statistics",
      mixinStandardHelpOptions = true,
      description =
          "How many people speak which language and what was found of them, as CSV; what would"
              + " tell of a few is hidden.")
  static final class Statistics implements Callable<Integer> {
    private final Door door;

    @Mixin private Door.Keys keys = new Door.Keys();

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "The file.")
    private Path to = Path.of("");

    @Mixin private Output output = new Output();

    Statistics(Door door) {
      this.door = door;
    }

    @Override
    public Integer call() {
      Given.target(to);
      try (Desk desk = door.enter(keys)) {
        return said(desk.exports().statistics(new Codes(), to), output);
      }
    }
  }

  private static int said(Exports.Came came, Output output) {
    return switch (came.printed()) {
      case Printed.Written w -> {
        output
            .said()
            .line("written to " + w.file())
            .line(Counted.people(came.rows()) + " in it, " + came.leftOut() + " left out")
            .with("file", w.file().toString())
            .with("people", came.rows())
            .with("leftOut", came.leftOut())
            .end();
        yield Exit.OK;
      }
      case Printed.Stopped s -> throw new NotEntered("Stopped.", Exit.REFUSED);
      case Printed.NoSpace n ->
          throw new NotEntered(
              "There is not enough space there; free some and try again. Nothing was left behind.",
              Exit.FAILED);
      case Printed.NotThere n ->
          throw new NotEntered(
              "Nothing can be written there; name a file outside of the workspace.", Exit.FAILED);
    };
  }

  /** A machine reads it: codes stand for themselves. */
  private static final class Codes implements Words {
    @Override
    public String language() {
      return "en";
    }

    @Override
    public String t(String key, Object... values) {
      return key.substring(key.lastIndexOf('.') + 1);
    }

    @Override
    public String code(String family, String code) {
      return code;
    }

    @Override
    public String date(Moment moment) {
      return moment.toString();
    }

    @Override
    public String date(long millis) {
      return Long.toString(millis);
    }

    @Override
    public String amount(BigDecimal number) {
      return number.toPlainString();
    }

    @Override
    public String day(PartialDate day) {
      return day.typed();
    }
  }
}
