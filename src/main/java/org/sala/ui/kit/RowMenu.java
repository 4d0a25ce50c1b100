package org.sala.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** The menu of a row: what can be done with it, and by which key without the menu. */
final class RowMenu {
  private RowMenu() {}

  /**
   * Makes the menu.
   *
   * @param chosen the row that it is about, when something is chosen from it
   */
  static <R> ContextMenu of(List<LongList.Verb<R>> verbs, Supplier<Optional<R>> chosen) {
    ContextMenu menu = new ContextMenu();
    for (LongList.Verb<R> v : verbs) {
      MenuItem item = new MenuItem(v.key().isEmpty() ? v.words() : v.words() + "    " + v.key());
      item.setOnAction(e -> chosen.get().ifPresent(v.does()));
      menu.getItems().add(item);
    }
    // A menu about nothing is not shown.
    menu.setOnShowing(
        e -> {
          Optional<R> row = chosen.get();
          for (int n = 0; n < verbs.size(); n++) {
            menu.getItems().get(n).setDisable(row.isEmpty());
            menu.getItems()
                .get(n)
                .setVisible(row.isEmpty() || row.filter(verbs.get(n).may()).isPresent());
          }
        });
    return menu;
  }
}
