package org.sala.ui.today;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Spinner;
import javafx.scene.layout.VBox;
import org.sala.casework.Papers;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.paper.Saving;
import org.sala.ui.route.Here;

/** What is printed of a night: blank triage sheets with their numbers, and the list. */
final class NightPapers {
  private static final String SHEETS = "sheets";
  private static final String LIST = "list";

  private NightPapers() {}

  static void ask(Here here, Papers papers) {
    Choice what = new Choice(List.of(SHEETS, LIST), c -> here.t("paper.what." + c));
    what.setId("paper-what");
    List<String> languages = new ArrayList<>(List.of(""));
    languages.addAll(Papers.sheetLanguages());
    Choice language =
        new Choice(
            languages,
            c -> c.isEmpty() ? here.t("paper.sheets.english") : here.texts().code("lang", c));
    if (languages.contains(here.texts().language())) {
      language.setValue(here.texts().language());
    }
    language.setId("paper-language");
    Spinner<Integer> many = new Spinner<>(1, Papers.MOST_SHEETS, 40);
    many.setEditable(true);
    many.setId("paper-many");
    // What is typed counts without Enter; what is no number leaves the last one.
    many.getEditor()
        .textProperty()
        .addListener((o, was, is) -> typed(is).ifPresent(many.getValueFactory()::setValue));
    CheckBox names = new CheckBox(here.t("paper.night.names"));
    names.setId("paper-names");

    Form top = new Form();
    top.add(here.t("paper.what"), what);
    Form sheets = new Form();
    sheets.add(here.t("paper.sheets.many"), many);
    sheets.add(here.t("paper.sheets.language"), language);
    var isList = Bindings.equal(what.valueProperty(), LIST);
    sheets.visibleProperty().bind(isList.not());
    sheets.managedProperty().bind(isList.not());
    names.visibleProperty().bind(isList);
    names.managedProperty().bind(isList);
    Saving.ask(
        here,
        here.t("paper.print"),
        new VBox(10, top, sheets, names),
        () -> what.getValue().equals(LIST) ? "night-list.pdf" : "triage-sheets.pdf",
        () -> {
          int sheetCount = many.getValue();
          String chosen = language.getValue();
          boolean named = names.isSelected();
          return what.getValue().equals(LIST)
              ? (to, progress) -> papers.nightList(named, here.texts(), to, progress)
              : (to, progress) ->
                  papers.triageSheets(sheetCount, chosen, here.texts(), to, progress);
        });
  }

  private static Optional<Integer> typed(String words) {
    return Optional.of(words.strip())
        .filter(w -> w.matches("[0-9]{1,3}"))
        .map(Integer::valueOf)
        .filter(n -> n >= 1 && n <= Papers.MOST_SHEETS);
  }
}
