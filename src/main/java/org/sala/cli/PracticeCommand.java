package org.sala.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sala.casework.Desk;
import org.sala.casework.Workplace;
import org.sala.casework.practice.Practice;
import org.sala.casework.station.Tools;
import org.sala.domain.Value;
import org.sala.practice.Agreement;
import org.sala.practice.Kappa;
import org.sala.practice.Score;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sala practice}: workspaces with invented people. */
@Command(
    name = "practice",
    mixinStandardHelpOptions = true,
    description = "Practising with invented people, in a workspace of its own.")
final class PracticeCommand extends Branch {
  /** Makes a practice workspace. */
  @Command(
      name = "make",
      mixinStandardHelpOptions = true,
      description = "Makes a practice workspace with the invented people in it.")
  static final class Make implements Callable<Integer> {
    private final Tools tools;

    @Option(
        names = "--workspace",
        required = true,
        paramLabel = "DIR",
        description = "A new folder.")
    private Path workspace = Path.of("");

    @Option(
        names = "--name",
        paramLabel = "NAME",
        required = true,
        description = "The officer's name.")
    private String name = "";

    @Option(
        names = "--language",
        paramLabel = "CODE",
        description = "en or th (default: ${DEFAULT-VALUE}).")
    private String language = "en";

    @Mixin private Officer officer = new Officer();
    @Mixin private Output output = new Output();

    Make(Tools tools) {
      this.tools = tools;
    }

    @Override
    public Integer call() {
      Workplace place = new Workplace(workspace, tools);
      if (place.isThere()) {
        throw new NotEntered("There is a workspace in that folder already.", Exit.USAGE);
      }
      if (!List.of("en", "th").contains(language)) {
        throw new NotEntered("--language is en or th.", Exit.USAGE);
      }
      String handle = officer.handle();
      char[] passphrase = officer.passphrase();
      try (Desk desk =
          Door.entered(
              place.createForPractice(
                  new Workplace.FirstStart(language, name, handle, passphrase)))) {
        output
            .said()
            .line("practice in " + workspace)
            .line(desk.practice().partners().size() + " invented people")
            .with("people", desk.practice().partners().size())
            .end();
        return Exit.OK;
      } finally {
        Arrays.fill(passphrase, '\0');
      }
    }
  }

  /** Prints scores, and how far officers agree. */
  @Command(
      name = "scores",
      mixinStandardHelpOptions = true,
      description =
          "Prints the score of every practised interview, and Cohen's kappa per question.")
  static final class Scores implements Callable<Integer> {
    private final Door door;

    @Mixin private Door.Keys keys = new Door.Keys();
    @Mixin private Output output = new Output();

    Scores(Door door) {
      this.door = door;
    }

    @Override
    public Integer call() {
      try (Desk desk = door.enter(keys)) {
        if (!desk.practice().here()) {
          throw new NotEntered(
              "This is no practice workspace; sala practice make makes one.",
              Exit.FAILED,
              "PRACTICE_AND_WORK");
        }
        Agreement agreement = desk.practice().agreement();
        Said said = output.said();
        List<Value> rounds =
            desk.practice().rounds().stream()
                .flatMap(r -> r.score().stream().map(s -> round(r, s, said)))
                .toList();
        Map<String, Value> kappa = new LinkedHashMap<>();
        for (Agreement.Line l : agreement.lines()) {
          kappa.put(l.code(), Value.text(words(l.kappa())));
          if (agreement.people() > 0) {
            said.line(l.code() + "  " + words(l.kappa()));
          }
        }
        said.with(Map.of("rounds", new Value.Listing(rounds), "kappa", new Value.Parts(kappa)))
            .with("officers", agreement.officers())
            .with("people", agreement.people())
            .end();
        return Exit.OK;
      }
    }

    private static Value round(Practice.Round r, Score s, Said said) {
      said.line(
          r.script().id()
              + ": "
              + s.missed().size()
              + " missed, "
              + s.overMarked().size()
              + " over-marked, "
              + s.leading().size()
              + " leading, "
              + s.time().toMinutes()
              + " min");
      Map<String, Value> parts = new LinkedHashMap<>();
      parts.put("script", Value.text(r.script().id()));
      parts.put("found", Value.texts(s.found()));
      parts.put("missed", Value.texts(s.missed()));
      parts.put("overMarked", Value.texts(s.overMarked()));
      parts.put("leading", Value.texts(s.leading()));
      parts.put("seconds", Value.whole(s.time().toSeconds()));
      return new Value.Parts(parts);
    }

    /** A number, or why there is none. */
    private static String words(Kappa k) {
      return switch (k) {
        case Kappa.Defined d -> String.format(Locale.ROOT, "%.4f", d.value());
        case Kappa.OneCategory o -> "not defined: one category throughout";
        case Kappa.TooFew t -> "not defined: too few in common";
      };
    }
  }
}
