package org.sala.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sala bench}: measures against named peers on this machine; other checks are below it. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures Sala against named peers, both on the same data, in alternating runs.",
      "Prints medians, ratios and their spread; needs age and sha256sum for a and b."
    })
final class BenchCommand implements Callable<Integer> {
  private final Ports ports;
  private final Ports.Measuring measuring;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "LETTER",
      description =
          "a sealing, b verifying and importing, c edits, bulk import and rebuild, d large lists,"
              + " e start, f smoothness, forms (default: all).")
  private @Nullable List<String> only;

  @Option(names = "--quick", description = "The smallest sizes; the figures say so.")
  private boolean quick;

  @Option(
      names = "--size",
      paramLabel = "PERCENT",
      defaultValue = "100",
      description = "So much of the full sizes; the figures say so (default: ${DEFAULT-VALUE}).")
  private int percent;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description = "Alternating runs (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(names = "--json", description = "One JSON object a figure.")
  private boolean json;

  @Option(
      names = "--dir",
      paramLabel = "D",
      description = "The folder to work in (default: a new one under target/).")
  private @Nullable Path dir;

  @Spec private @Nullable CommandSpec spec;

  BenchCommand(Ports ports, Ports.Measuring measuring) {
    this.ports = ports;
    this.measuring = measuring;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    Set<String> all = measuring.letters();
    Set<String> letters = only == null ? all : new TreeSet<>(only);
    if (!all.containsAll(letters) || runs < 1 || percent < 1 || percent > 100) {
      err.println(
          "Choose from " + String.join(",", all) + ", at least one run, and 1 to 100 per cent.");
      return Exit.USAGE;
    }
    Path folder =
        dir != null
            ? dir
            : Path.of(
                "target",
                "bench-"
                    + LocalDateTime.now(ports.tools().clock())
                        .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)));
    Consumer<String> say =
        line -> {
          err.println(line);
          err.flush();
        };
    List<Measured> figures =
        measuring.measure(
            new Ports.Measuring.Wanted(letters, quick, percent, runs, folder),
            say,
            m -> {
              out.println(json ? json(m) : m.line());
              out.flush();
            });
    return figures.stream().allMatch(Measured::met) ? Exit.OK : Exit.REFUSED;
  }

  private static String json(Measured m) {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("letter", Value.text(m.letter()));
    parts.put("what", Value.text(m.what()));
    parts.put("unit", Value.text(m.unit()));
    parts.put("ours", number(m.ours()));
    parts.put("peer", number(m.peer()));
    parts.put("ratio", number(m.ratio()));
    parts.put("low", number(m.low()));
    parts.put("high", number(m.high()));
    parts.put("target", number(m.target()));
    parts.put("atMost", Value.flag(m.atMost()));
    parts.put("met", Value.flag(m.met()));
    parts.put("note", Value.text(m.note()));
    return new String(Json.write(new Value.Parts(parts)), StandardCharsets.UTF_8);
  }

  private static Value number(double number) {
    return new Value.Decimal(
        java.math.BigDecimal.valueOf(number).setScale(3, java.math.RoundingMode.HALF_UP));
  }
}
