package org.sala.ui.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.Pending;
import org.sala.casework.hall.Alarm;
import org.sala.casework.station.Saved;
import org.sala.casework.todo.Tonight;
import org.sala.ui.kit.LongList;
import org.sala.ui.kit.LowWindow;
import org.sala.ui.kit.PracticeFrame;
import org.sala.ui.kit.Theme;
import org.sala.ui.packages.PackagesScreen;
import org.sala.ui.route.Covering;
import org.sala.ui.route.Drafting;
import org.sala.ui.route.Here;
import org.sala.ui.route.Navigator;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.settings.BackupRun;
import org.sala.ui.text.FaultWords;
import org.sala.ui.text.Texts;
import org.sala.ui.work.Work;

/** The frame around the screens: navigation, search, what is pending, what is saved. */
public final class Shell {
  /** What was copied stays in the system's clipboard for so long. */
  private static final Duration COPY_STAYS = Duration.minutes(1);

  /** Below this width the navigation folds to its icons. */
  private static final double NARROW = 1150;

  private final Desk desk;
  private final Texts texts;
  private final Window window;
  private final Work work;
  private final Work.Line counting;
  private final StackPane root = new StackPane();
  private final StackPane whole;
  private final BorderPane frame = new BorderPane();
  private final CoverLayer cover;
  private final NavRail nav;
  private final Screens screens;
  private final Shortcuts shortcuts;
  private final Navigator navigator;
  private final Overlay overlay;
  private final TopDialog dialog = new TopDialog(root);
  private final Optional<DraftKeeper> keeper;
  private final Here here;
  private final StatusLine status;
  private final LinkBadge link;
  private final TopBar head;
  private final VBox bottom = new VBox();
  private final Consumer<Saved> hearing;
  private final Runnable othersWrote;
  private final BackupRun backup;
  private final AuditStatus audited;
  private final UndoStrip undo;
  private final QuietDanger quiet;
  private final UnreadLine unread;
  private final GoingOn goingOn;
  private final Copied copied;
  private final Timeline watch = new Timeline();
  private int late;
  private final boolean carrying;
  private String told = "";
  private @Nullable Screen screen;
  private @Nullable KeyboardPlace keyboard;

  /** What the window around does. */
  public interface Window {
    void lock();

    void wear(Theme theme);

    void speak(String language);

    Theme theme();

    /** Makes everything larger (1), smaller (-1), or its natural size (0). */
    void zoom(int direction);

    /** After how long without a key or a movement it locks. */
    int idleMinutes();

    void lockAfter(int minutes);

    Optional<Path> openFile(String title);

    /** Several files to read; one where the window cannot choose more. */
    default List<Path> openFiles(String title) {
      return openFile(title).stream().toList();
    }

    Optional<Path> saveFile(String title, String name);

    Optional<Path> folder(String title);
  }

