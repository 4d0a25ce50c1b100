package org.sala.ui.settings;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.sala.casework.erasing.Past;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** What was erased here: the number, when, by whom and why; no name of anybody is left. */
final class ErasedCard {
  /** More of them are behind a button. */
  private static final int SHOWN = 3;

  private final Here here;

  ErasedCard(Here here) {
    this.here = here;
  }

  VBox card(List<Past> all) {
    VBox card =
        Nodes.card(
            Nodes.label(here.t("erased.title"), "strong"),
            Nodes.label(here.t("erased.below"), "muted"));
    card.setId("erased");
    all.stream()
        .limit(SHOWN)
        .forEach(
            p ->
                card.getChildren()
                    .add(new VBox(1, Nodes.label(what(p)), Nodes.label(why(p), "muted", "small"))));
    if (all.size() > SHOWN) {
      Button more =
          Nodes.button(
              here.t("erased.all", all.size()),
              "",
              () -> here.dialogs().tell(here.t("erased.title"), words(all)));
      more.setId("erased-all");
      card.getChildren().add(Nodes.row(more));
    }
    return card;
  }

  private String words(List<Past> all) {
    return all.stream().map(p -> what(p) + "\n" + why(p)).collect(Collectors.joining("\n\n"));
  }

  private String what(Past p) {
    return here.t(
        p.kind().equals("case") ? "erased.case" : "erased.person",
        p.number(),
        here.texts().date(p.at()));
  }

  private String why(Past p) {
    String because = here.texts().code("eraseWhy", p.why()) + ": " + p.reason();
    return because
        + "\n"
        + (p.byTwo()
            ? here.t("erased.two", p.proposed(), p.signed())
            : here.t("erased.one", p.signed()));
  }
}
