package org.sala.ui;

import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.screening.NightOrder;
import org.sala.ui.door.DoorView;
import org.sala.ui.kit.KeyPlaces;
import org.sala.ui.kit.Theme;
import org.sala.ui.shell.Shell;
import org.sala.ui.text.Texts;
import org.sala.ui.work.Work;
import org.testfx.api.FxRobot;
import org.testfx.api.FxRobotException;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.robot.BaseRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.Motion;
import org.testfx.robot.MouseRobot;
import org.testfx.service.query.EmptyNodeQueryException;
import org.testfx.service.query.PointQuery;

/** A window for journeys: the real door and shell on the headless toolkit, with real keys. */
public abstract class JourneyWindow extends ApplicationTest implements Shell.Window {
  protected static final String PHRASE = "three quiet boats under one bridge";

  /** A loaded machine takes its time; nobody waits where what is awaited is there. */
  protected static final Duration PATIENCE = Duration.ofSeconds(120);

  /** What takes longer than this on the lane is work that people go on beside. */
  private static final Duration AT_ONCE = Duration.ofSeconds(30);

  static {
    // What is awaited is looked for at once and often: a journey waits hundreds of times.
    Awaitility.setDefaultPollDelay(Duration.ZERO);
    Awaitility.setDefaultPollInterval(Duration.ofMillis(10));
    // A page that is drawn anew while it is searched is searched again.
    Awaitility.ignoreExceptionsByDefaultMatching(JourneyWindow::isGone);
  }

  protected final ThreadPoolExecutor lane =
      new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
  private final ReadLane reading = new ReadLane();
  protected Scene scene;
  protected volatile Desk desk;
  protected volatile Shell shell;

  /** The workspace that the door opens. */
  protected abstract Path workspace();

  @Override
  public void start(Stage stage) {
    Theme.loadFonts();
    scene = new Scene(new StackPane(), 990, 700);
    Theme.LIGHT.dress(scene);
    KeyPlaces.watch(scene);
    stage.setScene(scene);
    door();
    stage.show();
  }

  private void door() {
    scene.setRoot(doorIn("en").node());
  }

  private DoorView doorIn(String language) {
    return new DoorView(
        new Workplace(workspace(), Desks.CHEAP),
        Desks.CHEAP,
        Texts.in(language, Desks.CHEAP.clock().getZone()),
        Work.on(
            lane,
            Desks.CHEAP.faults(),
            e -> {
              throw new AssertionError(e);
            }),
        this::enter,
        this::inLanguage);
  }

  /** The same door in another language, as the program shows it. */
  private void inLanguage(String language, DoorView.Typed typed) {
    DoorView door = doorIn(language);
    door.goOn(typed);
    scene.setRoot(door.node());
  }

  /** A clock on the wall on which people are awake, whenever the journey is walked. */
  protected Clock clock() {
    Clock now = Desks.CHEAP.clock();
    ZonedDateTime at = now.instant().atZone(now.getZone());
    return NightOrder.asleep(at) || NightOrder.asleep(at.plusMinutes(10))
        ? Clock.offset(now, Duration.ofHours(10))
        : now;
  }

  /** The code of a recovery sheet that is shown, as it is typed back: its groups with dashes. */
  protected String sheetCode() {
    until("#sheet-code");
    return lookup("#sheet-code .mono").queryAll().stream()
        .map(n -> ((Labeled) n).getText())
        .collect(Collectors.joining("-"));
  }

  /** Shows an unlocked workspace, as the door does. */
  protected void enter(Desk entered) {
    desk = entered;
    reading.watch(entered);
    shell =
        new Shell(
            entered,
            Texts.in("en", Desks.CHEAP.clock().getZone()),
            this,
            clock(),
            Optional.of(lane));
    scene.setRoot(shell.node());
  }

  @AfterEach
  void leave() throws InterruptedException {
    interact(this::leaveNow);
    lane.shutdown();
    // What is still being kept on the lane would write into a folder that is being deleted.
    lane.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    reading.nobodyWaited();
  }

