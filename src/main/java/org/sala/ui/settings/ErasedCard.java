package org.sala.ui.settings;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.sala.casework.erasing.Kept;
import org.sala.casework.erasing.Past;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.KeptWords;
import org.sala.ui.route.Here;

/**
 * What was erased here, and what stays though a station erased it: the number, when, by whom and
 * why; no name of anybody is left.
 */
final class ErasedCard {
  /** How many are shown; more of them are behind a button. */
  private static final int SHOWN = 3;

  private final Here here;

  ErasedCard(Here here) {
    this.here = here;
  }

  VBox card(List<Past> all) {
    return card(
        "erased",
        new Head(here.t("erased.title"), here.t("erased.below")),
        all.stream()
            .map(p -> new VBox(1, Nodes.label(what(p)), Nodes.label(why(p), "muted", "small")))
            .toList(),
        () -> words(all));
  }

  /** What stays here though a station has erased it, and who said so. */
  VBox kept(List<Kept> all) {
    return card(
        "kept",
        new Head(here.t("erasedthere.kept"), here.t("erasedthere.kept.below")),
        all.stream().map(k -> KeptWords.lines(k, here)).toList(),
        () ->
            all.stream()
                .map(k -> KeptWords.what(k, here) + "\n" + KeptWords.why(k, here))
                .collect(Collectors.joining("\n\n")));
  }

  private record Head(String title, String below) {}

  private VBox card(String id, Head head, List<VBox> lines, Supplier<String> words) {
    VBox card = Nodes.card(Nodes.label(head.title(), "strong"), Nodes.label(head.below(), "muted"));
    card.setId(id);
    lines.stream().limit(SHOWN).forEach(card.getChildren()::add);
    if (lines.size() > SHOWN) {
      Button more =
          Nodes.button(
              here.t("erased.all", lines.size()),
              "",
              () -> here.dialogs().tell(head.title(), words.get()));
      more.setId(id + "-all");
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
