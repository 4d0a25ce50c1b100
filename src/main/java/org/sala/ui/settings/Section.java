package org.sala.ui.settings;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/**
 * A part of the settings that is read by itself. Where it cannot be read it says so in its own
 * card, and what needs no reading can still be done there.
 *
 * @param again reads everything once more
 * @param read on the lane
 * @param shown makes the cards of what was read, on the FX thread; none where there is nothing
 * @param still makes what can be done there even so
 */
record Section<T>(
    String title,
    Runnable again,
    Callable<T> read,
    Function<T, List<Node>> shown,
    Supplier<List<Node>> still) {

  static <T> Section<T> of(
      String title, Runnable again, Callable<T> read, Function<T, List<Node>> shown) {
    return new Section<>(title, again, read, shown, List::of);
  }

  /** The section with what can be done there though it cannot be read. */
  Section<T> still(Supplier<List<Node>> ways) {
    return new Section<>(title, again, read, shown, ways);
  }

  /** Reads it; the cards are made of that on the FX thread. */
  Supplier<List<Node>> read(Here here) {
    try {
      T value = read.call();
      return () -> shown.apply(value);
    } catch (Exception e) {
      Optional<String> code = here.work().code(e);
      return () -> List.of(unread(code, here));
    }
  }

  private VBox unread(Optional<String> code, Here here) {
    HBox heading = Nodes.heading(title);
    code.map(c -> new Badge(Badge.Kind.DANGER, here.t("unread.fault", c)))
        .ifPresent(heading.getChildren()::add);
    VBox card =
        Nodes.card(
            heading,
            Nodes.label(here.t("unread.part")),
            Nodes.row(Nodes.button(here.t("list.again"), "", again)));
    List<Node> ways = still.get();
    if (!ways.isEmpty()) {
      card.getChildren().add(Nodes.label(here.t("unread.still"), "muted"));
      card.getChildren().addAll(ways);
    }
    card.getStyleClass().add("unread-part");
    return card;
  }
}
