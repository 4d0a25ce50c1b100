package org.sala.demo;

import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sala.ui.kit.Theme;

/**
 * Looks at a screen as it is laid out: nothing stands outside the window, nothing outside what
 * holds it, no words end in dots where they have to be read, no letter is without a glyph. Every
 * screen is listened to as well, and the keys of every dialog are tried.
 *
 * <p>What scrolls may be longer than its part of the window, never wider. Rows of tables and lists
 * may cut words: there the whole is one click away.
 */
final class Fitting implements PictureTaker.Witness {
  /** No bundled font has the tick of a good state; it is a sign beside words that say the same. */
  private static final int TICK = 0x2713;

  /** The last size in which a picture is taken: a dialog may go afterwards. */
  private static final String LAST = "-1093x614";

  /** Layout rounds to whole pixels. */
  private static final double NEAR = 1.5;

  private final List<java.awt.Font> fonts = Theme.FONTS.stream().map(Fitting::font).toList();
  private final TreeSet<String> found = new TreeSet<>();
  private final Rhythm rhythm = new Rhythm();
  private final SpokenNames names = new SpokenNames();
  private final DialogKeys keys = new DialogKeys();

  /** What was found, by screen; each in words. */
  List<String> found() {
    List<String> all = new ArrayList<>(found);
    all.addAll(rhythm.found());
    all.addAll(names.found());
    all.addAll(keys.found());
    return all;
  }

  @Override
  public void sees(String picture, Scene scene) {
    Bounds all = scene.getRoot().getLayoutBounds();
    look(picture, scene.getRoot(), new Window(all.getWidth(), all.getHeight(), true));
    names.listen(picture, scene);
    if (picture.endsWith(LAST)) {
      keys.tryOn(picture, scene);
    }
  }

  /** How much of the window counts: below what scrolls only its width does. */
  private record Window(double width, double height, boolean tall) {
    boolean holds(Bounds b) {
      return b.getMinX() > -NEAR
          && b.getMaxX() < width + NEAR
          && (!tall || b.getMinY() > -NEAR && b.getMaxY() < height + NEAR);
    }
  }

  private void look(String picture, Node node, Window window) {
    if (!node.isVisible()) {
      return;
    }
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    if (!window.holds(bounds)) {
      tell(picture, node, "stands outside the window, at " + where(bounds));
      return;
    }
    rhythm.look(picture, node);
    switch (node) {
      case VirtualFlow<?> rows -> rows(picture, rows);
      case ScrollPane scroll -> scrolls(picture, scroll, window);
      case TextInputControl typed -> typed(picture, typed);
      case Labeled words -> {
        words(picture, words);
        below(picture, words, window);
      }
      case FontIcon icon -> {
        // A picture from a font of its own.
      }
      case Text words -> glyphs(picture, words, words.getText());
      case Parent parent -> below(picture, parent, window);
      default -> {
        // Neither words nor anything that holds some.
      }
    }
  }

