package org.sala.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Window;
import org.sala.casework.Desks;
import org.sala.cli.Ports;
import org.sala.cli.SalaCommand;

/**
 * {@code sala demo --open} on a night that was played before, with a toolkit that has drawn
 * already, and tells what stands in the window that comes.
 */
final class OpenedDemo {
  private OpenedDemo() {}

  public static void main(String[] args) throws InterruptedException {
    Thread demo =
        new Thread(
            () -> SalaCommand.run(ports(Path.of(args[0])), "demo", "--open", "--dir", args[0]));
    demo.setDaemon(true);
    demo.start();
    while (true) {
      Thread.sleep(50);
      try {
        Platform.runLater(OpenedDemo::look);
      } catch (IllegalStateException notYet) {
        // The toolkit has not begun.
        Thread.onSpinWait();
      }
    }
  }

  /** The real ones, but that nothing is played anew and nothing is drawn to files. */
  private static Ports ports(Path night) {
    Ports real = Main.ports(Desks.CHEAP, FontLibraries.ofThisMachine());
    return new Ports(
        real.tools(),
        real.languages(),
        real.desktop(),
        new Ports.Demonstration() {
          @Override
          public Optional<String> play(Path folder, Consumer<String> say) {
            return folder.equals(night) ? Optional.empty() : Optional.of("another folder");
          }

          @Override
          public boolean pictures(Path folder, Consumer<String> say) {
            return Desktop.drawing(() -> {});
          }
        },
        real.measuring());
  }

  private static void look() {
    // The folder is asked beside the window: the door comes when it has answered.
    if (Window.getWindows().isEmpty()
        || Window.getWindows().getFirst().getScene().getRoot().lookup("#unlock") == null) {
      return;
    }
    System.out.println("a door");
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }
}
