package org.sala.ui.packages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.sala.casework.keys.Peer;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** For whom a package is sealed: headquarters, or one or several other stations of its list. */
final class Recipients {
  private Recipients() {}

  /**
   * Asks where there is a choice.
   *
   * @param chosen hears of the stations; none stand for headquarters
   */
  static void ask(Here here, List<Peer> peers, Consumer<List<Peer>> chosen) {
    if (peers.isEmpty()) {
      chosen.accept(List.of());
      return;
    }
    ToggleGroup which = new ToggleGroup();
    RadioButton home = new RadioButton(here.t("recipients.home"));
    home.setId("seal-home");
    home.setToggleGroup(which);
    RadioButton others = new RadioButton(here.t("recipients.stations"));
    others.setId("seal-stations");
    others.setToggleGroup(which);
    home.setSelected(true);
    Map<Peer, CheckBox> boxes = new LinkedHashMap<>();
    VBox list = new VBox(6);
    list.setPadding(new Insets(0, 0, 0, 26));
    for (Peer peer : peers) {
      CheckBox box = new CheckBox(peer.name());
      box.setId("seal-station-" + peer.letter());
      box.selectedProperty()
          .addListener(
              (o, was, is) -> {
                if (is) {
                  others.setSelected(true);
                }
              });
      boxes.put(peer, box);
      list.getChildren().add(box);
    }
    here.dialogs()
        .ask(
            here.t("recipients.title"),
            new VBox(
                10, home, others, list, Nodes.label(here.t("recipients.below"), "muted", "small")),
            here.t("recipients.verb"),
            () -> {
              List<Peer> stations =
                  others.isSelected()
                      ? peers.stream().filter(p -> ticked(boxes, p)).toList()
                      : List.of();
              if (others.isSelected() && stations.isEmpty()) {
                here.dialogs().notice(here.t("recipients.none"));
                return false;
              }
              chosen.accept(stations);
              return true;
            });
  }

  private static boolean ticked(Map<Peer, CheckBox> boxes, Peer peer) {
    CheckBox box = boxes.get(peer);
    return box != null && box.isSelected();
  }
}