  private void below(String picture, Parent parent, Window window) {
    boolean rows =
        parent instanceof HBox
            || parent instanceof VBox
            || parent instanceof BorderPane
            || parent instanceof GridPane;
    if (parent instanceof GridPane grid) {
      inLine(picture, grid);
    }
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (rows && child.isManaged() && child.isVisible() && !holds(parent, child)) {
        tell(picture, child, "stands outside of " + name(parent) + over(parent, child));
      }
      look(picture, child, window);
    }
  }

  /** A label that stands beside a row of words and buttons stands in line with the words. */
  private void inLine(String picture, GridPane grid) {
    for (Node child : grid.getChildren()) {
      if (child instanceof HBox row && row.isVisible() && row.isManaged()) {
        grid.getChildren().stream()
            .filter(n -> n instanceof Label && n.isVisible())
            .filter(n -> Objects.equals(GridPane.getRowIndex(n), GridPane.getRowIndex(row)))
            .forEach(
                label ->
                    row.getChildren().stream()
                        .filter(n -> n instanceof Label && n.isVisible())
                        .findFirst()
                        .filter(n -> Math.abs(baseline(n) - baseline(label)) > NEAR)
                        .ifPresent(n -> tell(picture, label, "is not in line with " + name(n))));
      }
    }
  }

  private static double baseline(Node words) {
    return words.localToScene(0, words.getBaselineOffset()).getY();
  }

  private static boolean holds(Parent parent, Node child) {
    Bounds in = child.localToParent(child.getLayoutBounds());
    Bounds all = parent.getLayoutBounds();
    return in.getMaxX() < all.getMaxX() + NEAR && in.getMaxY() < all.getMaxY() + NEAR;
  }

  private static String over(Parent parent, Node child) {
    Bounds in = child.localToParent(child.getLayoutBounds());
    Bounds all = parent.getLayoutBounds();
    return String.format(
        Locale.ROOT, " by %.0f x %.0f", in.getMaxX() - all.getMaxX(), in.getMaxY() - all.getMaxY());
  }

  private void scrolls(String picture, ScrollPane scroll, Window window) {
    Node content = scroll.getContent();
    if (content == null) {
      return;
    }
    double room = scroll.getViewportBounds().getWidth();
    if (content.getLayoutBounds().getWidth() > room + NEAR) {
      tell(picture, content, "is wider than what it scrolls in");
    }
    look(picture, content, new Window(window.width(), window.height(), false));
    ticks(picture, scroll);
    answers(picture, scroll);
  }

  /** Nobody scrolls to an answer while a person speaks. */
  private void answers(String picture, ScrollPane scroll) {
    if (!scroll.getContent().getStyleClass().contains("asking")) {
      return;
    }
    Bounds sight = scroll.localToScene(scroll.getLayoutBounds());
    scroll.getContent().lookupAll(".toggle-button").stream()
        .filter(n -> !sight.contains(n.localToScene(n.getLayoutBounds())))
        .forEach(n -> tell(picture, n, "is an answer out of sight"));
  }

  /** Whoever listens marks what is heard: nobody scrolls to the first tick. */
  private void ticks(String picture, ScrollPane scroll) {
    Bounds sight = scroll.localToScene(scroll.getLayoutBounds());
    scroll.getContent().lookupAll(".check-box").stream()
        .filter(n -> n.getId() != null && n.getId().startsWith("heard-"))
        .findFirst()
        .filter(n -> !sight.contains(n.localToScene(n.getLayoutBounds())))
        .ifPresent(n -> tell(picture, n, "is out of sight"));
  }

  private void typed(String picture, TextInputControl typed) {
    glyphs(picture, typed, typed.getText() + typed.getPromptText());
    if (typed instanceof TextField field && field.getText().isEmpty()) {
      Text prompt = new Text(field.getPromptText());
      prompt.setFont(field.getFont());
      double room = field.getWidth() - field.getInsets().getLeft() - field.getInsets().getRight();
      if (prompt.getLayoutBounds().getWidth() > room + NEAR) {
        tell(picture, field, "has a prompt that is cut: " + field.getPromptText());
      }
    }
  }

  private void words(String picture, Labeled words) {
    glyphs(picture, words, words.getText());
    if (words.isTextTruncated()) {
      tell(picture, words, "is cut");
    }
  }

  /** A line may be cut in a row; words that were given room to wrap may not. */
  private void rows(String picture, Parent rows) {
    for (Node n : rows.lookupAll("*")) {
      if (n instanceof Text words && !(n instanceof FontIcon)) {
        glyphs(picture, words, words.getText());
      } else if (n instanceof Label words
          && words.isVisible()
          && words.isWrapText()
          && words.isTextTruncated()) {
        tell(picture, words, "is cut in its row");
      } else if (n instanceof Button button && button.isVisible() && over(button)) {
        tell(picture, button, "is cut by its column");
      }
    }
  }

  private static boolean over(Button button) {
    for (Node n = button.getParent(); n != null; n = n.getParent()) {
      if (n instanceof TableCell<?, ?> cell) {
        Bounds in = cell.sceneToLocal(button.localToScene(button.getLayoutBounds()));
        return in.getMaxX() > cell.getWidth() + NEAR;
      }
    }
    return false;
  }

  private void glyphs(String picture, Node node, String text) {
    text.codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isISOControl(c))
        .filter(c -> c != TICK && Character.getType(c) != Character.FORMAT)
        .filter(c -> fonts.stream().noneMatch(f -> f.canDisplay(c)))
        .forEach(
            c -> tell(picture, node, String.format(Locale.ROOT, "has no glyph for U+%04X", c)));
  }

  private void tell(String picture, Node node, String what) {
    found.add(picture + ": " + name(node) + " " + what);
  }

  private static String name(Node node) {
    String words = node instanceof Labeled l ? " \"" + l.getText() + "\"" : begins(node);
    String id = node.getId() == null ? "" : "#" + node.getId();
    return node.getClass().getSimpleName()
        + id
        + (node.getStyleClass().isEmpty() ? "" : node.getStyleClass())
        + words;
  }

  /** A card says what it is by its first words. */
  private static String begins(Node node) {
    return node instanceof VBox box
            && !box.getChildren().isEmpty()
            && box.getChildren().getFirst() instanceof Labeled first
        ? " \"" + first.getText() + "\""
        : "";
  }

  private static String where(Bounds b) {
    return String.format(
        Locale.ROOT, "%.0f..%.0f x %.0f..%.0f", b.getMinX(), b.getMaxX(), b.getMinY(), b.getMaxY());
  }

  private static java.awt.Font font(String name) {
    try (InputStream in = Theme.class.getResourceAsStream("/org/sala/fonts/" + name)) {
      return java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("a bundled font cannot be read", e);
    }
  }
}
