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
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.sala.casework.Desk;
import org.sala.casework.Pending;
import org.sala.casework.station.Saved;
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
  private final Work.Line standing;
  private final LinkBadge link;
  private final TopBar head;
  private final VBox bottom = new VBox();
  private final Consumer<Saved> hearing;
  private final Runnable othersWrote;
  private final BackupRun backup;
  private final AuditStatus audited;
  private final UndoStrip undo;
  private final QuietDanger quiet;
  private final Counts counts;
  private final Pages pages;
  private final Telling telling;
  private final GoingOn goingOn;
  private final Copied copied;
  private final Timeline watch = new Timeline();
  private final boolean carrying;
  private String told = "";

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
    this.overlay = new Overlay(root, texts, new WindowFiles(window), drafts, this::where, work);
    this.navigator = new Navigator(new Place.Today(), this::open, this::left);
    this.here =
        new Here(texts, work, navigator, overlay, drafts, clock, () -> desk.officers().waiting());
    this.nav = new NavRail(texts, navigator::go);
    this.backup = new BackupRun(desk.backups());
    this.link = new LinkBadge(desk.sync(), texts, () -> work.tell(this::counts));
    this.head = new TopBar(desk, here, link.node(), root, window::lock, this::second, this::add);
    this.screens = new Screens(desk, window, clock, here, backup, cover);
    this.shortcuts = new Shortcuts(window, navigator, head::search, this::second, nav::press);
    this.audited = new AuditStatus(desk.audit(), texts, work);
    this.undo = new UndoStrip(desk.histories(), here);
    this.status = new StatusLine(texts, undo.node(), audited.node());
    status.standing(desk.atServer());
    this.standing = work.around();
    this.quiet = new QuietDanger(desk, clock, here);
    this.counts = new Counts(desk, nav, head, link, status, quiet, work);
    this.pages =
        new Pages(
            frame,
            new Pages.Around(nav, head, quiet, bottom),
            work,
            texts,
            navigator,
            window::lock);
    this.telling = new Telling(cover, pages::screen);
    work.longWork().toldBy(telling::begun);
    this.goingOn = new GoingOn(desk, here);
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
    if (!cover.covered() && cover.hasNumber() && pages.screen().filter(Screen::alone).isPresent()) {
      cover.cover(
          new Covering.Words(texts.t("screening.cover.title"), texts.t("screening.cover.below")),
          () -> {});
    }
    return cover.covered();
  }

  /** Time has gone by without anything being saved. */
  public void passed() {
    counts();
    stands();
    pages.screen().ifPresent(Screen::passed);
  }

  /** Goes to a place, as a click would. */
  public void go(Place place) {
    navigator.go(place);
  }

  /** Checks a package that was opened from outside, where packages are. */
  public void check(Path parcel) {
    navigator.go(new Place.Packages());
    if (pages.screen().orElse(null) instanceof PackagesScreen packages) {
      packages.check(parcel);
    }
  }

  /** Goes on with the work of the screen, as Ctrl+Enter would. */
  public void goOn() {
    pages.screen().ifPresent(Screen::goOn);
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
    standing.close();
    cover.close();
    work.longWork().close();
    counts.close();
    pages.leave();
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
    cover.openly(() -> tellNow(words));
  }

  private void tellNow(String words) {
    if (!dialog.isOpen() || !words.equals(told)) {
      // One screen asks several things, and each of them meets the same trouble.
      told = words;
      overlay.tell(texts.t("failed"), words);
    }
  }

  /** A page is one place, whichever of its tabs is open and whatever is chosen in its list. */
  private String where() {
    return switch (navigator.here()) {
      case Place.OneCase c -> "case " + c.id();
      case Place.Packages p -> new Place.Packages().toString();
      case Place.Arrivals a -> new Place.Arrivals().toString();
      case Place.Stations s -> new Place.Stations().toString();
      case Place.Review r -> new Place.Review(r.screening()).toString();
      case Place other -> other.toString();
    };
  }

  private List<LongList.Left> left() {
    return pages.screen().map(Screen::lists).stream()
        .flatMap(List::stream)
        .map(LongList::left)
        .toList();
  }

  private void open(Place place, List<LongList.Left> left) {
    nav.headquarters(desk.headquarters().isHeadquarters());
    nav.at(place);
    pages.open(place, left, () -> screens.at(place));
    pages.screen().ifPresent(s -> s.bare().addListener((o, was, is) -> work.tell(telling::look)));
    telling.look();
    counts();
    stands();
  }

  /** Not after each save: it looks at certificates, the disk and the clock. */
  private void stands() {
    standing.ask(desk::standing, now -> status.standing(now, here.clock().millis()));
  }

  private void counts() {
    counts.read(this::refresh);
  }

  /** What is shown may be old; what could not be read may be there now. */
  private void refresh() {
    if (pages.isUnread()) {
      navigator.go(navigator.here());
    } else {
      pages.screen().ifPresent(Screen::refresh);
    }
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
    if (!atServer.contains(Pending.SERVER_AWAY)) {
      refresh();
    }
  }

  private void add() {
    pages.screen().ifPresent(Screen::add);
  }

  private void second() {
    new SecondOfficer(desk, here, window::lock).stepIn();
  }

  private void shortcut(KeyEvent e) {
    boolean covered = dialog.isOpen();
    if (dialog.round(e)
        || !covered && undo.press(e)
        || shortcuts.press(e, covered, pages.isUnread() ? Optional.empty() : pages.screen())
        || dialog.recovers()) {
      e.consume();
    }
  }
}
