package org.sala.ui.exhibits;

import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sala.casework.exhibits.AttachedContent;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** Shows an exhibit's file inside the program. */
final class Viewer {
  private Viewer() {}

  static Node of(Shown shown, Here here, Runnable export) {
    return switch (shown) {
      case Shown.Pictured p -> picture(p, here);
      case Shown.Written w -> text(w, here);
      case Shown.NotShown n ->
          Nodes.empty(
              here.texts().code("filetype", n.type().replace('/', '-')),
              here.t("exhibit.notshown"),
              Nodes.button(here.t("exhibit.export"), "", export));
      case Shown.NotDecoded n ->
          Nodes.empty(
              here.texts().code("filetype", n.type().replace('/', '-')),
              here.t("exhibit.notdecoded"),
              Nodes.button(here.t("exhibit.export"), "", export));
      case Shown.Gone g -> gone(g.why(), here);
    };
  }

  private static Node gone(AttachedContent.Opening why, Here here) {
    return switch (why) {
      case AttachedContent.Opening.NoFile n ->
          Nodes.empty(here.t("exhibit.nofile"), here.t("exhibit.nofile.next"));
      case AttachedContent.Opening.Missing m ->
          spoiled(here.t("condition.MISSING"), here.t("exhibit.missing.next"));
      case AttachedContent.Opening.Erased e ->
          Nodes.empty(here.t("condition.KEY_ERASED"), here.t("exhibit.erased.next"));
      case AttachedContent.Opening.NotOurs n ->
          Nodes.empty(here.t("condition.NOT_OURS"), here.t("fault.NO_PROTECTION_KEY"));
      case AttachedContent.Opening.Altered a ->
          spoiled(here.t("condition.ALTERED"), here.t("exhibit.altered.next"));
      case AttachedContent.Opening.Unreadable u ->
          spoiled(here.t("condition.UNREADABLE"), here.t("exhibit.unreadable.next"));
      case AttachedContent.Opening.Opened o ->
          throw new IllegalStateException("an opened file is shown");
    };
  }

  /** What is wrong with an exhibit stands out: it is no empty place. */
  private static Node spoiled(String what, String next) {
    VBox box = Nodes.empty(what, next);
    box.getChildren().set(0, new Badge(Badge.Kind.DANGER, what));
    return box;
  }

  /** Shows a picture as large as there is room, never larger than it is. */
  private static Node picture(Shown.Pictured p, Here here) {
    ImageView view = new ImageView(p.image());
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.setAccessibleText(here.t("exhibit.picture"));
    Pane room =
        new Pane(view) {
          @Override
          protected void layoutChildren() {
            double scale =
                Math.min(
                    1,
                    Math.min(
                        getWidth() / p.image().getWidth(), getHeight() / p.image().getHeight()));
            view.setFitWidth(Math.max(1, p.image().getWidth() * scale));
            view.setFitHeight(Math.max(1, p.image().getHeight() * scale));
            view.relocate(
                (getWidth() - view.getFitWidth()) / 2, (getHeight() - view.getFitHeight()) / 2);
          }
        };
    room.setId("exhibit-picture");
    room.setMinSize(0, 0);
    room.setPrefSize(0, 0);
    VBox.setVgrow(room, Priority.ALWAYS);
    VBox box =
        new VBox(
            6,
            room,
            Nodes.label(here.t("exhibit.pixels", p.width(), p.height()), "muted", "small"));
    VBox.setVgrow(box, Priority.ALWAYS);
    return box;
  }

  private static Node text(Shown.Written w, Here here) {
    ListView<String> lines = new ListView<>(FXCollections.observableArrayList(w.lines()));
    lines.setId("exhibit-text");
    lines.setAccessibleText(here.t("exhibit.text"));
    lines.setMinHeight(0);
    lines.setPrefHeight(0);
    lines.setCellFactory(list -> new Line());
    VBox.setVgrow(lines, Priority.ALWAYS);
    VBox box = new VBox(6, lines);
    if (w.cut()) {
      box.getChildren()
          .add(Nodes.label(here.t("exhibit.cut", here.texts().size(Shown.MOST_TEXT)), "muted"));
    }
    VBox.setVgrow(box, Priority.ALWAYS);
    return box;
  }

  /** One line of a text, wrapped to the width of the list. */
  private static final class Line extends ListCell<String> {
    private static final double MARGINS = 44;

    Line() {
      setPrefWidth(0);
      setPadding(new Insets(1, 12, 1, 12));
    }

    /** A cell asks its words for their height without saying how wide they may be. */
    @Override
    protected double computePrefHeight(double width) {
      Node words = getGraphic();
      return words == null
          ? super.computePrefHeight(width)
          : snappedTopInset()
              + snappedBottomInset()
              + words.prefHeight(getListView().getWidth() - MARGINS);
    }

    @Override
    protected void updateItem(String item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      Region words = Nodes.label(item.isEmpty() ? " " : item);
      words.maxWidthProperty().bind(getListView().widthProperty().subtract(MARGINS));
      words.prefWidthProperty().bind(getListView().widthProperty().subtract(MARGINS));
      setGraphic(words);
    }
  }
}
