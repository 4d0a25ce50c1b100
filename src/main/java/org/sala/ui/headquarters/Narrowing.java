package org.sala.ui.headquarters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.sala.casework.packages.Reception;
import org.sala.domain.StationId;
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
    boolean all = place.from().isEmpty() && place.which() == Place.Arrivals.Which.ALL;
    strip.setVisible(!all);
    strip.setManaged(!all);
  }

  Node node() {
    return strip;
  }

  /** Those of them that are shown here. */
  List<Reception.Came> of(List<Reception.Came> all) {
    List<String> said = new ArrayList<>();
    place.from().ifPresent(id -> said.add(here.t("arrivals.only", name(id, all))));
    if (place.which() != Place.Arrivals.Which.ALL) {
      said.add(here.texts().code("whichArrivals", place.which().name()));
    }
    words.setText(String.join(" · ", said));
    return all.stream().filter(this::isShown).toList();
  }

  private String name(StationId id, List<Reception.Came> all) {
    return all.stream()
        .filter(c -> c.sender().equals(id.toString()))
        .map(Reception.Came::stationName)
        .filter(n -> !n.isEmpty())
        .findFirst()
        .orElseGet(() -> here.t("arrivals.unknown"));
  }

  private boolean isShown(Reception.Came c) {
    Optional<String> from = place.from().map(StationId::toString);
    return (from.isEmpty() || from.get().equals(c.sender()))
        && switch (place.which()) {
          case ALL -> true;
          case WAITING -> c.waits();
          case UNANSWERED ->
              !c.sender().isEmpty() && c.receipt().filter(Reception.Receipt::carried).isEmpty();
        };
  }
}
