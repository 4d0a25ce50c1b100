package org.sala.ui.forms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.forms.FormPage;
import org.sala.form.Answer;
import org.sala.form.Problem;
import org.sala.form.Question;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.text.FieldWords;

/** All answers to be read back: at the end, and once the form is closed. */
final class SummaryPart {
  /** Where the buttons lead. */
  record Ways(Consumer<String> go, Runnable back, Runnable close, Runnable print) {}

  private final FormPage page;
  private final Here here;
  private final VBox node;

  SummaryPart(FormPage page, Here here, Ways ways) {
    this.page = page;
    this.here = here;
    VBox inside = new VBox(12);
    inside.setPadding(new javafx.geometry.Insets(8, 18, 8, 18));
    boolean closed = page.line().closed();
    if (!page.runs()) {
      inside.getChildren().add(Nodes.label(here.t("forms.notrun"), "warning-text"));
    } else if (page.keptBack()) {
      inside.getChildren().add(Nodes.label(here.t("forms.keptback"), "warning-text"));
    }
    if (!closed && page.runs()) {
      inside.getChildren().add(Nodes.label(here.t("forms.end"), "question"));
      page.problems().forEach(p -> inside.getChildren().add(problem(p, ways)));
    }
    FieldWords.differing(page.differing(), here.texts()).ifPresent(inside.getChildren()::add);
    asked(inside);
    answers(inside);
    ScrollPane scroll = Nodes.side(inside, 500);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    node = Nodes.card(scroll);
    Node print = Nodes.button(here.t("paper.print"), "Ctrl P", ways.print());
    print.setId("print-form");
    HBox acts = Nodes.row(print);
    if (!closed && page.runs()) {
      Node close = Nodes.button(here.t("forms.close"), "Ctrl Enter", ways.close(), "primary");
      close.setDisable(!page.problems().isEmpty());
      close.setId("close-form");
      acts.getChildren().addFirst(Nodes.button(here.t("back"), "Alt ←", ways.back()));
      acts.getChildren().addAll(Nodes.spring(), close);
    }
    node.getChildren().add(acts);
  }

  /** In which language it was asked: a wording that nobody has reviewed was not what was asked. */
  private void asked(VBox inside) {
    if (page.language().isEmpty()) {
      return;
    }
    String language = here.texts().code("lang", page.language());
    String words =
        page.reviewed().contains(page.language()) || page.interpreter().isEmpty()
            ? here.t("forms.asked", language)
            : here.t("forms.asked.through", page.interpreter(), language);
    inside.getChildren().add(Nodes.label(words, "muted", "small"));
  }

  Node node() {
    return node;
  }

  private Node problem(Problem p, Ways ways) {
    Optional<Question> asked = asked(p.path());
    String words = asked.map(q -> q.text().in(here.texts().language())).orElse(p.path());
    String why = p.message().in(here.texts().language());
    return new VBox(
        2,
        Nodes.row(
            Nodes.label(words, "strong"),
            Nodes.spring(),
            Nodes.button(here.t("forms.goto"), "", () -> ways.go().accept(p.path()), "plain")),
        Nodes.label(why.isEmpty() ? here.texts().code("problem", p.kind().name()) : why, "danger"));
  }

  private Optional<Question> asked(String path) {
    return page.questions().stream().filter(q -> q.path().equals(path)).findFirst();
  }

  /** In the form's order; then what no longer counts, or what no form is here for. */
  private void answers(VBox inside) {
    Set<String> told = new LinkedHashSet<>();
    for (Question q : page.questions()) {
      boolean said =
          page.at(q.path()).isPresent()
              && !(q instanceof Question.OnceMore)
              && !(q instanceof Question.Invitation);
      if (said) {
        inside.getChildren().add(answer(q.text().in(here.texts().language()), q.path()));
      }
      told.add(q.path());
    }
    page.irrelevant()
        .forEach(
            (path, text) -> {
              told.add(path);
              VBox grey = answer(text.in(here.texts().language()), path);
              grey.getStyleClass().add("irrelevant");
              grey.getChildren()
                  .addFirst(Nodes.label(here.t("forms.irrelevant"), "small", "muted"));
              inside.getChildren().add(grey);
            });
    page.answers()
        .forEach(
            (path, all) -> {
              if (!told.contains(path) && !(all.getFirst() instanceof Answer.Times)) {
                inside.getChildren().add(answer(path, path));
              }
            });
  }

  private VBox answer(String words, String path) {
    VBox box = new VBox(1, Nodes.label(words, "muted"));
    page.answers()
        .getOrDefault(path, List.of())
        .forEach(a -> box.getChildren().add(Nodes.label(AnswerWords.of(a, asked(path), here))));
    if (page.disputed(path)) {
      box.getChildren().add(Nodes.label(here.t("disputed"), "warning-text", "small"));
    }
    return box;
  }
}
