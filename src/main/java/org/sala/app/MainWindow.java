package org.sala.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.Workplace;
import org.sala.casework.station.Tools;
import org.sala.domain.Value;
import org.sala.ui.door.DoorView;
import org.sala.ui.kit.KeyPlaces;
import org.sala.ui.kit.Theme;
import org.sala.ui.kit.Zoom;
import org.sala.ui.route.Place;
import org.sala.ui.shell.Shell;
import org.sala.ui.text.Texts;
import org.sala.ui.work.Work;

/** The window of a process: the door while locked, the shell while unlocked. */
final class MainWindow implements Shell.Window {
  private static final int IDLE_MINUTES = 10;
  private static final int LONGEST_IDLE = 30;

  private final Workplace workplace;
  private final Tools tools;
  private final Runnable closed;
  private Optional<Path> parcel;
  private final Stage stage = new Stage();
  private final Scene scene = new Scene(new StackPane(), 1280, 720);
  private final PauseTransition idle;
  private final Slept slept;
  private final ExecutorService lane =
      Executors.newSingleThreadExecutor(
          r -> {
            Thread thread = new Thread(r, "sala-lane");
            thread.setDaemon(true);
            return thread;
          });
  private Theme theme = Theme.LIGHT;
  private int percent = 100;
  private Optional<Zoom> zoom = Optional.empty();
  private String language = "en";
  private @Nullable Desk desk;
  private @Nullable Shell shell;

  /**
   * @param parcel a package to check once somebody has unlocked
   * @param idle runs while nobody does anything, as long as the officer has chosen
   */
  MainWindow(
      Workplace workplace,
      Optional<Path> parcel,
      Tools tools,
      PauseTransition idle,
      Runnable closed) {
    this.idle = idle;
    idle.setDuration(Duration.minutes(IDLE_MINUTES));
    this.parcel = parcel;
    this.workplace = workplace;
    this.tools = tools;
    this.closed = closed;
    this.slept = new Slept(tools.clock(), this::woken);
  }

  void show() {
    theme.dress(scene);
    stage.setTitle("Sala");
    stage.setMinWidth(1000);
    stage.setMinHeight(600);
    stage.setScene(scene);
    scene.addEventFilter(InputEvent.ANY, this::touched);
    KeyPlaces.watch(scene);
    idle.setOnFinished(e -> silence());
    stage.setOnHidden(
        e -> {
          slept.end();
          leave();
          lane.execute(closed);
        });
    showDoor();
    stage.show();
    slept.begin();
  }

  private DoorView showDoor() {
    idle.stop();
    // What failed at the door begins it anew, and is said there.
    Work work = Work.on(lane, tools.faults(), e -> showDoor().tell(e));
    DoorView door =
        new DoorView(
            workplace,
            tools,
            Texts.in(language, tools.clock().getZone()),
            work,
            this::enter,
            (chosen, typed) -> {
              language = chosen;
              showDoor().goOn(typed);
            });
    put(door.node());
    return door;
  }

  private void put(Parent node) {
    Zoom zoomed = new Zoom(node, percent);
    zoom = Optional.of(zoomed);
    scene.setRoot(zoomed);
  }

  /** The officer's own look and language come with the unlock. */
  private void enter(Desk entered) {
    desk = entered;
    entered
        .preferences()
        .text("theme")
        .flatMap(t -> Arrays.stream(Theme.values()).filter(v -> v.name().equals(t)).findFirst())
        .ifPresent(
            t -> {
              theme = t;
              t.dress(scene);
            });
    entered
        .preferences()
        .text("language")
        .filter(Texts.LANGUAGES::contains)
        .ifPresent(l -> language = l);
    percent = wholeOf(entered, "zoom", percent, Zoom.LEAST, Zoom.MOST);
    idle.setDuration(
        Duration.minutes(wholeOf(entered, "idleMinutes", IDLE_MINUTES, 1, LONGEST_IDLE)));
    size(entered);
    Shell fresh = showShell(entered);
    parcel.ifPresent(fresh::check);
    parcel = Optional.empty();
    idle.playFromStart();
  }

  private static int wholeOf(Desk desk, String key, int usual, int least, int most) {
    return desk.preferences().value(key).orElse(Value.Nothing.HERE) instanceof Value.Whole w
        ? Math.clamp(w.number(), least, most)
        : usual;
  }

