package org.sala.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.sala.casework.station.Tools;
import org.sala.cli.Exit;
import org.sala.cli.Ports;
import org.sala.cli.SalaCommand;
import org.sala.demo.WorkingNight;
import org.sala.domain.Words;
import org.sala.ui.text.Texts;

/** The way in, for the desktop and for every command. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Tools tools = Tools.shipped(Clock.system(ZoneId.systemDefault()), new SecureRandom());
    Unexpected.everywhere(System.err, tools.faults());
    int exit;
    try {
      exit = SalaCommand.run(ports(tools, FontLibraries.ofThisMachine()), args);
    } catch (RuntimeException | Error e) {
      // The machine's own end of it would look like a package that is not genuine.
      new Unexpected(System.err, tools.faults(), code -> {})
          .uncaughtException(Thread.currentThread(), e);
      exit = Exit.FAILED;
    }
    System.exit(exit);
  }

  static Ports ports(Tools tools, FontLibraries fonts) {
    return ports(tools, fonts, (folder, say) -> new WorkingNight(tools, folder, say));
  }

  /**
   * @param night is played by the demonstration
   */
  static Ports ports(
      Tools tools, FontLibraries fonts, BiFunction<Path, Consumer<String>, WorkingNight> night) {
    return new Ports(
        tools,
        new Ports.Languages() {
          @Override
          public List<String> all() {
            return Texts.LANGUAGES;
          }

          @Override
          public Words in(String language) {
            return Texts.in(language, tools.clock().getZone());
          }
        },
        (workspace, parcel, server) -> Desktop.open(workspace, parcel, server, tools),
        new Ports.Demonstration() {
          @Override
          public Optional<String> play(Path folder, Consumer<String> say) {
            return night.apply(folder, say).play();
          }

          @Override
          public boolean pictures(Path folder, Consumer<String> say) {
            return Desktop.pictures(folder, tools, fonts, say);
          }
        },
        ServiceLoader.load(Ports.Measures.class).findFirst().map(m -> m.with(tools)));
  }
}
