package org.sala.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.domain.Value;
import org.sala.form.Catalogue;
import org.sala.form.FormFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sala form catalogue}: forms with their rules, held against each other. */
@Command(
    name = "catalogue",
    mixinStandardHelpOptions = true,
    description =
        "Holds a catalogue's rules against its forms and prints its name, version and "
            + "digest, or all that is wrong, each with its line.")
final class CatalogueCheck implements Callable<Integer> {
  private static final long MOST_BYTES = 16L << 20;

  @Parameters(paramLabel = "DIR", description = "A folder with a catalogue.txt.")
  private Path folder = Path.of("");

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Map<String, Value> parts = new LinkedHashMap<>();
    int exit = Exit.OK;
    try {
      Catalogue c = read(folder);
      parts.put("valid", Value.flag(true));
      parts.put("id", Value.text(c.id()));
      parts.put("version", Value.text(c.version()));
      parts.put("sha256", Value.text(c.digest()));
      parts.put("indicators", Value.whole(c.indicators().size()));
      parts.put("languages", Value.texts(c.form().languages()));
      parts.put(
          "notReviewed",
          Value.texts(c.form().languages().stream().filter(l -> !c.reviewed(l)).toList()));
    } catch (FormFault e) {
      exit = Exit.REFUSED;
      parts.put("valid", Value.flag(false));
      parts.put("findings", Value.texts(e.findings()));
    }
    if (json) {
      out.println(JsonLine.of(parts));
    } else {
      parts.forEach((key, value) -> lines(out, key, value));
    }
    return exit;
  }

  /**
   * A catalogue from a folder.
   *
   * @throws FormFault if it is not right
   */
  static Catalogue read(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new NotEntered("There is no such folder: " + folder, Exit.USAGE);
    }
    return Catalogue.read(name -> bytes(folder.resolve(name)));
  }

  private static Optional<byte[]> bytes(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new FormFault(FormFault.Code.BAD_CATALOGUE, "more than 16 MiB: " + file);
      }
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void lines(PrintWriter out, String key, Value value) {
    if (value instanceof Value.Listing l) {
      out.println(key + ":");
      l.items().forEach(v -> out.println("  " + FormCommand.shown(word(v))));
    } else {
      out.println(key + ": " + FormCommand.shown(word(value)));
    }
  }

  private static String word(Value value) {
    return switch (value) {
      case Value.Text t -> t.text();
      case Value.Flag f -> f.yes() ? "yes" : "no";
      case Value.Whole w -> String.valueOf(w.number());
      default -> "";
    };
  }
}
