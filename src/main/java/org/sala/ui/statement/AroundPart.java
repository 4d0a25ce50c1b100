package org.sala.ui.statement;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.sala.casework.people.Cases;
import org.sala.casework.screening.Statements;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.FactSource;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.text.FieldWords;

/** Around the words: where and with whom, what was read back and signed, what adds to it. */
final class AroundPart {
  private final Statements.Page page;
  private final Here here;
  private final Node node;

  AroundPart(Statements.Page page, Here here, Runnable edit) {
    this.page = page;
    this.here = here;
    VBox all = new VBox(14, setting(edit), steps());
    if (page.first().isPresent() || !page.additions().isEmpty()) {
      all.getChildren().add(links());
    }
    node = Nodes.side(all, 300);
  }

  Node node() {
    return node;
  }

  private VBox setting(Runnable edit) {
    Form form = new Form();
    form.show(here.t("statement.began"), page.line().began().map(here.texts()::date).orElse(""));
    form.show(here.t("people.language"), shown("language"));
    form.show(here.t("consent.interpreter"), shown("interpreter"));
    form.show(here.t("screening.present"), shown("present"));
    form.show(here.t("cases.place"), shown("place"));
    for (String key : FactSource.KEYS) {
      if (page.fields().containsKey(key)) {
        form.show(here.t("person." + key), shown(key));
      }
    }
    form.show(here.t("statement.officer"), or(page.line().officer()));
    VBox card = Nodes.card(Nodes.label(here.t("statement.setting"), "strong"), form);
    if (page.line().state() != Statements.State.CLOSED) {
      card.getChildren().add(Nodes.row(Nodes.button(here.t("edit"), "Ctrl E", edit)));
    }
    return card;
  }

  /** Returns a field as it stands; every value of it where two laptops wrote it differently. */
  private String shown(String key) {
    Cases.Shown shown = page.fields().get(key);
    return shown == null ? here.t("none") : FieldWords.value(shown, here.texts());
  }

  private String or(String text) {
    return text.isEmpty() ? here.t("none") : text;
  }

  /** The steps to a closed statement, and which of them are done. */
  private VBox steps() {
    VBox card = Nodes.card(Nodes.label(here.t("statement.steps"), "strong"));
    card.getChildren()
        .add(
            Nodes.label(
                page.readBack()
                    .map(
                        at ->
                            "✓ "
                                + here.t(
                                    "statement.readback.done",
                                    here.texts().date(at),
                                    or(page.text("readBackBy"))))
                    .orElseGet(() -> here.t("statement.readback.open"))));
    card.getChildren()
        .add(
            Nodes.label(
                page.closed()
                    .map(
                        at ->
                            "✓ "
                                + here.t(
                                    "statement.closed.done",
                                    here.texts().date(at),
                                    page.closedBy().isEmpty()
                                        ? here.t("history.other")
                                        : page.closedBy(),
                                    here.texts().code("signature", page.signature())))
                    .orElseGet(() -> here.t("statement.closed.open"))));
    return card;
  }

  private VBox links() {
    VBox card = Nodes.card(Nodes.label(here.t("statement.links"), "strong"));
    page.first()
        .ifPresent(
            first ->
                card.getChildren()
                    .add(
                        Nodes.button(
                            here.t(
                                "statement.addsto",
                                first.number(),
                                first.began().map(here.texts()::date).orElse("")),
                            "",
                            () -> here.navigator().go(new Place.OneStatement(first.id())),
                            "plain")));
    for (Statements.Line l : page.additions()) {
      card.getChildren()
          .add(
              Nodes.button(
                  here.t(
                      "statement.addition.one",
                      l.number(),
                      l.began().map(here.texts()::date).orElse("")),
                  "",
                  () -> here.navigator().go(new Place.OneStatement(l.id())),
                  "plain"));
    }
    return card;
  }
}
