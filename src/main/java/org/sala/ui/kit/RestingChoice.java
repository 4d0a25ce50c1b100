package org.sala.ui.kit;

import java.util.function.Function;
import javafx.event.EventHandler;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.SkinBase;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;

/**
 * How a choice looks while nobody uses it: its word and the arrow. The list that drops down costs
 * ten times as much to make, and a screen may hold dozens that are never opened: it is made when
 * the choice is pointed at or gets the focus, which nobody can open it without.
 */
final class RestingChoice extends SkinBase<Choice> {
  private static final double LEAST_WIDTH = 50;

  /** What stands around the words in pixels: the insets, the arrow, and room for a scroll bar. */
  private static final double AROUND = 52;

  private final Function<String, String> words;
  private final Label word = new Label();
  private final Region arrow = new Region();
  private final StackPane button = new StackPane(arrow);
  private final EventHandler<MouseEvent> pointedAt = e -> wake();

  RestingChoice(Choice choice, Function<String, String> words) {
    super(choice);
    this.words = words;
    word.getStyleClass().setAll("cell", "indexed-cell", "list-cell");
    word.textProperty().bind(choice.valueProperty().map(words));
    arrow.getStyleClass().setAll("arrow");
    arrow.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    button.getStyleClass().setAll("arrow-button");
    getChildren().setAll(word, button);
    registerChangeListener(choice.focusedProperty(), o -> wake());
    choice.addEventHandler(MouseEvent.MOUSE_ENTERED, pointedAt);
  }

  private void wake() {
    getSkinnable().setSkin(new ComboBoxListViewSkin<>(getSkinnable()));
  }

  private double arrowWidth() {
    return button.snappedLeftInset() + snapSizeX(arrow.prefWidth(-1)) + button.snappedRightInset();
  }

  @Override
  protected void layoutChildren(double x, double y, double width, double height) {
    double wide = arrowWidth();
    word.resizeRelocate(x, y, width - wide, height);
    button.resize(wide, height);
    positionInArea(button, x + width - wide, y, wide, height, 0, HPos.CENTER, VPos.CENTER);
  }

  @Override
  protected double computeMinWidth(
      double height, double top, double right, double bottom, double left) {
    return LEAST_WIDTH;
  }

  /** As wide as its longest word asks for, measured without a list that lays out all of them. */
  @Override
  protected double computePrefWidth(
      double height, double top, double right, double bottom, double left) {
    Text text = new Text();
    text.setFont(word.getFont());
    double widest = 0;
    for (String code : getSkinnable().getItems()) {
      text.setText(words.apply(code));
      widest = Math.max(widest, Math.ceil(text.getLayoutBounds().getWidth()));
    }
    return widest + AROUND;
  }

  @Override
  protected double computePrefHeight(
      double width, double top, double right, double bottom, double left) {
    double arrowHeight =
        button.snappedTopInset() + snapSizeY(arrow.prefHeight(-1)) + button.snappedBottomInset();
    return top + Math.max(word.prefHeight(-1), arrowHeight) + bottom;
  }

  @Override
  protected double computeMinHeight(
      double width, double top, double right, double bottom, double left) {
    return computePrefHeight(width, top, right, bottom, left);
  }

  @Override
  protected double computeMaxHeight(
      double width, double top, double right, double bottom, double left) {
    return getSkinnable().prefHeight(width);
  }

  @Override
  protected double computeMaxWidth(
      double height, double top, double right, double bottom, double left) {
    return getSkinnable().prefWidth(height);
  }

  @Override
  protected double computeBaselineOffset(double top, double right, double bottom, double left) {
    return word.getLayoutBounds().getMinY() + word.getLayoutY() + word.getBaselineOffset();
  }

  /** What comes after it has put its own parts in already. */
  @Override
  public void dispose() {
    if (getSkinnable() != null) {
      getSkinnable().removeEventHandler(MouseEvent.MOUSE_ENTERED, pointedAt);
      getChildren().removeAll(word, button);
    }
    super.dispose();
  }
}
