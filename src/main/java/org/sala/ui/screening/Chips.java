package org.sala.ui.screening;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import org.sala.ui.kit.Nodes;

/** One of a few words in small type, such as how an answer came. */
final class Chips {
  private Chips() {}

  static Node of(
      String caption,
      List<String> codes,
      UnaryOperator<String> words,
      String chosen,
      Consumer<String> choose) {
    FlowPane chips = new FlowPane(8, 6);
    chips.getChildren().add(Nodes.line(caption, "muted"));
    ToggleGroup group = new ToggleGroup();
    for (String code : codes) {
      ToggleButton chip = new ToggleButton(words.apply(code));
      chip.getStyleClass().add("chip");
      chip.setId("chip-" + code);
      chip.setToggleGroup(group);
      chip.setSelected(code.equals(chosen));
      chip.setOnAction(
          e -> {
            chip.setSelected(true);
            choose.accept(code);
          });
      chips.getChildren().add(chip);
    }
    return chips;
  }
}
