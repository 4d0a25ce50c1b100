package org.sala.ui.forms;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.forms.FreezeRequest;
import org.sala.casework.forms.Transfers;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** The facts that a bank or service needs to hold money, on one page. */
final class FreezePart {
  private final Here here;
  private final VBox node;

  FreezePart(FreezeRequest request, Here here, Runnable back, Runnable print) {
    this.here = here;
    VBox inside = new VBox(10, Nodes.label(here.t("freeze.title"), "title"));
    inside.setId("freeze-request");
    inside.setPadding(new javafx.geometry.Insets(8, 18, 8, 18));
    inside.getChildren().add(Nodes.label(here.t("freeze.ask"), "strong"));
    Form head = new Form();
    head.show(here.t("freeze.made"), here.texts().date(request.made()));
    head.show(here.t("freeze.by"), request.officer());
    if (!request.agency().isEmpty()) {
      head.show(here.t("freeze.agency"), request.agency());
    }
    if (!request.caseNumber().isEmpty()) {
      head.show(here.t("freeze.case"), request.caseNumber());
    }
    head.show(here.t("people.number"), request.person());
    inside.getChildren().add(head);
    request.transfers().forEach(t -> inside.getChildren().add(transfer(t)));
    inside.getChildren().add(Nodes.label(here.t("freeze.below"), "muted", "small"));
    ScrollPane scroll = Nodes.side(inside, 500);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Node paper = Nodes.button(here.t("paper.print"), "Ctrl P", print, "primary");
    paper.setId("print-freeze");
    node =
        Nodes.card(
            scroll, Nodes.row(Nodes.button(here.t("back"), "Esc", back), Nodes.spring(), paper));
  }

  Node node() {
    return node;
  }

  private Node transfer(Transfers.Transfer t) {
    Form form = new Form();
    form.show(
        here.t("freeze.rail"),
        t.rail().isEmpty() ? here.t("none") : here.texts().code("rail", t.rail()));
    form.show(
        here.t("freeze.at"),
        t.at().map(a -> InstantEntry.told(a, here)).orElse(here.t("freeze.unknown")));
    show(form, "freeze.amount", t.sum(here.texts()));
    show(form, "freeze.from", t.from().unnamed().told());
    show(form, "freeze.to", t.to().told());
    show(form, "freeze.reference", t.reference());
    return new VBox(4, Nodes.label(here.t("freeze.transfer", t.number()), "strong"), form);
  }

  private void show(Form form, String key, String value) {
    form.show(here.t(key), value.isBlank() ? here.t("freeze.unknown") : value);
  }
}
