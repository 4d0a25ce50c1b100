package org.sala.demo;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/**
 * Looks at how a screen stands: headings side by side on one line, the heads of columns above their
 * words, and no button that says its heading once more. A tired eye follows lines.
 */
final class Rhythm {
  /** Layout rounds to whole pixels. */
  private static final double NEAR = 1.5;

  private final TreeSet<String> found = new TreeSet<>();

  /** What was found, by screen; each in words. */
  List<String> found() {
    return List.copyOf(found);
  }

  /** Looks at one node of a screen. */
  void look(String picture, Node node) {
    if (node instanceof TableView<?> table) {
      heads(picture, table);
    }
    if (node instanceof HBox row) {
      twice(picture, row);
      level(picture, row);
    }
  }

  /** A button says what it does: the words of the heading beside it are read already. */
  private void twice(String picture, HBox row) {
    List<String> headings =
        row.getChildren().stream()
            .filter(n -> n instanceof Label && n.getStyleClass().contains("strong"))
            .map(n -> bare(((Label) n).getText()))
            .toList();
    row.getChildren().stream()
        .filter(n -> n instanceof Button b && headings.contains(bare(b.getText())))
        .forEach(n -> tell(picture, (Labeled) n, "says its heading's words again"));
  }

  /** Without how many, and without the sign that something is asked first. */
  private static String bare(String words) {
    return words.replaceAll("\\s*\\(\\d+\\)|…", "").strip();
  }

  /** Cards that begin side by side have their headings on one line. */
  private void level(String picture, HBox row) {
    List<Label> headings =
        row.getChildren().stream()
            .map(Rhythm::firstCard)
            .flatMap(Optional::stream)
            .map(Rhythm::heading)
            .flatMap(Optional::stream)
            .toList();
    headings.stream()
        .filter(h -> Math.abs(baseline(h) - baseline(headings.getFirst())) > NEAR)
        .forEach(
            h ->
                tell(
                    picture, h, "is not on a line with \"" + headings.getFirst().getText() + "\""));
  }

  private static double baseline(Node words) {
    return words.localToScene(0, words.getBaselineOffset()).getY();
  }

  private static Optional<VBox> firstCard(Node node) {
    if (!(node instanceof VBox box) || !box.isVisible()) {
      return Optional.empty();
    }
    return box.getStyleClass().contains("card")
        ? Optional.of(box)
        : box.getChildren().stream().findFirst().flatMap(Rhythm::firstCard);
  }

  private static Optional<Label> heading(VBox card) {
    Optional<Node> first = card.getChildren().stream().findFirst();
    return first
        .flatMap(n -> n instanceof HBox row ? row.getChildren().stream().findFirst() : first)
        .filter(n -> n instanceof Label && n.getStyleClass().contains("strong"))
        .map(Label.class::cast);
  }

  /** The words of a head stand above the words of its column. */
  private void heads(String picture, TableView<?> table) {
    for (Node node : table.lookupAll(".column-header")) {
      if (node instanceof TableColumnHeader head
          && head.lookup(".label") instanceof Label words
          && !words.getText().isEmpty()) {
        table.lookupAll(".table-cell").stream()
            .filter(c -> c.isVisible())
            .map(c -> (TableCell<?, ?>) c)
            .filter(c -> c.getTableColumn() == head.getTableColumn())
            .flatMap(Rhythm::start)
            .filter(x -> Math.abs(x - left(words)) > NEAR)
            .findFirst()
            .ifPresent(x -> tell(picture, words, "does not stand above its column"));
      }
    }
  }

  /** Where the words of a cell begin; what is drawn in one otherwise has edges of its own. */
  private static Stream<Double> start(TableCell<?, ?> cell) {
    boolean words = cell.getGraphic() == null && cell.getText() != null;
    return words && !cell.getText().isBlank() ? Stream.of(left(cell)) : Stream.empty();
  }

  private static double left(Labeled words) {
    return words.lookupAll(".text").stream()
        .filter(t -> t instanceof Text)
        .mapToDouble(t -> t.localToScene(t.getLayoutBounds()).getMinX())
        .min()
        .orElse(0);
  }

  private void tell(String picture, Labeled node, String what) {
    found.add(picture + ": \"" + node.getText() + "\" " + what);
  }
}
