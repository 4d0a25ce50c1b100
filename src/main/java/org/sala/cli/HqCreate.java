package org.sala.cli;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.Workplace;
import org.sala.casework.station.Tools;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code sala hq create}: the first machine of a new headquarters on a server. */
@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a new headquarters on a prepared server that holds none, and this machine's folder.",
      "Then: sala enrol found --workspace DIR."
    })
final class HqCreate implements Callable<Integer> {
  private final Tools tools;

  @ParentCommand private @Nullable HqCommand hq;

  @Mixin private Officer officer = new Officer();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "The officer's name.")
  private String name = "";

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "en or th (default: ${DEFAULT-VALUE}).",
      defaultValue = "en")
  private String language = "en";

  @Mixin private Output output = new Output();

  HqCreate(Tools tools) {
    this.tools = tools;
  }

  @Override
  public Integer call() {
    HqCommand parent = Objects.requireNonNull(hq);
    Workplace place = new Workplace(parent.dir(), tools).on(parent.needed());
    String handle = officer.handle();
    char[] passphrase = officer.passphrase();
    try (Desk desk =
        Door.entered(place.create(new Workplace.FirstStart(language, name, handle, passphrase)))) {
      output
          .said()
          .line("Made. This machine's folder: " + parent.dir())
          .line("Next: sala enrol found --workspace " + parent.dir())
          .with("folder", parent.dir().toString())
          .with("written", desk.onServer().orElseThrow().written())
          .end();
    } finally {
      Arrays.fill(passphrase, '\0');
    }
    return Exit.OK;
  }
}
