package org.sala.bench.screens;

import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Window;

/**
 * A program of its own: runs another one, and says {@code shown} as soon as its first window has
 * been laid out and handed to the renderer. Then it ends.
 */
public final class FirstWindow {
  /** The line that a program says once its window is shown. */
  public static final String SHOWN = "shown";

  private FirstWindow() {}

  /**
   * Runs a program and watches for its window.
   *
   * @param args the program's class, then its arguments
   */
  public static void main(String[] args) throws ReflectiveOperationException {
    PrintStream out = System.out;
    Thread.ofPlatform().daemon().name("first-window").start(() -> watch(out));
    Method main = Class.forName(args[0]).getMethod("main", String[].class);
    main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
  }

  private static void watch(PrintStream out) {
    while (!asked(out)) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** False while there is no toolkit yet. */
  private static boolean asked(PrintStream out) {
    try {
      Platform.runLater(() -> look(out));
      return true;
    } catch (IllegalStateException notYet) {
      return false;
    }
  }

  private static void look(PrintStream out) {
    Window.getWindows().stream()
        .filter(w -> w.isShowing() && w.getScene() != null)
        .findFirst()
        .ifPresentOrElse(
            w -> tellOnceLaidOut(w.getScene(), out), () -> Platform.runLater(() -> look(out)));
  }

  private static void tellOnceLaidOut(Scene scene, PrintStream out) {
    AtomicBoolean told = new AtomicBoolean();
    scene.addPostLayoutPulseListener(
        () -> {
          if (told.compareAndSet(false, true)) {
            // Behind the pulse that hands it over.
            Platform.runLater(
                () -> {
                  out.println(SHOWN);
                  out.flush();
                  System.exit(0);
                });
          }
        });
    Platform.requestNextPulse();
  }
}
