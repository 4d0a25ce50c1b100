package org.sala.ui.joining;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.sala.casework.joining.Disagreement;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.text.FieldWords;

/** Field, before, versions; below them, greyed, what came together by itself. */
final class PointTable {
  private final GridPane grid = new GridPane();

  PointTable(Disagreement d, List<PointRow> rows, Here here) {
    grid.setHgap(16);
    grid.setVgap(12);
    grid.getColumnConstraints().addAll(column(150, 190), column(110, 170), growing());
    int at = 0;
    grid.addRow(
        at++,
        head(here.t("deciding.field")),
        head(here.t("deciding.before")),
        head(here.t("deciding.versions")));
    for (PointRow row : rows) {
      row.into(grid, at++);
    }
    for (Disagreement.Joined j : d.joined()) {
      String before =
          j.before()
              .map(v -> FieldWords.value(j.key(), v, here.texts()))
              .orElseGet(() -> here.t("none"));
      grid.addRow(
          at++,
          Nodes.label(here.texts().code("field", FieldWords.family(j.key())), "muted"),
          Nodes.label(before, "muted"),
          Nodes.row(
              new Badge(Badge.Kind.OK, here.t("deciding.joined")),
              Nodes.label(FieldWords.value(j.key(), j.now(), here.texts()), "muted")));
    }
  }

  private static Node head(String words) {
    return Nodes.label(words, "muted", "small", "strong");
  }

  private static ColumnConstraints column(double least, double most) {
    return new ColumnConstraints(least, most, most);
  }

  private static ColumnConstraints growing() {
    ColumnConstraints c = new ColumnConstraints();
    c.setHgrow(Priority.ALWAYS);
    return c;
  }

  Node node() {
    return grid;
  }
}
