package org.sala.cli;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sala demo}: plays a working night on real machinery. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Plays a working night: two stations, a headquarters, packages, receipts, pictures.")
final class DemoCommand implements Callable<Integer> {
  private final Ports ports;

  @Option(
      names = "--dir",
      paramLabel = "D",
      description = "The folder to play in (default: a new one under target/).")
  private @Nullable Path dir;

  @Option(names = "--open", description = "Opens the desktop on it afterwards.")
  private boolean open;

  @Spec private @Nullable CommandSpec spec;

  DemoCommand(Ports ports) {
    this.ports = ports;
  }

  @Override
  public Integer call() {
    java.io.PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    java.io.PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    Path folder =
        dir != null
            ? dir
            : Path.of(
                "target",
                "demo-"
                    + LocalDateTime.now(ports.tools().clock())
                        .format(
                            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", java.util.Locale.ROOT)));
    java.util.function.Consumer<String> say =
        line -> {
          out.println(line);
          out.flush();
        };
    Optional<String> wrong = ports.demonstration().play(folder, say);
    if (wrong.isPresent()) {
      err.println("The night did not end well: " + wrong.get());
      return Exit.FAILED;
    }
    boolean pictures = ports.demonstration().pictures(folder, say);
    if (!pictures) {
      err.println(
          "Pictures were left out. Run: apt-get install -y libpango-1.0-0 libpangoft2-1.0-0"
              + " libfontconfig1 libfreetype6");
      return Exit.NO_FONTS;
    }
    return open ? ports.desktop().open(folder.resolve("station-a"), Optional.empty()) : Exit.OK;
  }
}
