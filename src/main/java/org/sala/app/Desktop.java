package org.sala.app;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    if (!fontsAreThere()) {
      err.println(
          "Font libraries are missing. Run: apt-get install -y libpango-1.0-0 libpangoft2-1.0-0"
              + " libfontconfig1 libfreetype6");
      return Exit.NO_FONTS;
    }
    CountDownLatch closed = new CountDownLatch(1);
    try {
      start(
          () -> {
            // Before the first scene: a font that comes later is not asked for what others lack.
            Theme.loadFonts();
            Workplace place = new Workplace(workspace, tools);
            new MainWindow(
                    server.map(place::on).orElse(place),
                    parcel,
                    tools,
                    new PauseTransition(),
                    closed::countDown)
                .show();
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
  static boolean pictures(Path folder, Tools tools, Consumer<String> say) {
    if (!fontsAreThere()) {
      return false;
    }
    CountDownLatch started = new CountDownLatch(1);
    start(started::countDown);
    // No window is the last one yet: the desktop may be opened afterwards.
    Platform.setImplicitExit(false);
    try {
      started.await();
      PictureTaker taker = new PictureTaker(tools, folder.resolve("pictures"), say);
      taker.takeAll(folder.resolve("station-a"), "a");
      taker.takeExchange(folder);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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

  /** Without these JavaFX cannot lay out text on Linux. */
  static boolean fontsAreThere() {
    if (!System.getProperty("os.name", "").startsWith("Linux")) {
      return true;
    }
    List<String> folders =
        List.of(
            "/usr/lib",
            "/usr/lib64",
            "/lib",
            "/usr/lib/x86_64-linux-gnu",
            "/usr/lib/aarch64-linux-gnu",
            "/usr/local/lib");
    return List.of(
            "libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libfontconfig.so.1", "libfreetype.so.6")
        .stream()
        .allMatch(lib -> folders.stream().anyMatch(f -> Files.exists(Path.of(f, lib))));
  }
}
