package org.sala.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.sala.casework.Desk;
import org.sala.casework.Workplace;
import org.sala.casework.station.Tools;
import org.sala.domain.RecordId;
import org.sala.ui.door.DoorView;
import org.sala.ui.kit.Theme;
import org.sala.ui.route.Place;
import org.sala.ui.shell.Shell;
import org.sala.ui.text.Texts;
import org.sala.ui.work.Work;

/**
 * Renders every screen of a workspace, in light, dark and Thai, at three sizes. Needs a started
 * toolkit.
 */
public final class PictureTaker {
  /** How a picture is dressed, and which language it speaks. */
  record Dress(String name, Theme theme, String language) {}

  private static final List<Dress> DRESSES =
      List.of(
          new Dress("light", Theme.LIGHT, "en"),
          new Dress("thai", Theme.LIGHT, "th"),
          new Dress("dark", Theme.DARK, "en"));

  private final Tools tools;
  private final Path folder;
  private final Drying drying;
  private final Consumer<String> say;
  private final Witness witness;
  private final Optional<Path> chosen;

  /** Sees every screen as it is laid out, on the FX thread, just after its picture was taken. */
  interface Witness {
    void sees(String picture, Scene scene);
  }

  public PictureTaker(Tools tools, Path folder, Consumer<String> say) {
    this(tools, folder, say, (picture, scene) -> {});
  }

  PictureTaker(Tools tools, Path folder, Consumer<String> say, Witness witness) {
    this(tools, folder, say, witness, Optional.empty());
  }

  private PictureTaker(
      Tools tools, Path folder, Consumer<String> say, Witness witness, Optional<Path> chosen) {
    this.tools = tools;
    this.folder = folder;
    this.drying = new Drying(folder);
    this.say = say;
    this.witness = witness;
    this.chosen = chosen;
  }

  /**
   * Returns this picture taker before an officer who chooses this place wherever a file or a folder
   * is asked for.
   */
  PictureTaker choosing(Path place) {
    return new PictureTaker(tools, folder, say, witness, Optional.of(place));
  }

  /** Unlocks a workspace of the demonstration and takes every picture. */
  public List<Path> takeAll(Path workspace, String handle) {
    onFx(
        () -> {
          Theme.loadFonts();
          return true;
        });
    List<Path> taken = new ArrayList<>(doors(workspace));
    try (Desk desk = enter(workspace, handle)) {
      taken.addAll(closedDoor(workspace, handle, "open-elsewhere", View.SIZES));
      taken.addAll(screens(desk));
      taken.addAll(screens(desk, Views.moments()));
    }
    say.accept(taken.size() + " pictures in " + folder);
    return taken;
  }

  /** What only headquarters shows, and what another agency sees of a copy from there. */
  public List<Path> takeExchange(Path night) {
    List<Path> taken = new ArrayList<>();
    try (Desk desk = enter(night.resolve("headquarters"), "zero")) {
      taken.addAll(screens(desk, Views.headquarters(desk)));
      taken.addAll(screens(desk, Views.copies(desk)));
    }
    try (Desk desk = enter(night.resolve(WorkingNight.ELSEWHERE), "eva")) {
      taken.addAll(screens(desk, Views.copied(desk)));
    }
    return taken;
  }

  private Desk enter(Path workspace, String handle) {
    if (new Workplace(workspace, tools).unlock(handle, WorkingNight.PASSPHRASE.toCharArray())
        instanceof Workplace.Entry.Entered entered) {
      return entered.desk();
    }
    throw new IllegalStateException("the workspace of the demonstration does not open");
  }

  /** Every screen of a desk, by the name of its picture. */
  public static Map<String, Place> places(Desk desk) {
    Map<String, Place> places = new LinkedHashMap<>();
    Views.of(desk).forEach((name, view) -> places.put(name, view.place()));
    return places;
  }

  /** Every screen of a desk. */
  public List<Path> screens(Desk desk) {
    return screens(desk, name -> true);
  }

  /** The screens of a desk whose names are wanted. */
  List<Path> screens(Desk desk, Predicate<String> wanted) {
    Map<String, View> views = Views.of(desk);
    views.keySet().removeIf(wanted.negate());
    return screens(desk, views);
  }

  /** Some screens of a desk. */
  List<Path> screens(Desk desk, Map<String, View> some) {
    Map<RecordId, String> kept = new HashMap<>();
    return dressByDress(
        desk,
        some,
        view -> {
          if (view.place() instanceof Place.Interview i) {
            asItWas(desk, i.screening(), kept);
          }
        });
  }

  /** Some screens of a desk that reads nothing any more, and so keeps no place either. */
  List<Path> unread(Desk desk, Map<String, View> some) {
    return dressByDress(desk, some, view -> {});
  }

  /** Dress by dress, because reading a dress takes longer than a screen. */
  private List<Path> dressByDress(Desk desk, Map<String, View> some, Consumer<View> before) {
    List<Path> taken = new ArrayList<>();
    for (Dress dress : DRESSES) {
      for (Map.Entry<String, View> view : some.entrySet()) {
        before.accept(view.getValue());
        taken.addAll(onFx(() -> screen(desk, view.getKey(), view.getValue(), dress)));
      }
    }
    drying.untilDry();
    return taken;
  }