  /**
   * @param lane where screens' questions are answered; empty answers them at once
   */
  public Shell(
      Desk desk,
      Texts texts,
      Window window,
      Clock clock,
      Optional<java.util.concurrent.Executor> lane) {
    this.desk = desk;
    this.texts = texts;
    this.window = window;
    Consumer<Exception> failed = this::failed;
    this.work =
        lane.map(l -> Work.on(l, desk.faults(), failed))
            .orElseGet(() -> Work.atOnce(desk.faults(), failed));
    this.keeper = lane.map(l -> new DraftKeeper(desk.drafts(), work, texts::time));
    Drafting drafts = keeper.<Drafting>map(k -> k).orElseGet(Drafting::none);
    this.cover = new CoverLayer(root, texts, clock, window::lock);
    this.overlay = new Overlay(root, texts, files(window), drafts, this::where, work);
    this.counting = work.line();
    this.navigator = new Navigator(new Place.Today(), this::open, this::left);
    this.here =
        new Here(texts, work, navigator, overlay, drafts, clock, () -> desk.officers().waiting());
    this.nav = new NavRail(texts, navigator::go);
    this.backup = new BackupRun(desk.backups());
    this.link = new LinkBadge(desk.sync(), texts, () -> work.tell(this::counts));
    this.head = new TopBar(desk, here, link.node(), root, window::lock, this::second);
    this.screens = new Screens(desk, window, clock, here, backup, cover);
    this.shortcuts = new Shortcuts(window, navigator, head::search, this::second, nav::press);
    this.audited = new AuditStatus(desk.audit(), texts, work);
    this.undo = new UndoStrip(desk.histories(), here);
    this.status = new StatusLine(texts, undo.node(), audited.node());
    status.standing(desk.atServer());
    this.quiet = new QuietDanger(desk, clock, here);
    this.unread = new UnreadLine(texts, frame, () -> navigator.go(navigator.here()));
    work.whenUnread(unread::show);
    this.goingOn = new GoingOn(desk.packages(), here);
    this.copied = new Copied(root, work, new PauseTransition(COPY_STAYS));
    this.hearing = s -> work.tell(() -> heard(s));
    this.othersWrote = () -> work.tell(this::look);
    desk.listen(hearing);
    desk.listenForOthers(othersWrote);
    this.carrying = lane.isPresent();
    if (carrying) {
      desk.sync().start(work.longLane());
      // Minutes pass without a key: what nobody has answered must not wait for one.
      watch.getKeyFrames().add(new KeyFrame(Duration.seconds(30), e -> passed()));
      watch.setCycleCount(Animation.INDEFINITE);
      watch.play();
    }
    frame.setLeft(nav);
    bottom.getChildren().setAll(new LongWorkBar(work.longWork(), texts), status.node());
    bottom.managedProperty().bind(bottom.visibleProperty());
    frame.setBottom(bottom);
    root.getChildren().add(frame);
    root.widthProperty().addListener((o, was, is) -> nav.fold(is.doubleValue() < NARROW));
    LowWindow.follow(root, frame);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
    boolean practice = desk.practice().here();
    this.whole =
        practice ? PracticeFrame.around(cover.window(), texts.t("practice.band")) : cover.window();
    nav.practice(practice);
    navigator.go(practice ? new Place.Practice() : new Place.Today());
    if (carrying) {
      goingOn.begin();
    }
  }

  public StackPane node() {
    return whole;
  }

  /** What hides everything and shows it again for a short number. */
  public Covering covering() {
    return cover;
  }

  /**
   * Covers what may be covered, because nobody has touched anything for a while, so that a silence
   * in an interview does not end at a passphrase.
   *
   * @return false where it has to be locked instead
   */
  public boolean silent() {
    if (!cover.covered() && cover.hasNumber() && screen != null && screen.alone()) {
      cover.cover(
          new Covering.Words(texts.t("screening.cover.title"), texts.t("screening.cover.below")),
          () -> {});
    }
    return cover.covered();
  }

  /** Time has gone by without anything being saved. */
  public void passed() {
    counts();
    if (screen != null) {
      screen.passed();
    }
  }

  /** Goes to a place, as a click would. */
  public void go(Place place) {
    navigator.go(place);
  }

  /** Checks a package that was opened from outside, where packages are. */
  public void check(Path parcel) {
    navigator.go(new Place.Packages());
    if (screen instanceof PackagesScreen packages) {
      packages.check(parcel);
    }
  }

  /** Goes on with the work of the screen, as Ctrl+Enter would. */
  public void goOn() {
    if (screen != null) {
      screen.goOn();
    }
  }

  /** Leaves: nothing that is still on its way reaches a screen any more. */
  public void close() {
    if (carrying) {
      desk.sync().stop();
    }
    watch.stop();
    quiet.close();
    goingOn.close();
    link.close();
    copied.close();
    desk.forget(hearing);
    desk.forgetOthers(othersWrote);
    backup.stop();
    audited.close();
    undo.close();
    cover.close();
    work.longWork().close();
    counting.close();
    leaveScreen();
    keeper.ifPresent(DraftKeeper::flush);
  }

  /** Tells what takes long to stop, because somebody locks. */
  public void end() {
    work.end();
  }

  /** Waits for long work until it has stopped; never on the FX thread. */
  public void untilQuiet() {
    work.untilQuiet();
  }

  /** Tells by its code of what nobody caught on any thread. */
  public void unexpected(String code) {
    tell(FaultWords.unexpected(code, texts));
  }

  private void failed(Exception e) {
    tell(FaultWords.of(e, work.code(e), texts));
  }

  private void tell(String words) {
    if (!dialog.isOpen() || !words.equals(told)) {
      // One screen asks several things, and each of them meets the same trouble.
      told = words;
      overlay.tell(texts.t("failed"), words);
    }
  }

