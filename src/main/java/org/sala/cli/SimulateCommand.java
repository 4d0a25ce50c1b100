package org.sala.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sala.domain.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sala bench simulate}: plays random histories of many laptops, and judges each. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Plays random histories of 2 to 12 stations and a headquarters: edits, packages "
          + "that are lost, repeated and re-ordered, crashes, wrong clocks, restored "
          + "backups, two copies of a workspace.",
      "A history is its seed. One that fails is cut down to the steps that it takes, "
          + "and printed.",
      "Ends with 0 only if all came to the same and nothing was lost."
    })
final class SimulateCommand implements Callable<Integer> {
  private final Trials trials;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private long seeds;

  @Option(
      names = "--from",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "The first seed (default: ${DEFAULT-VALUE}).")
  private long from;

  @Mixin private final Output output = new Output();

  SimulateCommand(Trials trials) {
    this.trials = trials;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter err = output.err();
    if (seeds < 1) {
      throw new NotEntered("At least one seed.", Exit.USAGE);
    }
    Trials.Simulated came =
        trials.simulate(
            from,
            seeds,
            line -> {
              err.println(line);
              err.flush();
            });
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("histories", Value.whole(came.played()));
    parts.put("perMinute", Value.whole(came.perMinute()));
    parts.put("failed", Value.texts(came.failed()));
    Map<String, Value> deeds = new LinkedHashMap<>();
    came.deeds().forEach((deed, times) -> deeds.put(deed, Value.whole(times)));
    parts.put("deeds", new Value.Parts(deeds));
    parts.put("green", Value.flag(came.failed().isEmpty()));
    output
        .said()
        .line(
            came.played()
                + " histories, "
                + came.perMinute()
                + " a minute: "
                + (came.failed().isEmpty() ? "green" : "RED"))
        .with(parts)
        .end();
    came.deeds().forEach((deed, times) -> err.println("    " + deed + " " + times));
    came.failed().forEach(err::println);
    err.flush();
    return came.failed().isEmpty() ? Exit.OK : Exit.REFUSED;
  }
}
