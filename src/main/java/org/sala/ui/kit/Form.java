package org.sala.ui.kit;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * Labels at the left, controls at the right, all aligned; each label names its control to a screen
 * reader.
 */
public final class Form extends GridPane {

  private final ColumnConstraints labels = new ColumnConstraints();

  public Form() {
    setHgap(14);
    setVgap(8);
    labels.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints controls = new ColumnConstraints();
    controls.setHgrow(Priority.ALWAYS);
    controls.setFillWidth(true);
    getColumnConstraints().addAll(labels, controls);
  }

  /**
   * Parts of one dialog: the controls of all of them that are shown begin at the same place. What
   * is not shown takes no room from the others.
   */
  public static void align(Form... forms) {
    List<Form> all = List.of(forms);
    InvalidationListener again =
        o -> {
          double widest =
              all.stream().filter(Node::isVisible).mapToDouble(Form::widest).max().orElse(0);
          all.forEach(f -> f.labels.setMinWidth(widest > 0 ? widest : Region.USE_PREF_SIZE));
        };
    for (Form one : all) {
      one.visibleProperty().addListener(again);
      one.labels().forEach(l -> l.widthProperty().addListener(again));
    }
  }

  private double widest() {
    return labels().mapToDouble(Label::getWidth).max().orElse(0);
  }

  private Stream<Label> labels() {
    return getChildren().stream()
        .filter(n -> GridPane.getColumnIndex(n) == 0)
        .filter(Label.class::isInstance)
        .map(Label.class::cast);
  }

  /** Adds a control; the label's letter after an underscore is its access key. */
  public <N extends Node> N add(String label, N control) {
    Label words = new Label(label);
    words.getStyleClass().add("muted");
    words.setLabelFor(control);
    words.setMinWidth(Region.USE_PREF_SIZE);
    control.setAccessibleText(label);
    if (control instanceof Region r) {
      r.setMaxWidth(Double.MAX_VALUE);
    }
    wrap(control);
    GridPane.setValignment(words, VPos.CENTER);
    addRow(getRowCount(), words, control);
    return control;
  }

  /** Adds words that are only read. */
  public void show(String label, String value) {
    show(label, Nodes.label(value));
  }

  /** Adds something that is shown, with what can be done with it. */
  public void show(String label, Node value) {
    if (value instanceof Label shown) {
      // Its own width, rounded, cuts a single letter.
      shown.setMaxWidth(Double.MAX_VALUE);
    }
    wrap(value);
    if (label.isEmpty()) {
      // Holds the row, also while its value is not shown; words that are none have a height.
      addRow(getRowCount(), new Region(), value);
      return;
    }
    Label words = new Label(label);
    words.getStyleClass().add("muted");
    words.setMinWidth(Region.USE_PREF_SIZE);
    GridPane.setValignment(words, VPos.TOP);
    if (value instanceof HBox row) {
      // Beside a row of words and buttons it stands in line with the words: a row that is aligned
      // otherwise has no baseline before it was laid out.
      row.setAlignment(Pos.BASELINE_LEFT);
      GridPane.setValignment(words, VPos.BASELINE);
      GridPane.setValignment(value, VPos.BASELINE);
    }
    addRow(getRowCount(), words, value);
  }

  /** What is agreed to with a tick is read whole. */
  private static void wrap(Node value) {
    if (value instanceof CheckBox box) {
      box.setWrapText(true);
      box.setMinHeight(Region.USE_PREF_SIZE);
    }
  }
}