  /** A case is one place, whichever of its tabs is open. */
  private String where() {
    return navigator.here() instanceof Place.OneCase c
        ? "case " + c.id()
        : navigator.here().toString();
  }

  private static Overlay.Files files(Window window) {
    return new Overlay.Files() {
      @Override
      public Optional<Path> open(String title) {
        return window.openFile(title);
      }

      @Override
      public List<Path> openSeveral(String title) {
        return window.openFiles(title);
      }

      @Override
      public Optional<Path> save(String title, String name) {
        return window.saveFile(title, name);
      }

      @Override
      public Optional<Path> folder(String title) {
        return window.folder(title);
      }
    };
  }

  private Optional<LongList.Left> left() {
    return screen == null ? Optional.empty() : screen.left();
  }

  private void open(Place place, Optional<LongList.Left> left) {
    leaveScreen();
    unread.begin();
    screen = screens.at(place);
    nav.headquarters(desk.headquarters().isHeadquarters());
    nav.at(place);
    counts();
    bottom.visibleProperty().bind(screen.bare().map(bare -> !bare));
    boolean alone = screen.alone();
    frame.setLeft(alone ? null : nav);
    head.node().setManaged(!alone);
    head.node().setVisible(!alone);
    quiet.beside(screen);
    unread.beside(screen);
    VBox middle = new VBox(head.node(), quiet.node(), unread.node(), screen.node());
    VBox.setVgrow(screen.node(), javafx.scene.layout.Priority.ALWAYS);
    frame.setCenter(middle);
    // Until the screen has something to press, Enter presses nothing of what stands around it.
    middle.requestFocus();
    head.show();
    left.ifPresent(screen::comeBack);
    if (screen.node() instanceof Parent page) {
      keyboard = new KeyboardPlace(page, work::tell);
    }
  }

  private void leaveScreen() {
    if (keyboard != null) {
      keyboard.close();
    }
    if (screen != null) {
      screen.closed();
    }
  }

  private record Counted(
      Tonight.Badges badges, List<Alarm> elsewhere, LinkBadge.Link link, Optional<Long> receipt) {}

  /** The numbers beside the ways; an older answer never overwrites a newer one. */
  private void counts() {
    if (desk.atServer().contains(Pending.SERVER_AWAY)) {
      // What stands there is the last that is known; it is counted when the server answers.
      return;
    }
    counting.ask(
        () ->
            new Counted(
                desk.tonight().badges(),
                desk.alarms().elsewhere(),
                link.read(),
                desk.tonight().lastReceiptMillis()),
        counted -> {
          head.danger(counted.elsewhere());
          int before = late;
          late = quiet.show(counted.elsewhere());
          if (late > before && screen != null) {
            // From now on it stands before everything else.
            screen.refresh();
          }
          Tonight.Badges b = counted.badges();
          String needs = b.needs() >= Tonight.MANY ? Tonight.MANY - 1 + "+" : number(b.needs());
          nav.count(Place.Today.class, needs);
          nav.count(Place.PeopleHere.class, number(b.here()));
          nav.count(Place.Packages.class, number(b.packages()));
          nav.count(Place.Deciding.class, number(b.versions()));
          boolean goes = desk.enrolment().enrolled() && !desk.practice().here();
          link.show(goes && desk.onServer().isEmpty(), counted.link(), b.packages());
          status.receipt(goes && !desk.headquarters().isHeadquarters(), counted.receipt());
        });
  }

  private static String number(int n) {
    return n == 0 ? "" : Integer.toString(n);
  }

  private void heard(Saved s) {
    status.heard(s);
    undo.heard(s);
    look();
  }

  /** Something is there that was not there before. */
  private void look() {
    List<Pending> atServer = desk.atServer();
    head.server(atServer);
    status.standing(atServer);
    counts();
    if (screen != null && !atServer.contains(Pending.SERVER_AWAY)) {
      screen.refresh();
    }
  }

  private void second() {
    new SecondOfficer(desk, here, window::lock).stepIn();
  }

  private void shortcut(KeyEvent e) {
    boolean covered = dialog.isOpen();
    if (dialog.round(e)
        || !covered && undo.press(e)
        || shortcuts.press(e, covered, Optional.ofNullable(screen))
        || dialog.recovers()) {
      e.consume();
    }
  }
}
