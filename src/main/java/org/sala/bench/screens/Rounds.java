package org.sala.bench.screens;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.sala.casework.Desk;
import org.sala.casework.Workplace;
import org.sala.casework.station.Tools;
import org.sala.demo.PictureTaker;
import org.sala.ui.kit.Theme;
import org.sala.ui.route.Place;
import org.sala.ui.shell.Shell;
import org.sala.ui.text.Texts;

/**
 * A program of its own: goes through every screen of a workspace, then again with scrolling and
 * resizing, and says how long the FX thread kept a question waiting that was put every few
 * milliseconds: as long as the longest task that it met there. Pulses are counted by a listener.
 */
public final class Rounds {
  /** Begins a line about a first opening: name, milliseconds of the longest task. */
  public static final String FIRST = "first";

  /** Begins a line about later use: name, then milliseconds of every wait. */
  public static final String AGAIN = "again";

  private static final int EVERY_MILLIS = 3;

  private final ExecutorService lane =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("sala-lane").factory());
  private final ScheduledExecutorService asking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("asking").factory());
  private final List<Double> waits = new ArrayList<>();
  private final Consumer<String> say;
  private long pulses;

  private Rounds(Consumer<String> say) {
    this.say = say;
  }

  /**
   * Unlocks, and goes through the screens.
   *
   * @param args the workspace, and whose it is; the passphrase comes on standard input
   */
  public static void main(String[] args) throws Exception {
    Tools tools = Tools.shipped(Clock.system(ZoneId.systemDefault()), new SecureRandom());
    char[] passphrase =
        new String(System.in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).toCharArray();
    if (!(new Workplace(Path.of(args[0]), tools).unlock(args[1], passphrase)
        instanceof Workplace.Entry.Entered entered)) {
      throw new IllegalStateException("not entered");
    }
    try (Desk desk = entered.desk()) {
      new Rounds(System.out::println).run(desk, tools);
    }
    System.exit(0);
  }

  private void run(Desk desk, Tools tools) throws Exception {
    CompletableFuture<Boolean> started = new CompletableFuture<>();
    Platform.startup(() -> started.complete(true));
    started.join();
    Map<String, Place> places = PictureTaker.places(desk);
    Stage stage =
        onFx(
            () -> {
              Theme.loadFonts();
              Stage made = new Stage();
              Shell shell =
                  new Shell(
                      desk,
                      Texts.in("en", tools.clock().getZone()),
                      new PictureTaker.Still(Theme.LIGHT, Optional.empty()),
                      tools.clock(),
                      Optional.of(lane));
              Scene scene = new Scene(shell.node(), 1280, 720);
              Theme.LIGHT.dress(scene);
              scene.addPostLayoutPulseListener(() -> pulses++);
              scene.setUserData(shell);
              made.setScene(scene);
              made.show();
              return made;
            });
    Shell shell = (Shell) stage.getScene().getUserData();
    settle();
    ScheduledFuture<?> asked =
        asking.scheduleAtFixedRate(this::ask, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    for (Map.Entry<String, Place> place : places.entrySet()) {
      double[] waited = during(() -> open(shell, place.getValue()));
      say.accept(FIRST + " " + place.getKey() + " " + millis(waited[waited.length - 1]));
    }
    for (Map.Entry<String, Place> place : places.entrySet()) {
      double[] waited =
          during(
              () -> {
                open(shell, place.getValue());
                use(stage);
              });
      StringBuilder line = new StringBuilder(AGAIN + " " + place.getKey());
      Arrays.stream(waited).forEach(w -> line.append(' ').append(millis(w)));
      say.accept(line.toString());
    }
    asked.cancel(false);
    asking.shutdown();
    onFx(
        () -> {
          shell.close();
          return true;
        });
    lane.submit(() -> {}).get();
  }

  private static String millis(double wait) {
    return String.format(Locale.ROOT, "%.1f", wait);
  }

  private interface Step {
    void run() throws Exception;
  }

  /** Milliseconds that each question waited meanwhile, sorted; at least one. */
  private double[] during(Step step) throws Exception {
    synchronized (waits) {
      waits.clear();
    }
    step.run();
    ask();
    settle();
    synchronized (waits) {
      double[] all = waits.stream().mapToDouble(Double::doubleValue).toArray();
      Arrays.sort(all);
      return all;
    }
  }

  private void ask() {
    long asked = System.nanoTime();
    Platform.runLater(
        () -> {
          double waited = (System.nanoTime() - asked) / 1e6;
          synchronized (waits) {
            waits.add(waited);
          }
        });
  }

  private void open(Shell shell, Place place) throws Exception {
    onFx(
        () -> {
          shell.go(place);
          return true;
        });
    settle();
  }

  /** Rolls everything that rolls down and up again, and changes the window's size. */
  private void use(Stage stage) throws Exception {
    for (int step = 0; step < 6; step++) {
      double by = step < 3 ? -200 : 200;
      onFx(
          () -> {
            for (Node n : stage.getScene().getRoot().lookupAll("*")) {
              if (n instanceof TableView<?> || n instanceof ScrollPane) {
                roll(n, by);
              }
            }
            return true;
          });
      pulse();
    }
    for (double width : List.of(1093.0, 1280.0)) {
      onFx(
          () -> {
            stage.setWidth(width);
            return true;
          });
      pulse();
    }
    settle();
  }

  private static void roll(Node node, double by) {
    Bounds b = node.localToScene(node.getBoundsInLocal());
    Event.fireEvent(
        node,
        new ScrollEvent(
            ScrollEvent.SCROLL,
            b.getCenterX(),
            b.getCenterY(),
            b.getCenterX(),
            b.getCenterY(),
            false,
            false,
            false,
            false,
            false,
            false,
            0,
            by,
            0,
            by,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            null));
  }

  /** Until the questions that a screen asks are answered and the answers are laid out. */
  private void settle() throws InterruptedException, ExecutionException {
    for (int i = 0; i < 3; i++) {
      lane.submit(() -> {}).get();
      pulse();
    }
  }

  private void pulse() {
    long before = onFx(() -> pulses);
    while (onFx(() -> pulses) == before) {
      onFx(
          () -> {
            Platform.requestNextPulse();
            return true;
          });
    }
  }

  private static <T> T onFx(java.util.concurrent.Callable<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(work.call());
          } catch (Exception e) {
            done.completeExceptionally(e);
          }
        });
    return done.join();
  }
}
