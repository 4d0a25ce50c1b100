package org.sala.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a list: a row's words or node, or a bar while the row is being read.
 *
 * @param <S> what the table holds for a row
 */
final class SlotCell<S, R> extends TableCell<S, R> {
  private final Column.Shows<R> shows;
  private @Nullable Region bar;

  SlotCell(Column.Shows<R> shows) {
    this.shows = shows;
    if (shows instanceof Column.Shows.Words<R> w) {
      setWrapText(true);
      Whole.on(this);
      Snug.on(this);
      getStyleClass().addAll(w.classes());
    }
  }

  @Override
  protected void updateItem(@Nullable R row, boolean empty) {
    super.updateItem(row, empty);
    setAccessibleText(null);
    if (empty) {
      setText("");
      setGraphic(null);
    } else if (row == null) {
      setText("");
      setGraphic(bar());
    } else {
      switch (shows) {
        case Column.Shows.Words<R> w -> {
          setGraphic(null);
          setText(w.words().apply(row));
        }
        case Column.Shows.Nodes<R> n -> {
          Node node = n.node().apply(row);
          setGraphic(node);
          setAccessibleText(Heard.in(node));
        }
      }
    }
  }

  private Region bar() {
    Region made = bar;
    if (made == null) {
      made = new Region();
      made.getStyleClass().add("coming");
      bar = made;
    }
    return made;
  }
}