  /** The window as the officer left it, where it still fits on the screen. */
  private void size(Desk entered) {
    Rectangle2D room = Screen.getPrimary().getVisualBounds();
    int width = wholeOf(entered, "windowWidth", 0, 0, (int) room.getWidth());
    int height = wholeOf(entered, "windowHeight", 0, 0, (int) room.getHeight());
    if (width > 0 && height > 0 && !stage.isMaximized()) {
      stage.setWidth(width);
      stage.setHeight(height);
    }
  }

  /** Takes the measures now, and writes them where it is called. */
  private Runnable keepSize(Desk open) {
    if (stage.isMaximized() || !(stage.getWidth() > 0) || !(stage.getHeight() > 0)) {
      return () -> {};
    }
    Value width = Value.whole(Math.round(stage.getWidth()));
    Value height = Value.whole(Math.round(stage.getHeight()));
    return () -> {
      open.preferences().set("windowWidth", width);
      open.preferences().set("windowHeight", height);
    };
  }

  private Shell showShell(Desk entered) {
    Shell old = shell;
    if (old != null) {
      old.close();
    }
    Shell fresh =
        new Shell(
            entered,
            Texts.in(language, tools.clock().getZone()),
            this,
            tools.clock(),
            Optional.of(lane));
    shell = fresh;
    put(fresh.node());
    return fresh;
  }

  /** The first key after a sleep is for nobody who worked here before it. */
  private void touched(InputEvent e) {
    if (slept.look()) {
      e.consume();
    } else {
      idle.playFromStart();
    }
  }

  /** What nobody caught: whoever works is told; at the door there is nothing to lose. */
  void unexpected(String code) {
    Shell open = shell;
    if (open != null) {
      open.unexpected(code);
    }
  }

  private void woken() {
    if (desk != null) {
      lock();
    }
  }

  /** Covers instead of locking where a person may be sitting in silence. */
  private void silence() {
    Shell open = shell;
    if (open != null && open.silent()) {
      idle.playFromStart();
    } else {
      lock();
    }
  }

  @Override
  public void lock() {
    leave();
    showDoor();
  }

  private void leave() {
    Shell old = shell;
    Desk open = desk;
    if (open != null) {
      open.end();
    }
    if (old != null) {
      old.end();
      old.close();
    }
    if (open != null) {
      // Behind whatever is still being saved, drafts among it; the screen is gone already.
      Runnable sized = keepSize(open);
      lane.execute(
          () -> {
            try (open) {
              if (old != null) {
                old.untilQuiet();
              }
              sized.run();
            }
          });
    }
    shell = null;
    desk = null;
  }

  @Override
  public void wear(Theme chosen) {
    theme = chosen;
    theme.dress(scene);
    prefer("theme", Value.text(chosen.name()));
  }

  @Override
  public void zoom(int direction) {
    percent = Zoom.step(percent, direction);
    zoom.ifPresent(z -> z.to(percent));
    prefer("zoom", Value.whole(percent));
  }

  @Override
  public int idleMinutes() {
    return (int) Math.round(idle.getDuration().toMinutes());
  }

  @Override
  public void lockAfter(int minutes) {
    idle.stop();
    idle.setDuration(Duration.minutes(minutes));
    idle.playFromStart();
    prefer("idleMinutes", Value.whole(minutes));
  }

  private void prefer(String key, Value value) {
    Desk open = desk;
    if (open != null) {
      lane.execute(() -> open.preferences().set(key, value));
    }
  }

  @Override
  public void speak(String chosen) {
    language = chosen;
    prefer("language", Value.text(chosen));
    Desk open = desk;
    if (open != null) {
      // Whoever took the wrong one finds the way back where it was chosen.
      showShell(open).go(new Place.Settings());
    }
  }

  @Override
  public Theme theme() {
    return theme;
  }

  @Override
  public Optional<Path> openFile(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showOpenDialog(stage)).map(java.io.File::toPath);
  }

  @Override
  public List<Path> openFiles(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    List<java.io.File> chosen = chooser.showOpenMultipleDialog(stage);
    return chosen == null ? List.of() : chosen.stream().map(java.io.File::toPath).toList();
  }

  @Override
  public Optional<Path> saveFile(String title, String name) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(name);
    return Optional.ofNullable(chooser.showSaveDialog(stage)).map(java.io.File::toPath);
  }

  @Override
  public Optional<Path> folder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showDialog(stage)).map(java.io.File::toPath);
  }
}
