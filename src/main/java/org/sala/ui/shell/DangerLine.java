package org.sala.ui.shell;

import java.util.List;
import javafx.scene.layout.HBox;
import org.sala.casework.hall.Alarm;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;

/** Above every screen while nobody has taken on a danger that another laptop has raised. */
final class DangerLine extends HBox {
  private final Here here;

  DangerLine(Here here) {
    this.here = here;
    setId("danger-line");
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
                    "danger.line",
                    number,
                    first.station(),
                    here.texts().time(first.since()),
                    open.size() - 1),
                "strong",
                "danger"),
            Nodes.spring(),
            Nodes.button(
                here.t("danger.line.go"), "", () -> here.navigator().go(new Place.Today())));
  }
}
