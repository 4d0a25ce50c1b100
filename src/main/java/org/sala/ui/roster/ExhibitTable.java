package org.sala.ui.roster;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.sala.casework.exhibits.Exhibits;
import org.sala.domain.AttachedFile;
import org.sala.domain.FileNames;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Column;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;

/** The columns of a list of exhibits. */
public final class ExhibitTable {
  private ExhibitTable() {}

  public static List<Column<Exhibits.ExhibitLine>> columns(Here here) {
    return List.of(
        Column.words("number", here.t("exhibit.number"), 165, Exhibits.ExhibitLine::number, "mono")
            .sortedBy("number"),
        Column.<Exhibits.ExhibitLine>nodes(
                "title", here.t("exhibit.title"), 280, e -> title(e, here))
            .sortedBy("title"),
        Column.nodes("custody", here.t("exhibit.custody"), 170, e -> custody(e, here)),
        Column.<Exhibits.ExhibitLine>words(
                "taken",
                here.t("exhibit.taken"),
                150,
                e -> e.takenMillis().map(here.texts()::date).orElse(""))
            .sortedBy("taken"));
  }

  public static Table<Exhibits.ExhibitLine> of(Here here, Node placeholder) {
    return new Table<Exhibits.ExhibitLine>(placeholder)
        .columns(columns(here))
        .opens(e -> here.navigator().go(new Place.OneExhibit(e.id())));
  }

  private static Node title(Exhibits.ExhibitLine e, Here here) {
    VBox box =
        new VBox(1, Nodes.line(e.title(), "strong"), Nodes.line(file(e, here), "muted", "small"));
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static String file(Exhibits.ExhibitLine e, Here here) {
    return e.file()
        .map(f -> here.t("exhibit.file.line", name(f), here.texts().size(f.size())))
        .orElse(here.t("exhibit.nofile"));
  }

  /** The file's name so that nothing hides in it; what it is stands beside it on its page. */
  public static String name(AttachedFile file) {
    return FileNames.shown(file.name());
  }

  private static Node custody(Exhibits.ExhibitLine e, Here here) {
    var row =
        Nodes.row(
            new Badge(
                Badge.Kind.NEUTRAL, here.texts().code("custody", FileNames.shown(e.lastEvent()))));
    if (e.disputes() > 0) {
      row.getChildren().add(new Badge(Badge.Kind.WARNING, here.t("versions", e.disputes())));
    }
    return row;
  }
}
