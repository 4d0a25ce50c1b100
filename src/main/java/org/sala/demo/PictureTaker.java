package org.sala.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.sala.casework.Desk;
import org.sala.casework.Exhibits;
import org.sala.casework.Opening;
import org.sala.casework.Screenings;
import org.sala.casework.Statements;
import org.sala.casework.Tools;
import org.sala.casework.Triages;
import org.sala.casework.Workplace;
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
  /** The interview once it asks: one step on from where it listens. */
  private static final String ASKING = "interview-asking";

  /** Before the first interview after an unlock. */
  private static final String NUMBER = "interview-number";

  /** The screen turned to the person, who points. */
  private static final String POINTING = "interview-pointing";

  private static final String COVERED = "interview-covered";

  private static final String TURNED = "triage-turned";

  private record Size(int width, int height) {}

  private static final List<Size> SIZES =
      List.of(new Size(1440, 900), new Size(1280, 720), new Size(1093, 614));

  private record Dress(String name, Theme theme, String language) {}

  private static final List<Dress> DRESSES =
      List.of(
          new Dress("light", Theme.LIGHT, "en"),
          new Dress("dark", Theme.DARK, "en"),
          new Dress("thai", Theme.LIGHT, "th"));

  private final Tools tools;
  private final Path folder;
  private final Consumer<String> say;

  public PictureTaker(Tools tools, Path folder, Consumer<String> say) {
    this.tools = tools;
    this.folder = folder;
    this.say = say;
  }

  /** Unlocks a workspace of the demonstration and takes every picture. */
  public List<Path> takeAll(Path workspace, String handle) {
    onFx(
        () -> {
          Theme.loadFonts();
          return true;
        });
    List<Path> taken = new ArrayList<>(doors(workspace));
    Workplace.Entry entry =
        new Workplace(workspace, tools).unlock(handle, WorkingNight.PASSPHRASE.toCharArray());
    if (!(entry instanceof Workplace.Entry.Entered entered)) {
      throw new IllegalStateException("the workspace of the demonstration does not open");
    }
    try (Desk desk = entered.desk()) {
      taken.addAll(openElsewhere(workspace));
      taken.addAll(screens(desk));
    }
    say.accept(taken.size() + " pictures in " + folder);
    return taken;
  }

  /** What only headquarters shows. */
  public List<Path> takeExchange(Path night) {
    Map<String, Place> here = new LinkedHashMap<>();
    here.put("arrivals", new Place.Arrivals());
    here.put("stations", new Place.Stations());
    here.put("packages-headquarters", new Place.Packages());
    return of(night.resolve("headquarters"), "zero", here);
  }

  /** Some screens of a workspace of the demonstration. */
  private List<Path> of(Path workspace, String handle, Map<String, Place> some) {
    Workplace.Entry entry =
        new Workplace(workspace, tools).unlock(handle, WorkingNight.PASSPHRASE.toCharArray());
    if (!(entry instanceof Workplace.Entry.Entered entered)) {
      throw new IllegalStateException("the workspace of the demonstration does not open");
    }
    try (Desk desk = entered.desk()) {
      return screens(desk, some);
    }
  }

  /** Every screen of a desk. */
  public List<Path> screens(Desk desk) {
    return screens(desk, name -> true);
  }

  /** The screens of a desk whose names are wanted. */
  List<Path> screens(Desk desk, Predicate<String> wanted) {
    Map<String, Place> places = places(desk);
    places.keySet().removeIf(wanted.negate());
    return screens(desk, places);
  }

  /** Some screens of a desk. */
  public List<Path> screens(Desk desk, Map<String, Place> some) {
    List<Path> taken = new ArrayList<>();
    for (Map.Entry<String, Place> place : some.entrySet()) {
      for (Dress dress : DRESSES) {
        for (Size size : SIZES) {
          taken.add(
              onFx(
                  () -> {
                    Shell shell =
                        new Shell(
                            desk,
                            Texts.in(dress.language(), tools.clock().getZone()),
                            new Still(dress.theme()),
                            tools.clock(),
                            Optional.empty());
                    if (!place.getKey().equals(NUMBER)) {
                      shell.covering().choose("2580".toCharArray());
                    }
                    shell.go(place.getValue());
                    if (place.getKey().equals(POINTING)) {
                      press(shell.node().lookup(".interview"), KeyCode.F4);
                    }
                    if (place.getKey().equals(COVERED)) {
                      press(shell.node().lookup(".interview"), KeyCode.F10);
                    }
                    if (place.getKey().equals(ASKING)) {
                      shell.goOn();
                    }
                    if (place.getKey().equals(TURNED)) {
                      turn(shell.node());
                    }
                    Path picture = take(shell.node(), dress, size, place.getKey());
                    shell.close();
                    return picture;
                  }));
        }
      }
    }
    return taken;
  }

  /** Goes to the second question, as an officer does, and turns the screen to the person. */
  private static void turn(Parent shell) {
    Node triage = shell.lookup("#triage-screen");
    for (int i = 0; i < Triages.QUESTIONS.size(); i++) {
      press(triage, KeyCode.UP);
    }
    press(triage, KeyCode.DOWN);
    press(triage, KeyCode.F7);
  }

  private static void press(Node node, KeyCode key) {
    Event.fireEvent(
        node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
  }

  private List<Path> doors(Path workspace) {
    List<Path> taken = new ArrayList<>();
    for (Dress dress : DRESSES) {
      for (Size size : SIZES) {
        taken.add(onFx(() -> take(door(workspace, dress), dress, size, "unlock")));
        taken.add(
            onFx(() -> take(door(folder.resolve("none"), dress), dress, size, "first-start")));
        taken.add(onFx(() -> take(restoring(workspace, dress), dress, size, "restore")));
      }
    }
    return taken;
  }

  private StackPane restoring(Path workspace, Dress dress) {
    StackPane door = door(workspace, dress);
    if (door.lookup("#restore-backup") instanceof Button restore) {
      restore.fire();
    }
    return door;
  }

  /** The door while the workspace is open in another window. */
  private List<Path> openElsewhere(Path workspace) {
    List<Path> taken = new ArrayList<>();
    for (Dress dress : DRESSES) {
      for (Size size : SIZES) {
        taken.add(
            onFx(
                () -> {
                  StackPane door = door(workspace, dress);
                  if (door.lookup("#unlock") instanceof Button unlock) {
                    unlock.fire();
                  }
                  return take(door, dress, size, "open-elsewhere");
                }));
      }
    }
    return taken;
  }

  private StackPane door(Path workspace, Dress dress) {
    return new DoorView(
            new Workplace(workspace, tools),
            tools,
            Texts.in(dress.language(), tools.clock().getZone()),
            Work.atOnce(e -> say.accept("a door does not open: " + e.getClass().getSimpleName())),
            desk -> {},
            language -> {})
        .node();
  }

  /** Every screen of a desk, by the name of its picture. */
  public static Map<String, Place> places(Desk desk) {
    Map<String, Place> places = new LinkedHashMap<>();
    places.put("today", new Place.Today());
    places.put("people", new Place.PeopleHere());
    places.put("intake", new Place.Intake());
    desk.people().list("", "wristband", false, 0, 1).stream()
        .findFirst()
        .ifPresent(
            p -> {
              places.put("triage", new Place.Triage(p.id()));
              places.put(TURNED, new Place.Triage(p.id()));
            });
    places.put("cases", new Place.Cases());
    desk.cases().list("", "changed", true, 0, 1).stream()
        .findFirst()
        .ifPresent(
            c -> {
              places.put("case", new Place.OneCase(c.id(), "overview"));
              places.put("case-people", new Place.OneCase(c.id(), "people"));
              places.put("case-statements", new Place.OneCase(c.id(), "statements"));
              places.put("case-screenings", new Place.OneCase(c.id(), "screenings"));
              desk.statements()
                  .of(c.id())
                  .forEach(s -> places.put(picture(s), new Place.OneStatement(s.id())));
              places.put("case-history", new Place.OneCase(c.id(), "history"));
              places.put("case-exhibits", new Place.OneCase(c.id(), "exhibits"));
              for (Exhibits.ExhibitLine e : desk.exhibits().inCase(c.id())) {
                boolean picture = e.file().filter(f -> f.type().startsWith("image/")).isPresent();
                places.put(
                    picture ? "exhibit-picture" : "exhibit-text", new Place.OneExhibit(e.id()));
              }
              desk.people().inCase(c.id()).stream()
                  .findFirst()
                  .ifPresent(p -> places.put("person", new Place.OnePerson(p.id())));
            });
    places.put("screenings", new Place.Screenings());
    for (Screenings.Line s : desk.screenings().unfinished()) {
      Place.Interview place = new Place.Interview(s.id());
      Opening.Step step =
          desk.screenings()
              .page(s.id())
              .opening()
              .next(desk.screenings().page(s.id()).interpreter(), desk.openings().me());
      if (step == Opening.Step.INTERPRETER && s.state() == Screenings.State.OPEN) {
        places.put("interview-opening", place);
        places.put(POINTING, place);
      } else if (step == Opening.Step.STATEMENT) {
        places.put("interview-statement", place);
      } else if (s.state() == Screenings.State.STOPPED) {
        places.put("interview-stopped", place);
      } else {
        List.of("interview", ASKING, NUMBER, COVERED).forEach(name -> places.put(name, place));
      }
    }
    desk.people().list("", "wristband", false, 0, 50).stream()
        .flatMap(p -> desk.screenings().of(p.id()).stream())
        .filter(s -> s.state() == Screenings.State.CLOSED)
        .findFirst()
        .ifPresent(s -> places.put("review", new Place.Review(s.id())));
    places.put("exhibits", new Place.Exhibits());
    places.put("packages", new Place.Packages());
    places.put("settings", new Place.Settings());
    return places;
  }

  private static String picture(Statements.Line s) {
    return s.state() == Statements.State.CLOSED ? "statement-closed" : "statement-open";
  }

  private Path take(Parent node, Dress dress, Size size, String name) {
    Scene scene = new Scene(node, size.width(), size.height());
    dress.theme().dress(scene);
    if (node instanceof Region r) {
      r.resize(size.width(), size.height());
    }
    node.applyCss();
    node.layout();
    node.applyCss();
    node.layout();
    WritableImage image = scene.snapshot(new WritableImage(size.width(), size.height()));
    Path file =
        folder.resolve(
            name + "-" + dress.name() + "-" + size.width() + "x" + size.height() + ".png");
    try {
      Files.createDirectories(folder);
      Files.write(file, Png.encode(image));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** Does something on the FX thread and waits for it. */
  static <T> T onFx(java.util.concurrent.Callable<T> work) {
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

  /** A window that stays as it is. */
  public record Still(Theme theme) implements Shell.Window {
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
      return Optional.empty();
    }

    @Override
    public Optional<Path> saveFile(String title, String name) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> folder(String title) {
      return Optional.empty();
    }
  }
}
