package org.sala.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;
import org.sala.casework.Search;
import org.sala.ui.kit.Nodes;

/** What a search has found; each one a button that goes there. */
final class Hits extends VBox {
  Hits(List<Search.Hit> hits, Consumer<Search.Hit> go) {
    super(4);
    for (Search.Hit hit : hits) {
      getChildren().add(Nodes.button(hit.label() + "  " + hit.detail(), "", () -> go.accept(hit)));
    }
  }
}