  /**
   * An interview keeps its place when it is left: each picture of it begins where the first did.
   */
  private static void asItWas(Desk desk, RecordId screening, Map<RecordId, String> kept) {
    String now = desk.screenings().page(screening).place();
    String was = kept.computeIfAbsent(screening, s -> now);
    if (!was.equals(now)) {
      desk.screenings().left(screening, was);
    }
  }

  /** One screen in one dress; the window is made smaller from picture to picture. */
  private List<Path> screen(Desk desk, String name, View view, Dress dress) {
    Shell shell =
        new Shell(
            desk,
            Texts.in(dress.language(), tools.clock().getZone()),
            new Still(dress.theme(), chosen),
            tools.clock(),
            Optional.empty());
    if (!name.equals(Views.NUMBER)) {
      shell.covering().choose("2580".toCharArray());
    }
    shell.go(view.place());
    Scene scene = scene(shell.node(), dress, view.sizes().getFirst());
    view.then().accept(shell);
    List<Path> taken = new ArrayList<>();
    for (View.Size size : view.sizes()) {
      taken.add(take(scene, dress, size, name));
    }
    shell.close();
    return taken;
  }

  private List<Path> doors(Path workspace) {
    List<Path> taken = new ArrayList<>();
    taken.addAll(each("unlock", View.SIZES, dress -> door(workspace, dress)));
    taken.addAll(each("first-start", View.SIZES, dress -> door(folder.resolve("none"), dress)));
    taken.addAll(
        door(
            "restore",
            workspace,
            View.SIZES,
            door -> {
              if (door.lookup("#restore-backup") instanceof Button restore) {
                restore.fire();
              }
            }));
    return taken;
  }

  /** The door of a workspace, and what is done there before its picture is taken. */
  List<Path> door(String name, Path workspace, List<View.Size> sizes, Consumer<StackPane> then) {
    return each(
        name,
        sizes,
        dress -> {
          StackPane door = door(workspace, dress);
          then.accept(door);
          return door;
        });
  }

  /** The door of a workspace that does not open, and what it says of it. */
  List<Path> closedDoor(Path workspace, String handle, String name, List<View.Size> sizes) {
    return door(
        name,
        workspace,
        sizes,
        door -> {
          if (door.lookup("#handle") instanceof TextField who
              && door.lookup("#passphrase") instanceof TextField phrase
              && door.lookup("#unlock") instanceof Button unlock) {
            who.setText(handle);
            phrase.setText(WorkingNight.PASSPHRASE);
            unlock.fire();
          }
        });
  }

  /** Something in every dress, in some sizes. */
  List<Path> each(String name, List<View.Size> sizes, Function<Dress, Parent> made) {
    List<Path> taken = new ArrayList<>();
    for (Dress dress : DRESSES) {
      for (View.Size size : sizes) {
        taken.add(onFx(() -> take(scene(made.apply(dress), dress, size), dress, size, name)));
      }
    }
    drying.untilDry();
    return taken;
  }

  private StackPane door(Path workspace, Dress dress) {
    return new DoorView(
            new Workplace(workspace, tools),
            tools,
            Texts.in(dress.language(), tools.clock().getZone()),
            Work.atOnce(
                tools.faults(),
                e -> say.accept("a door does not open: " + e.getClass().getSimpleName())),
            desk -> {},
            (language, typed) -> {})
        .node();
  }

  private static Scene scene(Parent node, Dress dress, View.Size size) {
    Scene scene = new Scene(node, size.width(), size.height());
    dress.theme().dress(scene);
    layOut(scene, size);
    return scene;
  }

  private static void layOut(Scene scene, View.Size size) {
    Parent node = scene.getRoot();
    if (node instanceof Region r) {
      r.resize(size.width(), size.height());
    }
    node.applyCss();
    node.layout();
    node.applyCss();
    node.layout();
  }

  private Path take(Scene scene, Dress dress, View.Size size, String name) {
    layOut(scene, size);
    String picture = name + "-" + dress.name() + "-" + size.width() + "x" + size.height();
    WritableImage image = scene.snapshot(new WritableImage(size.width(), size.height()));
    Path file = drying.write(image, picture);
    witness.sees(picture, scene);
    return file;
  }

  /** Does something on the FX thread and waits for it. */
  static <T> T onFx(java.util.concurrent.Callable<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(work.call());
          } catch (Exception | Error e) {
            // An assertion as well: nobody waits for ever.
            done.completeExceptionally(e);
          }
        });
    return done.join();
  }

  /**
   * A window that stays as it is.
   *
   * @param chosen what is chosen where a file to read or a folder is asked for, and what is saved
   *     goes beside it; empty for nothing
   */
  public record Still(Theme theme, Optional<Path> chosen) implements Shell.Window {
    @Override
    public void lock() {
      // A picture does not lock.
    }

    @Override
    public void wear(Theme other) {
      // It keeps its dress.
    }

    @Override
    public int idleMinutes() {
      return 10;
    }

    @Override
    public void lockAfter(int minutes) {
      // A picture does not lock.
    }

    @Override
    public void zoom(int direction) {
      // It keeps its size.
    }

    @Override
    public void speak(String language) {
      // It keeps its language.
    }

    @Override
    public Optional<Path> openFile(String title) {
      return chosen;
    }

    @Override
    public Optional<Path> saveFile(String title, String name) {
      return chosen.map(c -> c.resolveSibling(name));
    }

    @Override
    public Optional<Path> folder(String title) {
      return chosen;
    }
  }
}
