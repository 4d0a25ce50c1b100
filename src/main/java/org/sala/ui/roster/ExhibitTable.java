package org.sala.ui.roster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.register.RecordStates;
import org.sala.domain.AttachedFile;
import org.sala.domain.FileNames;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Column;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.transit.StateBadge;

/** The columns of a list of exhibits. */
public final class ExhibitTable {
  private ExhibitTable() {}

  /**
   * A row of the list.
   *
   * @param way how far it is on its way to headquarters; empty where that is not asked
   */
  public record Row(Exhibits.ExhibitLine line, Optional<RecordStates.Way> way) {
    /** Rows in the same order, asked for at once. */
    public static List<Row> of(List<Exhibits.ExhibitLine> lines, Packages packages) {
      Map<RecordId, RecordStates.Way> ways =
          packages.ways(lines.stream().map(Exhibits.ExhibitLine::id).toList());
      return lines.stream().map(e -> new Row(e, Optional.ofNullable(ways.get(e.id())))).toList();
    }

    public RecordId id() {
      return line.id();
    }

    @Override
    public String toString() {
      return "Row[" + id() + "]";
    }
  }

  /** Returns the columns, without how far they are where all that is there has arrived. */
  public static List<Column<Row>> columns(Here here, boolean headquarters) {
    List<Column<Row>> columns = new ArrayList<>();
    columns.add(
        Column.<Row>words("number", here.t("exhibit.number"), 165, e -> e.line().number(), "mono")
            .sortedBy("number"));
    columns.add(
        Column.<Row>nodes("title", here.t("exhibit.title"), 280, e -> title(e.line(), here))
            .sortedBy("title"));
    columns.add(
        Column.nodes("custody", here.t("exhibit.custody"), 170, e -> custody(e.line(), here)));
    columns.add(
        Column.<Row>words(
                "taken",
                here.t("exhibit.taken"),
                150,
                e -> e.line().takenMillis().map(here.texts()::date).orElse(""))
            .sortedBy("taken"));
    if (!headquarters) {
      columns.add(Column.nodes("reached", here.t("reached"), 200, e -> way(e, here)));
    }
    return columns;
  }

  /** Returns the orders that the columns can be sorted by. */
  static Map<String, Comparator<Row>> orders() {
    return Map.of(
        "number", Comparator.comparing(e -> e.line().number()),
        "title", Comparator.comparing(e -> e.line().title()),
        "taken", Comparator.comparingLong(e -> e.line().takenMillis().orElse(Long.MAX_VALUE)));
  }

  private static Node way(Row e, Here here) {
    return e.way().<Node>map(w -> StateBadge.of(w, here)).orElseGet(Region::new);
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
