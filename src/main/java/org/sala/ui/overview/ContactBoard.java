package org.sala.ui.overview;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.sala.casework.headquarters.Overview;
import org.sala.domain.Moment;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.WayButton;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;

/**
 * A map of stations by last contact: not where they are, which no laptop without a network could
 * draw, but how far away they are in hours. Shape and words say it, colour only repeats it.
 */
final class ContactBoard {
  private final Here here;
  private final GridPane board = new GridPane(14, 0);
  private final ScrollPane scroll = new ScrollPane(board);

  ContactBoard(Here here) {
    this.here = here;
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setId("contact-board");
    for (int i = 0; i < Overview.Contact.values().length; i++) {
      ColumnConstraints share = new ColumnConstraints();
      share.setPercentWidth(100.0 / Overview.Contact.values().length);
      share.setHgrow(Priority.ALWAYS);
      board.getColumnConstraints().add(share);
    }
  }

  Node node() {
    return scroll;
  }

  void show(Overview.Glance g) {
    board.getChildren().clear();
    for (Overview.Contact c : Overview.Contact.values()) {
      List<Overview.Line> these = g.stations().stream().filter(l -> l.contact() == c).toList();
      VBox column =
          Nodes.card(
              sign(c, here), Nodes.label(here.t("overview.stations", these.size()), "muted"));
      these.forEach(l -> column.getChildren().add(one(l, g.at())));
      board.add(column, c.ordinal(), 0);
    }
  }

  private Button one(Overview.Line l, Moment now) {
    String name = l.name().isEmpty() ? here.t("arrivals.unknown") : l.name();
    String ago =
        l.lastContact()
            .map(
                at ->
                    here.t(
                        "overview.ago",
                        here.texts()
                            .ago(at.instant().toEpochMilli(), now.instant().toEpochMilli())))
            .orElseGet(() -> here.t("stations.contact.none"));
    return new WayButton(
        new VBox(1, Nodes.label(name, "strong"), Nodes.label(ago, "muted", "small")),
        name + " " + ago,
        () -> here.navigator().go(new Place.Stations(Optional.of(l.id()))));
  }

  /** A shape of its own for each, and what it means. */
  static Label sign(Overview.Contact contact, Here here) {
    FontIcon icon =
        switch (contact) {
          case HEARD -> new FontIcon(MaterialDesignC.CIRCLE);
          case QUIET -> new FontIcon(MaterialDesignC.CIRCLE_HALF_FULL);
          case SILENT -> new FontIcon(MaterialDesignA.ALERT);
          case NEVER -> new FontIcon(MaterialDesignC.CIRCLE_OUTLINE);
        };
    String look =
        switch (contact) {
          case HEARD -> "ok";
          case QUIET -> "warning";
          case SILENT -> "danger";
          case NEVER -> "neutral";
        };
    Label label = new Label(here.t("contact." + contact), icon);
    label.getStyleClass().addAll("contact", look);
    label.setGraphicTextGap(8);
    return label;
  }
}
