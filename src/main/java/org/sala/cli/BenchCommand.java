package org.sala.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sala.domain.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
              + " e start, f smoothness, forms, joining, server importers at a database"
              + " server, growth the same with ever more in it, sync how soon a carrier is noticed"
              + " (default: all).")
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

  @Mixin private final NewFolder dir = new NewFolder();
  @Mixin private final Output output = new Output();

  BenchCommand(Ports ports, Ports.Measuring measuring) {
    this.ports = ports;
    this.measuring = measuring;
  }

  @Override
  public Integer call() {
    PrintWriter err = output.err();
    Set<String> all = measuring.letters();
    Set<String> letters = only == null ? all : new TreeSet<>(only);
    if (!all.containsAll(letters) || runs < 1 || percent < 1 || percent > 100) {
      throw new NotEntered(
          "Choose from " + String.join(",", all) + ", at least one run, and 1 to 100 per cent.",
          Exit.USAGE);
    }
    Path folder = dir.path("bench", ports.tools().clock());
    Consumer<String> say =
        line -> {
          err.println(line);
          err.flush();
        };
    List<Measured> figures =
        measuring.measure(
            new Ports.Measuring.Wanted(letters, quick, percent, runs, folder),
            say,
            m -> output.said().line(m.line()).with(parts(m)).end());
    return figures.stream().allMatch(Measured::met) ? Exit.OK : Exit.REFUSED;
  }

  private static Map<String, Value> parts(Measured m) {
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
    return parts;
  }

  private static Value number(double number) {
    return new Value.Decimal(
        java.math.BigDecimal.valueOf(number).setScale(3, java.math.RoundingMode.HALF_UP));
  }
}
