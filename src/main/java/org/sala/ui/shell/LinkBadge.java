package org.sala.ui.shell;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.sala.casework.sync.Standing;
import org.sala.casework.sync.Sync;
import org.sala.ui.kit.Badge;
import org.sala.ui.text.Texts;

/** In the top bar: whether anything carries packages just now, and how many wait to be carried. */
final class LinkBadge {
  /** How the laptop is joined to anybody else. */
  enum Link {
    OFFLINE,
    CONNECTED,
    SENDING
  }

  private final Sync sync;
  private final Texts texts;
  private final StackPane node = new StackPane();
  private final Consumer<Standing> hearing;
  private final Map<String, Link> heard = new ConcurrentHashMap<>();

  /**
   * @param changed hears on any thread that it may stand otherwise, and of no mere progress
   */
  LinkBadge(Sync sync, Texts texts, Runnable changed) {
    this.sync = sync;
    this.texts = texts;
    node.setId("link");
    node.managedProperty().bind(node.visibleProperty());
    node.setVisible(false);
    hearing =
        s -> {
          Link is = of(s);
          if (is != heard.put(s.carrier().id(), is)) {
            changed.run();
          }
        };
    sync.listen(hearing);
  }

  Node node() {
    return node;
  }

  /** Read beside the screens. */
  Link read() {
    return sync.standings().stream().map(LinkBadge::of).max(Enum::compareTo).orElse(Link.OFFLINE);
  }

  private static Link of(Standing standing) {
    return switch (standing.phase()) {
      case SENDING -> Link.SENDING;
      case DONE, LOOKING, FETCHING, TAKING_IN -> Link.CONNECTED;
      case WAITING, PAUSED, STOPPED -> Link.OFFLINE;
    };
  }

  /**
   * Shows the badge.
   *
   * @param shown whether packages go anywhere from here
   */
  void show(boolean shown, Link link, int waiting) {
    node.setVisible(shown);
    String words =
        waiting == 0 || link == Link.SENDING
            ? texts.t("link." + link)
            : texts.t("link.waiting", texts.t("link." + link), waiting);
    Badge.Kind kind =
        link != Link.OFFLINE
            ? Badge.Kind.OK
            : waiting > 0 ? Badge.Kind.WARNING : Badge.Kind.NEUTRAL;
    node.getChildren().setAll(List.of(new Badge(kind, words)));
  }

  void close() {
    sync.forget(hearing);
  }
}
