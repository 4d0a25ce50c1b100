package org.sala.ui.roster;

import java.util.List;
import java.util.Optional;
import javafx.scene.layout.VBox;
import org.sala.casework.erasing.Erasures;
import org.sala.casework.erasing.Kept;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/**
 * Tells in words that headquarters keeps what a station has erased: since when, why, and who said
 * so.
 */
public final class KeptWords {
  private KeptWords() {}

  /** On the page of what is kept; empty where nobody had to decide that. */
  public static Optional<VBox> card(List<Kept> kept, Here here) {
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    VBox card = Nodes.card(Nodes.label(here.t("erasedthere.kept"), "strong"));
    card.setId("kept-here");
    kept.forEach(k -> card.getChildren().add(lines(k, here)));
    return Optional.of(card);
  }

  /** One decision in two lines. */
  public static VBox lines(Kept k, Here here) {
    return new VBox(1, Nodes.label(what(k, here)), Nodes.label(why(k, here), "muted", "small"));
  }

  public static String what(Kept k, Here here) {
    return here.t(
        k.kind().equals("case") ? "erasedthere.kept.case" : "erasedthere.kept.person",
        k.number(),
        k.stationName().isEmpty() ? here.t("arrivals.unknown") : k.stationName(),
        here.texts().date(k.at()));
  }

  public static String why(Kept k, Here here) {
    String there =
        k.why()
            .map(Erasures.Why::code)
            .map(c -> here.t("erasedthere.why", here.texts().code("eraseWhy", c)))
            .orElseGet(() -> here.t("erasedthere.nowhy"));
    return here.t("erasedthere.kept.why", k.reason(), k.officer()) + "\n" + there;
  }
}
