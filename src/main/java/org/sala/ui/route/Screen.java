package org.sala.ui.route;

import javafx.scene.Node;

/** What a place shows. */
public interface Screen {
  Node node();

  /** Something was saved or imported: what is shown may be old. */
  default void refresh() {}

  /** Ctrl+N: adds the thing of this screen. */
  default void add() {}

  /** The place was left; answers on their way are dropped. */
  default void closed() {}
}
