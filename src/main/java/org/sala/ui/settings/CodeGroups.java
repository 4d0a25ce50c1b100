package org.sala.ui.settings;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.TilePane;
import org.sala.casework.station.RecoverySheet;
import org.sala.ui.kit.Nodes;

/** A code that is copied by hand: its groups large, each with the number by which it is asked. */
final class CodeGroups {
  private CodeGroups() {}

  static TilePane of(RecoverySheet sheet) {
    TilePane groups = new TilePane(18, 6);
    groups.setId("sheet-code");
    groups.setPrefColumns(4);
    groups.setTileAlignment(Pos.CENTER_LEFT);
    String[] all = sheet.code().split("-", -1);
    for (int i = 0; i < all.length; i++) {
      Label number = Nodes.line(Integer.toString(i + 1), "muted", "small");
      number.setMinWidth(18);
      number.setAlignment(Pos.CENTER_RIGHT);
      HBox group = Nodes.row(number, Nodes.line(all[i], "mono", "figure"));
      group.setAlignment(Pos.BASELINE_LEFT);
      groups.getChildren().add(group);
    }
    return groups;
  }
}
