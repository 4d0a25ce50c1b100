package org.sala.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.form.AccountReader;
import org.sala.form.BuiltIn;
import org.sala.form.Catalogue;
import org.sala.form.DimensionRule;
import org.sala.form.Explanation;
import org.sala.form.FormFault;
import org.sala.form.Rules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sala screening}: the rules without a screen, so that others can test them. */
@Command(
    name = "screening",
    mixinStandardHelpOptions = true,
    description = "The rules of a screening, without a workspace.")
final class ScreeningCommand extends Branch {
  /** Explains the result of answers in a file. */
  @Command(
      name = "explain",
      mixinStandardHelpOptions = true,
      description = {
        "Explains what answers show, and what it rests on.",
        "A worksheet; not evidence of guilt or truth."
      })
  static final class Explain implements Callable<Integer> {
    /** More than any honest instance of the form. */
    private static final long MOST_BYTES = 16L << 20;

    @Option(
        names = "--catalogue",
        paramLabel = "NAME",
        defaultValue = "scam-compound",
        description =
            "The catalogue, NAME for its newest version or NAME/VERSION (default:"
                + " ${DEFAULT-VALUE}).")
    private String catalogue = "";

    @Option(
        names = "--catalogue-folder",
        paramLabel = "DIR",
        description = "A catalogue in a folder instead of a built-in one.")
    private @Nullable Path folder;

    @Option(
        names = "--answers",
        required = true,
        paramLabel = "FILE",
        description =
            "An instance document of the form, or"
                + " {\"ageGroup\": \"adult\", \"indicators\": {\"S1.01\": \"yes\"}}.")
    private Path answers = Path.of("");

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
      java.io.PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      try {
        Catalogue known = named();
        Given.file(answers);
        if (Files.size(answers) > MOST_BYTES) {
          throw new FormFault(FormFault.Code.NOT_A_FORM, "more than 16 MiB");
        }
        Explanation explained =
            Rules.explain(known, AccountReader.read(known, Files.readAllBytes(answers)));
        if (json) {
          out.println(ExplanationReport.json(explained));
        } else {
          ExplanationReport.lines(known, explained).forEach(out::println);
        }
        return Exit.OK;
      } catch (FormFault e) {
        throw new NotEntered(Objects.requireNonNull(e.getMessage()), Exit.REFUSED);
      }
    }

    private Catalogue named() {
      if (folder != null) {
        return CatalogueCheck.read(folder);
      }
      int slash = catalogue.indexOf('/');
      String name = slash < 0 ? catalogue : catalogue.substring(0, slash);
      if (BuiltIn.versions(name).isEmpty()
          || slash >= 0 && !BuiltIn.versions(name).contains(catalogue.substring(slash + 1))) {
        throw new NotEntered(
            "There is no such catalogue. --catalogue is one of "
                + String.join(", ", BuiltIn.names())
                + ", or one of these with a version of it.",
            Exit.USAGE);
      }
      return slash < 0
          ? BuiltIn.newest(catalogue)
          : BuiltIn.version(catalogue.substring(0, slash), catalogue.substring(slash + 1));
    }
  }

  /** The dimension rule alone. */
  @Command(
      name = "rule",
      mixinStandardHelpOptions = true,
      description = "Prints positive or negative for counts in one dimension.")
  static final class Rule implements Callable<Integer> {
    @Option(names = "--strong", required = true, paramLabel = "N", description = "Strong ones.")
    private int strong;

    @Option(names = "--medium", required = true, paramLabel = "N", description = "Medium ones.")
    private int medium;

    @Option(names = "--weak", required = true, paramLabel = "N", description = "Weak ones.")
    private int weak;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
      if (strong < 0 || medium < 0 || weak < 0) {
        throw new NotEntered("A count cannot be below zero.", Exit.USAGE);
      }
      Objects.requireNonNull(spec)
          .commandLine()
          .getOut()
          .println(DimensionRule.of(strong, medium, weak).isPresent() ? "positive" : "negative");
      return Exit.OK;
    }
  }
}
