package org.sala.ui.route;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.sala.ui.kit.LongList;

/** What a place shows. */
public interface Screen {
  Node node();

  /** Whether the program around it goes away while it is shown. */
  default boolean alone() {
    return false;
  }

  /** Keys that work at once, over a dialog too; true where one was. */
  default boolean urgent(KeyEvent pressed) {
    return false;
  }

  /** Whether nothing but this screen may be seen: a person looks at it, or nobody may. */
  default ObservableValue<Boolean> bare() {
    return new ReadOnlyBooleanWrapper(false);
  }

  /** Hears that something was saved or imported: what is shown may be old. */
  default void refresh() {}

  /** Half a minute has gone by: what says how long something waits is old, and nothing else. */
  default void passed() {}

  /** Ctrl+N: adds the thing of this screen. */
  default void add() {}

  /** Ctrl+Enter: goes on with the work of this screen. */
  default void goOn() {}

  /** Ctrl+S: saves what is typed. */
  default void save() {}

  /** Ctrl+E: edits the thing of this screen. */
  default void edit() {}

  /** The long lists of this screen, always the same: each is found again as it was left. */
  default List<LongList<?>> lists() {
    return List.of();
  }

  /** The place was left; answers on their way are dropped. */
  default void closed() {}
}
