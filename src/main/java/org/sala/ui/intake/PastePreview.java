package org.sala.ui.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.layout.VBox;
import org.sala.domain.PartialDate;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.PersonForm;
import org.sala.ui.route.Here;
import org.sala.ui.text.BirthWords;

/** Shows what would come of pasted rows, and what is wrong with each, before anything is made. */
final class PastePreview {
  private static final List<String> SEXES = List.of("", "female", "male", "other");

  private PastePreview() {}

  /** The code that a cell means: itself, or its word in any language that screens speak. */
  static Optional<String> code(String family, String cell, Here here) {
    List<String> codes = family.equals("sex") ? SEXES : PersonForm.LANGUAGES;
    return codes.stream()
        .filter(
            c ->
                c.equals(cell.toLowerCase(Locale.ROOT))
                    || !c.isEmpty() && here.texts().says(family, c, cell))
        .findFirst();
  }

  /**
   * Asks whether the rows may go into the grid.
   *
   * @param then hears of those without a flaw
   */
  static void ask(
      Pasted pasted,
      Function<String, PartialDate> birth,
      Here here,
      Consumer<List<Pasted.Line>> then) {
    List<Pasted.Line> good = pasted.lines().stream().filter(l -> l.flaw().isEmpty()).toList();
    VBox rows = new VBox(4);
    rows.setId("paste-preview");
    rows.getChildren()
        .add(
            Nodes.label(
                here.t("intake.paste.below", good.size(), pasted.lines().size() - good.size()),
                "muted"));
    if (pasted.cut()) {
      rows.getChildren().add(Nodes.label(here.t("intake.paste.cut", Pasted.MOST), "danger"));
    }
    for (Pasted.Line l : pasted.lines()) {
      String words = here.t("intake.paste.row", l.at(), words(l, birth, here));
      rows.getChildren()
          .add(
              l.flaw().isEmpty()
                  ? Nodes.label(words)
                  : Nodes.label(
                      here.t(
                          "intake.paste.flawed",
                          words,
                          here.texts().code("pasteFlaw", l.flaw().get().name())),
                      "danger"));
    }
    here.dialogs()
        .ask(
            here.t("intake.paste.title"),
            rows,
            here.t("intake.paste.verb", good.size()),
            () -> {
              if (good.isEmpty()) {
                here.dialogs().notice(here.t("intake.paste.none"));
                return false;
              }
              then.accept(good);
              return true;
            });
  }

  private static String words(Pasted.Line l, Function<String, PartialDate> birth, Here here) {
    List<String> words = new ArrayList<>();
    words.add(l.number());
    words.add(l.name());
    words.add(l.language().isEmpty() ? "" : here.texts().code("lang", l.language()));
    words.add(l.sex().isEmpty() ? "" : here.texts().code("sex", l.sex()));
    boolean readable = !l.age().isEmpty() && l.age().length() <= Pasted.LONGEST;
    words.add(readable ? BirthWords.of(birth.apply(l.age()), here.texts()) : "");
    words.removeIf(String::isEmpty);
    return String.join(" · ", words);
  }
}
