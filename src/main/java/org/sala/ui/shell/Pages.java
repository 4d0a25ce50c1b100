package org.sala.ui.shell;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.ui.kit.LongList;
import org.sala.ui.roster.ListScreen;
import org.sala.ui.route.Navigator;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.text.Texts;
import org.sala.ui.work.Unread;
import org.sala.ui.work.Work;

/** What stands in the middle of the window: a screen, or what is said where it was not read. */
final class Pages {
  private final BorderPane frame;
  private final Around around;
  private final Work work;
  private final Texts texts;
  private final UnreadLine line;
  private final UnreadPage card;
  private Place place = new Place.Today();
  private @Nullable Screen screen;
  private @Nullable Node page;
  private @Nullable KeyboardPlace keyboard;
  private Optional<Exception> unread = Optional.empty();

  /** What stands around a page, and goes where one is alone. */
  record Around(NavRail nav, TopBar head, QuietDanger quiet, VBox bottom) {}

  Pages(
      BorderPane frame, Around around, Work work, Texts texts, Navigator navigator, Runnable lock) {
    this.frame = frame;
    this.around = around;
    this.work = work;
    this.texts = texts;
    this.line = new UnreadLine(texts, frame, () -> navigator.go(navigator.here()));
    this.card = new UnreadPage(texts, navigator, lock);
    work.whenUnread(this::told);
  }

  /** The screen that is open; it may be one of which nothing could be read. */
  Optional<Screen> screen() {
    return Optional.ofNullable(screen);
  }

  /** Whether it is said in the place of the page that it could not be read. */
  boolean isUnread() {
    return unread.isPresent();
  }

  /**
   * Makes the screen of a place and shows it.
   *
   * @param left how its lists were left, where one comes back to it; else none
   */
  void open(Place at, List<LongList.Left> left, Supplier<Screen> makes) {
    leave();
    place = at;
    screen = null;
    unread = Optional.empty();
    line.begin();
    work.page(() -> screen = makes.get());
    if (screen instanceof ListScreen) {
      // What was asked at once was told before it was known that the list says it itself.
      unread.ifPresent(e -> line.show(work.code(e)));
      unread = Optional.empty();
    }
    show();
    around.head().show();
    comeBack(Objects.requireNonNull(screen).lists(), left);
    attend();
  }

  private static void comeBack(List<LongList<?>> lists, List<LongList.Left> left) {
    for (int i = 0; i < Math.min(lists.size(), left.size()); i++) {
      lists.get(i).comeBack(left.get(i));
    }
  }

  private boolean told(Exception fault, Unread.Whose whose) {
    if (unread.isPresent()) {
      // It is said once.
      return true;
    }
    if (whose != Unread.Whose.PAGE || screen instanceof ListScreen) {
      line.show(work.code(fault));
      return whose == Unread.Whose.AROUND;
    }
    line.begin();
    unread = Optional.of(fault);
    if (screen != null) {
      show();
      attend();
    }
    return true;
  }

  private void show() {
    Screen shown = Objects.requireNonNull(screen);
    around.bottom().visibleProperty().bind(shown.bare().map(bare -> !bare));
    // Nobody is kept on a page on which nothing stands.
    boolean alone = shown.alone() && unread.isEmpty();
    frame.setLeft(alone ? null : around.nav());
    around.head().node().setManaged(!alone);
    around.head().node().setVisible(!alone);
    around.quiet().beside(shown);
    line.beside(shown);
    Node standing = unread.map(e -> card.node(place, e, work.code(e))).orElseGet(shown::node);
    page = standing;
    Node framed = unread.isPresent() ? standing : ComingPage.around(standing, place, texts);
    VBox middle = new VBox(around.head().node(), around.quiet().node(), line.node(), framed);
    VBox.setVgrow(framed, Priority.ALWAYS);
    frame.setCenter(middle);
    // Until the page has something to press, Enter presses nothing of what stands around it.
    middle.requestFocus();
  }

  /** From now on the keyboard finds its place on the page. */
  private void attend() {
    if (keyboard != null) {
      keyboard.close();
    }
    if (page instanceof Parent parent) {
      keyboard = new KeyboardPlace(parent, work::tell);
    }
  }

  /** Tells the screen that it was left: nothing that is on its way reaches it any more. */
  void leave() {
    if (keyboard != null) {
      keyboard.close();
    }
    if (screen != null) {
      screen.closed();
    }
  }
}
