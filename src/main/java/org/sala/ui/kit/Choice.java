package org.sala.ui.kit;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

/** A choice of codes that are shown as words; the empty code is "nothing chosen". */
public final class Choice extends ComboBox<String> {

  public Choice(List<String> codes, Function<String, String> words) {
    getItems().setAll(codes);
    setCellFactory(v -> cell(words));
    setButtonCell(cell(words));
    setValue(codes.getFirst());
  }

  private static ListCell<String> cell(Function<String, String> words) {
    return new ListCell<>() {
      @Override
      protected void updateItem(String code, boolean empty) {
        super.updateItem(code, empty);
        setText(empty || code == null ? "" : words.apply(code));
      }
    };
  }
}
