package org.sala.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sala.domain.Value;
import org.sala.form.Form;
import org.sala.form.FormFault;
import org.sala.form.Rehearsal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sala form}: forms, without a workspace. */
@Command(
    name = "form",
    mixinStandardHelpOptions = true,
    description = "Forms made with KoboToolbox or ODK, and catalogues of them.")
final class FormCommand extends Branch {
  static final long MOST_BYTES = 16L << 20;

  /** What a form says of itself must not steer the terminal. */
  static String shown(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  /** Says of every form whether Sala can run it whole. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = {
        "Says of every form whether Sala can run it whole, and if not what it asks for and where.",
        "Each is answered once from beginning to end, as chance has it.",
        "Ends with 0 only if all can be run."
      })
  static final class Check implements Callable<Integer> {
    private static final int MOST_FILES = 10_000;

    /** Any number: the same one, so that the same form gets the same verdict. */
    private static final long SEED = 1;

    /** Far more than any honest form takes to open, or to be answered once. */
    private static final Duration MOST_TIME = Duration.ofSeconds(30);

    @Parameters(paramLabel = "FILE|DIR", description = "A form, or a folder with forms (*.xml).")
    private Path where = Path.of("");

    @Option(names = "--json", description = "Prints one JSON object a form, a line each.")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      List<Path> files = files();
      int refused = 0;
      for (Path file : files) {
        Map<String, Value> verdict = verdict(file);
        refused += Value.flag(true).equals(verdict.get("runs")) ? 0 : 1;
        if (json) {
          out.println(JsonLine.of(verdict));
        } else {
          lines(verdict).forEach(out::println);
        }
      }
      if (!json) {
        out.println(files.size() - refused + " can be run, " + refused + " cannot");
      }
      return refused == 0 ? Exit.OK : Exit.REFUSED;
    }

    private List<Path> files() throws IOException {
      if (!Files.isDirectory(where)) {
        return List.of(Given.file(where));
      }
      try (Stream<Path> all = Files.walk(where)) {
        List<Path> found =
            all.filter(f -> f.toString().endsWith(".xml") && Files.isRegularFile(f))
                .limit(MOST_FILES + 1L)
                .sorted()
                .toList();
        if (found.isEmpty() || found.size() > MOST_FILES) {
          throw new NotEntered(
              found.isEmpty() ? "No form (*.xml) in that folder." : "More than 10,000 forms.",
              Exit.USAGE);
        }
        return found;
      }
    }

    private static Map<String, Value> verdict(Path file) throws IOException {
      Map<String, Value> parts = new LinkedHashMap<>();
      parts.put("file", Value.text(file.toString()));
      try {
        if (Files.size(file) > MOST_BYTES) {
          throw new FormFault(FormFault.Code.NOT_A_FORM, "more than 16 MiB");
        }
        Form form = Form.read(Files.readAllBytes(file), MOST_TIME);
        Rehearsal walked = Rehearsal.of(form, SEED, MOST_TIME);
        parts.put("runs", Value.flag(true));
        parts.put("answered", Value.whole(walked.answered()));
        parts.put("against", Value.whole(walked.against()));
        parts.put("id", Value.text(form.id()));
        parts.put("version", Value.text(form.version()));
        parts.put("questions", Value.whole(form.questions().size()));
        parts.put("languages", Value.texts(form.languages()));
        parts.put("sha256", Value.text(form.digest()));
      } catch (FormFault e) {
        parts.put("runs", Value.flag(false));
        parts.put("reason", Value.text(e.code().name().toLowerCase(java.util.Locale.ROOT)));
        parts.put("findings", Value.texts(e.findings()));
      }
      return parts;
    }

    private static List<String> lines(Map<String, Value> verdict) {
      Value.Parts v = new Value.Parts(verdict);
      List<String> lines = new ArrayList<>();
      boolean runs = Value.flag(true).equals(verdict.get("runs"));
      lines.add(
          shown(
              (runs ? "runs     " : "refused  ")
                  + v.text("file").orElse("")
                  + v.text("id").map(id -> "  " + id).orElse("")
                  + v.text("version").map(x -> " " + x).orElse("")
                  + v.whole("answered").map(n -> "  " + n + " answers").orElse("")));
      if (verdict.get("findings") instanceof Value.Listing findings) {
        for (Value f : findings.items()) {
          lines.add("         " + (f instanceof Value.Text t ? shown(t.text()) : ""));
        }
      }
      return lines;
    }
  }
}
