package org.sala.ui.kit;

import java.text.BreakIterator;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/**
 * Words that wrap. JavaFX 26 draws a wrapped line of Thai, Lao, Khmer or Burmese twice (the run is
 * not cut at the break), so these are laid out word by word, each a label of its own.
 */
final class Prose {
  private Prose() {}

  static Region of(String text, String... classes) {
    if (text.codePoints().noneMatch(Prose::isComplex)) {
      Label label = new Label(text);
      label.setWrapText(true);
      label.getStyleClass().addAll(classes);
      return label;
    }
    FlowPane flow = new FlowPane();
    flow.setAlignment(Pos.CENTER_LEFT);
    flow.setAccessibleText(text);
    flow.setPrefWrapLength(0);
    for (String line : text.split("\n", -1)) {
      BreakIterator words = BreakIterator.getLineInstance(Locale.of("th"));
      words.setText(line);
      int from = words.first();
      for (int to = words.next(); to != BreakIterator.DONE; to = words.next()) {
        Label piece = new Label(line.substring(from, to));
        piece.getStyleClass().addAll(classes);
        piece.setMinWidth(Region.USE_PREF_SIZE);
        flow.getChildren().add(piece);
        from = to;
      }
    }
    // As wide as its words on one line where there is room, and no wider than that.
    flow.setPrefWrapLength(
        flow.getChildren().stream().mapToDouble(n -> measure((Label) n)).sum() + 8);
    return flow;
  }

  private static double measure(Label label) {
    return new javafx.scene.text.Text(label.getText()).getLayoutBounds().getWidth() * 1.35;
  }

  private static boolean isComplex(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}
