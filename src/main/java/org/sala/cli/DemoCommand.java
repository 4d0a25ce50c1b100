package org.sala.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private final NewFolder dir = new NewFolder();

  @Option(names = "--no-pictures", description = "Plays the night and draws nothing.")
  private boolean noPictures;

  @Option(names = "--open", description = "Opens the desktop on it afterwards.")
  private boolean open;

  @Spec private @Nullable CommandSpec spec;

  DemoCommand(Ports ports) {
    this.ports = ports;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    Path folder = dir.path("demo", ports.tools().clock());
    Consumer<String> say =
        line -> {
          out.println(line);
          out.flush();
        };
    Optional<String> wrong = ports.demonstration().play(folder, say);
    if (wrong.isPresent()) {
      err.println("The night did not end well: " + wrong.get());
      return Exit.FAILED;
    }
    if (!noPictures && !ports.demonstration().pictures(folder, say)) {
      err.println(
          "Pictures were left out. Run: apt-get install -y libpango-1.0-0 libpangoft2-1.0-0"
              + " libfontconfig1 libfreetype6");
      return Exit.NO_FONTS;
    }
    return open
        ? ports.desktop().open(folder.resolve("station-a"), Optional.empty(), Optional.empty())
        : Exit.OK;
  }
}
