package org.sala.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sala bench leaks}: looks for the demonstration's words in what it left behind. */
@Command(
    name = "leaks",
    mixinStandardHelpOptions = true,
    description = {
      "Searches a folder in which the demonstration was played, and any other "
          + "folders, for its names, statement words and passphrases: as they are, in "
          + "base64, compressed.",
      "Ends with 0 only if none is found."
    })
final class LeaksCommand implements Callable<Integer> {
  private final Ports.Measuring measuring;

  @Parameters(index = "0", paramLabel = "DEMO", description = "Where the demonstration was played.")
  private Path demo = Path.of("");

  @Parameters(
      index = "1..*",
      paramLabel = "MORE",
      description = "Temporary folders and logs to be searched as well.")
  private List<Path> more = List.of();

  @Spec private @Nullable CommandSpec spec;

  LeaksCommand(Ports.Measuring measuring) {
    this.measuring = measuring;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    for (Path p : more) {
      if (!Files.exists(p)) {
        throw new NotEntered("There is nothing at " + p, Exit.USAGE);
      }
    }
    if (!Files.isDirectory(demo.resolve("station-a"))) {
      throw new NotEntered("The demonstration was not played in " + demo, Exit.USAGE);
    }
    boolean clean =
        measuring.leaks(
            demo,
            more,
            line -> {
              out.println(line);
              out.flush();
            });
    return clean ? Exit.OK : Exit.REFUSED;
  }
}
