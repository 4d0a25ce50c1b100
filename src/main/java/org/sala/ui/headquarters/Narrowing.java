package org.sala.ui.headquarters;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.sala.casework.packages.register.Reception;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;

/** Says that only some arrivals are shown, and leads to all of them. */
final class Narrowing {
  private final Place.Arrivals place;
  private final Here here;
  private final Label words = Nodes.changing("strong");
  private final HBox strip;

  Narrowing(Place.Arrivals place, Here here) {
    this.place = place;
    this.here = here;
    this.strip =
        Nodes.row(
            words,
            Nodes.button(
                here.t("arrivals.all"), "", () -> here.navigator().go(new Place.Arrivals())));
    strip.setId("narrowed");
    boolean all = place.from().isEmpty() && place.which() == Reception.Which.ALL;
    strip.setVisible(!all);
    strip.setManaged(!all);
  }

  Node node() {
    return strip;
  }

  /** Says what is shown of some that were asked for. */
  void show(List<Reception.Came> shown) {
    List<String> said = new ArrayList<>();
    place.from().ifPresent(id -> said.add(here.t("arrivals.only", name(shown))));
    if (place.which() != Reception.Which.ALL) {
      said.add(here.texts().code("whichArrivals", place.which().name()));
    }
    words.setText(String.join(" · ", said));
  }

  private String name(List<Reception.Came> shown) {
    return shown.stream()
        .map(Reception.Came::stationName)
        .filter(n -> !n.isEmpty())
        .findFirst()
        .orElseGet(() -> here.t("arrivals.unknown"));
  }
}
