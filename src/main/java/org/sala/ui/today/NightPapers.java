package org.sala.ui.today;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.VBox;
import org.sala.casework.paper.Exports;
import org.sala.casework.paper.FormPapers;
import org.sala.casework.paper.Papers;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.paper.Saving;
import org.sala.ui.route.Here;

/** What is printed of a night: blank triage sheets with their numbers, the list, empty forms. */
final class NightPapers {
  private static final String SHEETS = "sheets";
  private static final String LIST = "list";
  private static final String FORM = "form";
  private static final String TABLE = "table";
  private static final String HTCDS = "htcds";

  private final Here here;
  private final Papers papers;
  private final FormPapers forms;
  private final Exports exports;
  private final Choice what;
  private final Choice language;
  private final List<FormPapers.Empty> empties;
  private final Choice catalogue;
  private final Spinner<Integer> many = new Spinner<>(1, Papers.MOST_SHEETS, 40);
  private final CheckBox names;

  /**
   * @param empties the forms that there are, read on the lane
   */
  NightPapers(
      Here here, Papers papers, FormPapers forms, List<FormPapers.Empty> empties, Exports exports) {
    this.here = here;
    this.papers = papers;
    this.forms = forms;
    this.exports = exports;
    what = new Choice(List.of(SHEETS, LIST, FORM, TABLE, HTCDS), c -> here.t("paper.what." + c));
    what.setId("paper-what");
    List<String> languages = new ArrayList<>(List.of(""));
    languages.addAll(Papers.sheetLanguages());
    language =
        new Choice(
            languages,
            c -> c.isEmpty() ? here.t("paper.sheets.english") : here.texts().code("lang", c));
    if (languages.contains(here.texts().language())) {
      language.setValue(here.texts().language());
    }
    language.setId("paper-language");
    this.empties = List.copyOf(empties);
    catalogue =
        new Choice(
            IntStream.range(0, empties.size()).mapToObj(Integer::toString).toList(),
            i -> title(empties.get(Integer.parseInt(i))));
    catalogue.setId("paper-form");
    many.setEditable(true);
    many.setId("paper-many");
    // What is typed counts without Enter; what is no number leaves the last one.
    many.getEditor()
        .textProperty()
        .addListener((o, was, is) -> typed(is).ifPresent(many.getValueFactory()::setValue));
    names = new CheckBox(here.t("paper.night.names"));
    names.setWrapText(true);
    names.setId("paper-names");
  }

  void ask() {
    Form top = new Form();
    top.add(here.t("paper.what"), what);
    Form count = new Form();
    count.add(here.t("paper.sheets.many"), many);
    Form which = new Form();
    which.add(here.t("paper.form.which"), catalogue);
    Form beside = new Form();
    beside.add(here.t("paper.sheets.language"), language);
    Form.align(top, count, which, beside);
    shownFor(count, SHEETS);
    shownFor(which, FORM);
    shownFor(names, LIST);
    var asked =
        Bindings.equal(what.valueProperty(), SHEETS).or(Bindings.equal(what.valueProperty(), FORM));
    beside.visibleProperty().bind(asked);
    beside.managedProperty().bind(asked);
    Label few = Nodes.label(here.t("paper.table.few", Exports.FEW), "muted");
    Label who = Nodes.label(here.t("paper.htcds.who"), "muted");
    shownFor(few, TABLE);
    shownFor(who, HTCDS);
    Saving.ask(
        here,
        here.t("paper.print"),
        new VBox(10, top, which, count, beside, names, few, who),
        () ->
            switch (what.getValue()) {
              case LIST -> "night-list.pdf";
              case FORM -> chosenForm().id().replaceAll("[^A-Za-z0-9_-]", "-") + ".pdf";
              case TABLE -> "statistics.csv";
              case HTCDS -> "htcds.csv";
              default -> "triage-sheets.pdf";
            },
        this::chosen);
  }

  private String title(FormPapers.Empty form) {
    return form.digest().isEmpty() ? here.texts().code("catalogue", form.id()) : form.title();
  }

  private FormPapers.Empty chosenForm() {
    return empties.get(Integer.parseInt(catalogue.getValue()));
  }

  private void shownFor(Node node, String code) {
    var chosen = Bindings.equal(what.valueProperty(), code);
    node.visibleProperty().bind(chosen);
    node.managedProperty().bind(chosen);
  }

  private Saving.Job chosen() {
    int sheets = many.getValue();
    String beside = language.getValue();
    FormPapers.Empty form = chosenForm();
    boolean named = names.isSelected();
    return switch (what.getValue()) {
      case LIST -> (to, progress) -> papers.nightList(named, here.texts(), to, progress);
      case TABLE -> (to, progress) -> exports.statistics(here.texts(), to).printed();
      case HTCDS -> (to, progress) -> exports.htcds(to, progress).printed();
      case FORM -> (to, progress) -> forms.empty(form, beside, here.texts(), to, progress);
      default -> (to, progress) -> papers.triageSheets(sheets, beside, here.texts(), to, progress);
    };
  }

  private static Optional<Integer> typed(String words) {
    return Optional.of(words.strip())
        .filter(w -> w.matches("[0-9]{1,3}"))
        .map(Integer::valueOf)
        .filter(n -> n >= 1 && n <= Papers.MOST_SHEETS);
  }
}
