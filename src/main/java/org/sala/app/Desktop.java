package org.sala.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import org.sala.casework.ServerLogin;
import org.sala.casework.Workplace;
import org.sala.casework.station.Tools;
import org.sala.cli.Exit;
import org.sala.demo.PictureTaker;
import org.sala.ui.kit.Theme;

/** Starts the toolkit for the window and for the pictures. */
final class Desktop {
  private static boolean started;

  private Desktop() {}

  /** Opens the window and waits until it is closed. */
  static int open(
      Path workspace, Optional<Path> parcel, Optional<ServerLogin> server, Tools tools) {
    PrintStream err = System.err;
    boolean linux = System.getProperty("os.name", "").startsWith("Linux");
    if (linux && System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) {
      err.println("There is no display. Try: ./sala demo");
      return Exit.NO_DISPLAY;
    }
    if (!FontLibraries.ofThisMachine().areThere()) {
      err.println("Font libraries are missing. Run: " + FontLibraries.BRING);
      return Exit.NO_FONTS;
    }
    CountDownLatch closed = new CountDownLatch(1);
    try {
      start(
          () -> {
            // Before the first scene: a font that comes later is not asked for what others lack.
            Theme.loadFonts();
            Workplace place = new Workplace(workspace, tools);
            MainWindow window =
                new MainWindow(
                    server.map(place::on).orElse(place),
                    parcel,
                    tools,
                    new PauseTransition(),
                    closed::countDown);
            Unexpected.alsoTold(
                err, tools.faults(), code -> Platform.runLater(() -> window.unexpected(code)));
            window.show();
          });
    } catch (UnsupportedOperationException e) {
      // A display is named, and nobody answers there.
      err.println("The display does not answer. Try: ./sala demo");
      return Exit.NO_DISPLAY;
    }
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Platform.exit();
    return Exit.OK;
  }

  /** Renders the screens of a played night; false when the font libraries are missing. */
  static boolean pictures(Path folder, Tools tools, FontLibraries fonts, Consumer<String> say) {
    return fonts.areThere()
        && drawing(
            () -> {
              PictureTaker taker = new PictureTaker(tools, folder.resolve("pictures"), say);
              taker.takeAll(folder.resolve("station-a"), "a");
              taker.takeExchange(folder);
            });
  }

  /** Draws with the toolkit running, and leaves it running; false when it was interrupted. */
  static boolean drawing(Runnable drawn) {
    CountDownLatch running = new CountDownLatch(1);
    start(running::countDown);
    // No window is the last one yet: the desktop may be opened afterwards.
    Platform.setImplicitExit(false);
    try {
      running.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    drawn.run();
    return true;
  }

  /** A toolkit starts once in a process: the pictures may have started it. */
  private static void start(Runnable then) {
    if (started) {
      Platform.runLater(then);
    } else {
      Platform.startup(then);
      started = true;
    }
  }
}
