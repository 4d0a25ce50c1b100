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
   * Makes it.
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
    menu.setOnShowing(e -> menu.getItems().forEach(i -> i.setDisable(chosen.get().isEmpty())));
    return menu;
  }
}
