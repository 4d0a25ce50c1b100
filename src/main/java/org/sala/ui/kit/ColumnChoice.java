package org.sala.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The choice of a table's columns: a button, and the bar that it opens. */
public final class ColumnChoice {
  private final TableView<?> table;
  private final ColumnWords words;
  private final Arrangement<?> arrangement;
  private final Runnable reset;
  private final ToggleButton button;
  private final VBox bar = new VBox();

  /**
   * @param reset hears that the columns stand as at first
   */
  ColumnChoice(TableView<?> table, ColumnWords words, Arrangement<?> arrangement, Runnable reset) {
    this.table = table;
    this.words = words;
    this.arrangement = arrangement;
    this.reset = reset;
    button = new ToggleButton(words.columns());
    button.setId("choose-columns");
    // Where it is narrow what stands beside gives room, and no words are cut.
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.selectedProperty().addListener((o, was, is) -> fill());
    bar.managedProperty().bind(Bindings.isNotEmpty(bar.getChildren()));
  }

  /** Returns the button; whoever keeps the place may bind whether it is pressed. */
  public ToggleButton button() {
    return button;
  }

  /** Returns where the bar stands while it is open. */
  public VBox bar() {
    return bar;
  }

  private void fill() {
    bar.getChildren().clear();
    if (button.isSelected()) {
      bar.getChildren().add(new ColumnsBar(table, words, arrangement::changed, this::asAtFirst));
    }
  }

  private void asAtFirst() {
    arrangement.asAtFirst();
    reset.run();
    fill();
  }
}
