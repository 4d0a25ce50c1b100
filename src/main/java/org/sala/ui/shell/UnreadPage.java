package org.sala.ui.shell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sala.casework.FaultSeen;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Headings;
import org.sala.ui.route.Navigator;
import org.sala.ui.route.Place;
import org.sala.ui.text.Texts;

/**
 * Stands in the place of a page of which nothing could be read: its heading and tabs, and what
 * happened, what that means and what to do next.
 */
final class UnreadPage {
  /** Lines that are longer are hard to read. */
  private static final double WIDEST = 820;

  private final Texts texts;
  private final Navigator navigator;
  private final Runnable lock;

  UnreadPage(Texts texts, Navigator navigator, Runnable lock) {
    this.texts = texts;
    this.navigator = navigator;
    this.lock = lock;
  }

  /**
   * Makes the page.
   *
   * @param code by which the fault is found in the log; empty where it is not there
   */
  Node node(Place place, Exception fault, Optional<String> code) {
    Headings headings = Headings.of(place, texts);
    VBox page = new VBox(Nodes.header(headings.crumb(), headings.title(), ""));
    Headings.tabs(place, texts, navigator).ifPresent(page.getChildren()::add);
    page.getChildren().add(card(place, fault, code));
    page.getStyleClass().add("page");
    page.setId("unread-page");
    return page;
  }

  private Node card(Place place, Exception fault, Optional<String> code) {
    HBox heading = Nodes.heading(texts.t("unread.title"));
    code.map(c -> new Badge(Badge.Kind.DANGER, texts.t("unread.fault", c)))
        .ifPresent(heading.getChildren()::add);
    Button again =
        Nodes.button(texts.t("list.again"), "", () -> navigator.go(navigator.here()), "primary");
    again.setId("read-again");
    HBox ways = Nodes.row(again);
    if (!(place instanceof Place.Settings)) {
      ways.getChildren()
          .add(Nodes.button(texts.t("nav.settings"), "", () -> navigator.go(new Place.Settings())));
    }
    ways.getChildren().add(Nodes.button(texts.t("lock"), "Ctrl L", lock));
    VBox card =
        Nodes.card(
            heading,
            said("unread.happened", happened(fault)),
            said("unread.means", texts.t("unread.means.words")),
            said(
                "unread.next",
                code.map(c -> texts.t("unread.next.words", c))
                    .orElseGet(() -> texts.t("unread.next.answer"))),
            ways);
    card.getStyleClass().add("unread-card");
    card.setMaxWidth(WIDEST);
    return card;
  }

  private String happened(Exception fault) {
    return FaultSeen.in(fault)
        .map(f -> texts.t("fault." + f.code(), f.number()))
        .orElseGet(() -> texts.t("unread.unexpected"));
  }

  private VBox said(String caption, String words) {
    return new VBox(2, Nodes.label(texts.t(caption), "caption"), Nodes.label(words));
  }
}