  /** Until the window has drawn what was done, and what the lane answered to it. */
  protected void settle() {
    Pulses.settle();
    answered();
  }

  /**
   * Until the lane has answered, and what the window asked upon that; work that takes long goes on
   * meanwhile, as it does for anybody.
   */
  private void answered() {
    long end = System.nanoTime() + AT_ONCE.toNanos();
    do {
      try {
        lane.submit(() -> {}).get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        return;
      } catch (ExecutionException e) {
        throw new AssertionError(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      Pulses.done();
    } while (lane.getActiveCount() > 0 || !lane.getQueue().isEmpty());
  }

  protected void leaveNow() {
    if (shell != null) {
      Shell left = shell;
      left.close();
      lane.execute(left::untilQuiet);
      shell = null;
    }
    if (desk != null) {
      lane.execute(desk::close);
      desk = null;
    }
  }

  /** What is there, as soon as it is. */
  protected <T extends Node> T there(String selector, Class<T> type) {
    until(selector);
    return await().atMost(PATIENCE).until(() -> lookup(selector).queryAs(type), n -> true);
  }

  /** What is awaited, as soon as it holds. */
  protected static void soon(Callable<Boolean> holds) {
    await().atMost(PATIENCE).until(holds);
  }

  /** Whether a text of this kind can be read anywhere in the window. */
  protected boolean reads(Predicate<String> words) {
    return lookup(
            n ->
                n instanceof Labeled l
                    && l.isVisible()
                    && l.getText() != null
                    && words.test(l.getText()))
        .tryQuery()
        .isPresent();
  }

  /** Whether these words can be read anywhere in the window. */
  protected boolean says(String words) {
    return reads(t -> t.contains(words));
  }

  /** Until these words can be read. */
  protected void untilSaid(String words) {
    soon(() -> says(words));
  }

  /** Until these words can be read within what the selector names. */
  protected void untilSaid(String within, String words) {
    soon(
        () ->
            lookup(within + " .label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .anyMatch(t -> t != null && t.contains(words)));
  }

  /** The words of one label; none where there is no such label. */
  protected String label(String selector) {
    return lookup(selector)
        .tryQueryAs(Labeled.class)
        .map(l -> Optional.ofNullable(l.getText()).orElse(""))
        .orElse("");
  }

  /**
   * Hears from now on whether whoever guesses had to wait and was told so, however short that was.
   *
   * @param field where the passphrase is typed
   * @param trouble where it is said
   */
  protected BooleanSupplier held(String field, String trouble) {
    AtomicBoolean disabled = new AtomicBoolean();
    AtomicBoolean said = new AtomicBoolean();
    interact(
        () -> {
          lookup(field)
              .query()
              .disableProperty()
              .addListener((o, was, is) -> disabled.compareAndSet(false, is));
          lookup(trouble)
              .queryAs(Labeled.class)
              .textProperty()
              .addListener(
                  (o, was, is) -> said.compareAndSet(false, is.startsWith("Wrong several times")));
        });
    return () -> disabled.get() && said.get();
  }

  /** Clicks on the button with these words, as soon as it is there. */
  protected void press(String words) {
    Predicate<Node> named =
        n ->
            n instanceof Button b
                && words.equals(b.getText())
                && b.isVisible()
                && b.getScene() != null;
    soon(() -> lookup(named).tryQuery().isPresent() && !scene.getRoot().isDisabled());
    soon(
        () -> {
          waitFor(asyncFx(() -> scrollTo(lookup(named).query())));
          super.clickOn(named);
          return true;
        });
  }

  /** Puts the keyboard onto a row of a table. */
  protected void choose(String table, int row) {
    soon(() -> rows(table) > row);
    interact(
        () -> {
          TableView<?> rows = lookup(table).queryAs(TableView.class);
          rows.requestFocus();
          rows.getSelectionModel().clearAndSelect(row);
        });
  }

  protected int rows(String table) {
    return lookup(table).tryQuery().map(n -> ((TableView<?>) n).getItems().size()).orElse(0);
  }

  protected void type(String field, String words) {
    until(field);
    clickOn(field);
    push(KeyCode.SHORTCUT, KeyCode.A);
    write(words);
  }

  /** Until it is there and has been drawn, with all that came with it: rows are made last. */
  protected void until(String selector) {
    await()
        .atMost(PATIENCE)
        .until(() -> lookup(selector).tryQuery().isPresent() && !scene.getRoot().isDisabled());
    Pulses.settle();
  }

  /**
   * Clicks on what is there, again where the page was drawn anew between finding it and reaching
   * it: TestFX then asks a node without a scene where it is.
   */
  @Override
  public FxRobot clickOn(String selector, MouseButton... buttons) {
    until(selector);
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              waitFor(asyncFx(() -> scrollTo(lookup(selector).query())));
              super.clickOn(selector, buttons);
              return true;
            });
    return this;
  }

  /** Every click ends here: there, down, up. What moves meanwhile is followed until it stands. */
  @Override
  public FxRobot clickOn(PointQuery point, Motion motion, MouseButton... buttons) {
    MouseRobot mouse = robotContext().getMouseRobot();
    settle();
    Point2D at;
    // What is gone meanwhile is an exception here, and whoever named it looks for it again.
    do {
      at = point.query();
      mouse.moveNoWait(at);
      Pulses.settle();
    } while (!at.equals(point.query()));
    mouse.pressNoWait(buttons);
    mouse.releaseNoWait(buttons);
    settle();
    return this;
  }

  @Override
  public FxRobot push(KeyCode... together) {
    answered();
    KeyboardRobot keyboard = robotContext().getKeyboardRobot();
    keyboard.pressNoWait(together);
    keyboard.releaseNoWait(Arrays.asList(together).reversed().toArray(KeyCode[]::new));
    settle();
    return this;
  }

  /** Letter by letter, as fast as they are taken. */
  @Override
  public FxRobot write(String words) {
    answered();
    BaseRobot hand = robotContext().getBaseRobot();
    words
        .chars()
        .mapToObj(Character::toString)
        .forEach(letter -> hand.typeKeyboard(scene, KeyCode.UNDEFINED, letter));
    settle();
    return this;
  }

  /** As anybody would who looks for a button that lies below what is in sight. */
  private static void scrollTo(Node node) {
    for (Node above = node.getParent(); above != null; above = above.getParent()) {
      if (above instanceof ScrollPane pane && pane.getContent() != null) {
        double seen = pane.getViewportBounds().getHeight();
        double all = pane.getContent().getBoundsInLocal().getHeight();
        Bounds at = pane.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double top = pane.getVvalue() * (all - seen);
        if (all > seen && (at.getMinY() < top || at.getMaxY() > top + seen)) {
          pane.setVvalue(Math.clamp((at.getCenterY() - seen / 2) / (all - seen), 0, 1));
          pane.layout();
        }
      }
    }
  }

  private static boolean isGone(Throwable e) {
    boolean gone =
        e instanceof FxRobotException
            || e instanceof EmptyNodeQueryException
            || e instanceof IndexOutOfBoundsException
            || e instanceof ConcurrentModificationException
            || e instanceof NullPointerException;
    return gone || (e.getCause() != null && isGone(e.getCause()));
  }

  /** Does it on the page as it stands, again where the page was drawn anew just then. */
  @Override
  public FxRobot interact(Runnable work) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              answered();
              waitFor(asyncFx(work));
              settle();
              return true;
            });
    return this;
  }

  @Override
  public void lock() {
    leaveNow();
    door();
  }

  @Override
  public void wear(Theme theme) {
    theme.dress(scene);
  }

  @Override
  public int idleMinutes() {
    return 10;
  }

  @Override
  public void lockAfter(int minutes) {
    // Journeys are never idle.
  }

  @Override
  public void zoom(int direction) {
    // Journeys are walked at the natural size.
  }

  @Override
  public void speak(String language) {
    // This journey speaks English.
  }

  @Override
  public Theme theme() {
    return Theme.LIGHT;
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
