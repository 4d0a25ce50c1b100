package org.sala.ui.kit;

import java.util.stream.Collectors;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;

/**
 * What a table is called where it is only heard, unless it has a name: the heads of its columns.
 */
final class Heads {
  private Heads() {}

  static void speak(TableView<?> table) {
    String heads =
        table.getColumns().stream()
            .map(TableColumnBase::getText)
            .filter(t -> t != null && !t.isBlank())
            .collect(Collectors.joining(", "));
    Object before = table.getProperties().put(Heads.class, heads);
    if (table.getAccessibleText() == null || table.getAccessibleText().equals(before)) {
      table.setAccessibleText(heads);
    }
  }
}
