package org.sala.ui.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.sala.casework.headquarters.Overview;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.WayButton;
import org.sala.ui.route.Here;

/**
 * The map's legend and its words: every station by hours since it was last heard of, on the map or
 * not, and every site. Shape and words say it, colour only repeats it.
 */
final class ContactBoard {
  private static final double WIDTH = 300;

  /**
   * One line of the board.
   *
   * @param id of its button
   * @param contact empty for a site
   * @param placed whether it stands on the map
   * @param place asks where it is
   */
  record Line(
      String id,
      Optional<Overview.Contact> contact,
      String name,
      String below,
      boolean placed,
      Runnable leads,
      Runnable place) {
    @Override
    public String toString() {
      return "Line[" + id + "]";
    }
  }

  private final Here here;
  private final VBox board = new VBox(12);
  private final ScrollPane scroll = Nodes.side(board, WIDTH);

  ContactBoard(Here here) {
    this.here = here;
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinWidth(WIDTH);
    scroll.setId("contact-board");
  }

  Node node() {
    return scroll;
  }

  void show(List<Line> lines) {
    List<Node> all = new ArrayList<>();
    for (Overview.Contact c : Overview.Contact.values()) {
      all.add(
          group(
              sign(c, here),
              lines,
              l -> l.contact().equals(Optional.of(c)),
              n -> here.t("overview.stations", n)));
    }
    if (lines.stream().anyMatch(l -> l.contact().isEmpty())) {
      Label sites = icon(Optional.empty());
      sites.setText(here.t("map.sites"));
      all.add(group(sites, lines, l -> l.contact().isEmpty(), n -> here.t("map.sites.count", n)));
    }
    board.getChildren().setAll(all);
  }

  private VBox group(
      Label sign, List<Line> lines, Predicate<Line> which, Function<Integer, String> count) {
    List<Line> these = lines.stream().filter(which).toList();
    VBox group = new VBox(6, sign, Nodes.label(count.apply(these.size()), "muted", "small"));
    these.forEach(l -> group.getChildren().add(one(l)));
    return group;
  }

  private HBox one(Line l) {
    String below = l.placed() ? l.below() : here.t("map.notplaced", l.below());
    Button way =
        new WayButton(
            new VBox(1, Nodes.label(l.name(), "strong"), Nodes.label(below, "muted", "small")),
            l.name() + " " + below,
            l.leads());
    HBox.setHgrow(way, Priority.ALWAYS);
    String verb = here.t(l.placed() ? "map.move" : "map.place");
    Button place = Nodes.button(verb, "", l.place(), "plain", "small");
    place.setId("place-" + l.id());
    place.setAccessibleText(verb + " " + l.name());
    HBox row = new HBox(6, way, place);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** A shape of its own for each, and what it means. */
  static Label sign(Overview.Contact contact, Here here) {
    Label label = icon(Optional.of(contact));
    label.setText(here.t("contact." + contact));
    return label;
  }

  /** The shape alone; a square for a site. */
  static Label icon(Optional<Overview.Contact> contact) {
    FontIcon icon =
        contact
            .map(
                c ->
                    switch (c) {
                      case HEARD -> new FontIcon(MaterialDesignC.CIRCLE);
                      case QUIET -> new FontIcon(MaterialDesignC.CIRCLE_HALF_FULL);
                      case SILENT -> new FontIcon(MaterialDesignA.ALERT);
                      case NEVER -> new FontIcon(MaterialDesignC.CIRCLE_OUTLINE);
                    })
            .orElseGet(() -> new FontIcon(MaterialDesignS.SQUARE));
    String look =
        contact
            .map(
                c ->
                    switch (c) {
                      case HEARD -> "ok";
                      case QUIET -> "warning";
                      case SILENT -> "danger";
                      case NEVER -> "neutral";
                    })
            .orElse("site");
    Label label = new Label("", icon);
    label.getStyleClass().addAll("contact", look);
    label.setGraphicTextGap(8);
    return label;
  }
}
