package org.sala.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.domain.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sala bench faults}: does faults to workspaces and packages of its own, and judges. */
@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    description = {
      "Kills, cuts the power, fills the disk, turns bits, spoils packages, sets "
          + "clocks wrong, looks into memory; each figure also on a variant that is broken "
          + "on purpose and has to be found.",
      "Prints a table. Ends with 0 only if every figure is green."
    })
final class FaultsCommand implements Callable<Integer> {
  private final Ports ports;
  private final Trials trials;

  @Option(names = "--full", description = "The full counts (hours), not the fast ones.")
  private boolean full;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "F1",
      description = "Which figures (default: all).")
  private @Nullable List<String> only;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "At most so long for each figure; the table says how often it was truly done.")
  private @Nullable Integer minutes;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "20261128",
      description =
          "Of all that is random: another one does other cases of the same kind, so that"
              + " counts of several runs add up (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private final NewFolder dir = new NewFolder();
  @Mixin private final Output output = new Output();

  FaultsCommand(Ports ports, Trials trials) {
    this.ports = ports;
    this.trials = trials;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter err = output.err();
    Set<String> all = trials.figures().keySet();
    Set<String> ids = only == null ? all : new TreeSet<>(only);
    if (!all.containsAll(ids) || ids.isEmpty() || minutes != null && minutes < 1) {
      throw new NotEntered(
          "Choose from " + String.join(",", all) + ", and at least one minute.", Exit.USAGE);
    }
    output
        .said()
        .line("| id | what | runs | faults found | verdict | time | note |")
        .line("|---|---|---|---|---|---|---|");
    boolean green =
        trials.run(
            new Trials.Wanted(
                ids,
                full,
                Optional.ofNullable(minutes).map(Duration::ofMinutes),
                seed,
                dir.path("faults", ports.tools().clock())),
            line -> {
              err.println(line);
              err.flush();
            },
            t -> {
              output.said().line(t.row()).with(parts(t)).end();
              t.wrong().forEach(w -> err.println(t.id() + ": " + w));
              err.flush();
            });
    return green ? Exit.OK : Exit.REFUSED;
  }

  private static Map<String, Value> parts(Tried t) {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("id", Value.text(t.id()));
    parts.put("what", Value.text(t.what()));
    parts.put("runs", Value.whole(t.runs()));
    parts.put("wanted", Value.whole(t.wanted()));
    parts.put("wrong", Value.texts(t.wrong()));
    parts.put("brokenVariantFound", Value.flag(t.red()));
    parts.put("green", Value.flag(t.green()));
    parts.put("seconds", Value.whole(t.seconds()));
    parts.put("note", Value.text(t.note()));
    return parts;
  }
}
