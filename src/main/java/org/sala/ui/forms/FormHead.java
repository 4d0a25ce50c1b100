package org.sala.ui.forms;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.layout.HBox;
import org.sala.casework.forms.FormPage;
import org.sala.casework.packages.register.RecordStates;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.FormTable;
import org.sala.ui.route.Here;
import org.sala.ui.transit.StateBadge;

/** Shows whose form it is and which, the language of its questions, and the way out. */
final class FormHead {
  private FormHead() {}

  /**
   * Makes the head.
   *
   * @param way how far it is on its way to headquarters; told once it is closed
   * @param speak shows the questions in another language
   */
  static HBox of(
      FormPage p,
      Optional<RecordStates.Way> way,
      Here here,
      Consumer<String> speak,
      Runnable leave) {
    HBox head =
        Nodes.header(
            p.person().wristband(),
            FormTable.title(p.line(), here),
            p.protectedAnswers() ? here.t("forms.protected") : "");
    if (p.languages().size() > 1 && !p.line().closed()) {
      List<String> languages =
          p.languages().contains(p.language())
              ? p.languages()
              : Stream.concat(Stream.of(p.language()), p.languages().stream()).toList();
      Choice language = new Choice(languages, c -> here.texts().code("lang", c));
      language.setId("form-language");
      language.setAccessibleText(here.t("screening.language"));
      language.setValue(p.language());
      language.valueProperty().addListener((o, was, is) -> speak.accept(is));
      head.getChildren().add(language);
    }
    way.filter(w -> p.line().closed())
        .ifPresent(w -> head.getChildren().add(StateBadge.of(w, here)));
    var aside = Nodes.button(here.t(p.line().closed() ? "back" : "forms.leave"), "F9", leave);
    aside.setId("leave-form");
    head.getChildren().add(aside);
    return head;
  }
}
