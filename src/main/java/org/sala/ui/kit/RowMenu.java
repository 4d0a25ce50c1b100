package org.sala.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;

/** The menu of a row: what can be done with it, and by which key without the menu. */
public final class RowMenu {
  private RowMenu() {}

  /**
   * Something that can be done with a row.
   *
   * @param may whether it can be done with this one; what cannot is not shown
   */
  public record Item<R>(String words, Predicate<R> may, Consumer<R> does) {}

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

  /** Gives a table's rows their menu, for the right mouse button and the menu key. */
  public static <R> void on(TableView<R> table, List<Item<R>> items) {
    ContextMenu menu = new ContextMenu();
    for (Item<R> i : items) {
      MenuItem item = new MenuItem(i.words());
      item.setOnAction(e -> chosen(table).filter(i.may()).ifPresent(i.does()));
      menu.getItems().add(item);
    }
    menu.setOnShowing(
        e -> {
          for (int n = 0; n < items.size(); n++) {
            menu.getItems().get(n).setVisible(chosen(table).filter(items.get(n).may()).isPresent());
          }
        });
    table.setContextMenu(menu);
  }

  private static <R> Optional<R> chosen(TableView<R> table) {
    return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
  }
}
