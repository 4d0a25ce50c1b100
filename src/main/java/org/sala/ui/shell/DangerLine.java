package org.sala.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;
import org.sala.casework.hall.Alarm;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** A red line that stands while nobody has taken on a danger that another laptop has raised. */
final class DangerLine extends HBox {
  private final Here here;
  private final String words;
  private final Consumer<Alarm> go;

  /**
   * @param words the key of what it says, with number, station, since when and how many more
   * @param go leads to what can be done about it
   */
  DangerLine(Here here, String id, String words, Consumer<Alarm> go) {
    this.here = here;
    this.words = words;
    this.go = go;
    setId(id);
    getStyleClass().add("danger-line");
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  /** Shows the oldest that nobody has answered, and how many more there are. */
  void show(List<Alarm> elsewhere) {
    List<Alarm> open = elsewhere.stream().filter(a -> a.taken().isEmpty()).toList();
    setVisible(!open.isEmpty());
    if (open.isEmpty()) {
      getChildren().clear();
      return;
    }
    Alarm first = open.getFirst();
    String number = first.number().isEmpty() ? here.t("people.unnamed") : first.number();
    getChildren()
        .setAll(
            Nodes.label(
                here.t(
                    words,
                    number,
                    first.station(),
                    here.texts().time(first.since()),
                    open.size() - 1),
                "strong",
                "danger"),
            Nodes.spring(),
            Nodes.button(here.t("danger.line.go"), "", () -> go.accept(first)));
  }
}
