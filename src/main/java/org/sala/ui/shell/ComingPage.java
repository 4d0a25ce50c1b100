package org.sala.ui.shell;

import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Headings;
import org.sala.ui.route.Place;
import org.sala.ui.text.Texts;

/**
 * What stands where a page is still being read: nothing at first, for most are there at once and
 * what comes and goes within a blink disturbs; then its heading, and that it is being read.
 */
final class ComingPage {
  private static final Duration BLINK = Duration.millis(400);

  private ComingPage() {}

  /** The page, with what is said until something stands on it. */
  static Node around(Node page, Place place, Texts texts) {
    if (!(page instanceof Pane pane) || !pane.getChildren().isEmpty()) {
      return page;
    }
    Headings headings = Headings.of(place, texts);
    VBox coming =
        new VBox(
            Nodes.header(headings.crumb(), headings.title(), ""),
            Nodes.label(texts.t("list.reading"), "muted"));
    coming.setId("page-coming");
    coming.getStyleClass().add("page");
    coming.setMouseTransparent(true);
    BooleanProperty blinked = new SimpleBooleanProperty();
    coming.visibleProperty().bind(Bindings.isEmpty(pane.getChildren()).and(blinked));
    PauseTransition blink = new PauseTransition(BLINK);
    blink.setOnFinished(e -> blinked.set(true));
    blink.play();
    return new StackPane(page, coming);
  }
}
