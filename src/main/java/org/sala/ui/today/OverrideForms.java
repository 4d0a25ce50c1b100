package org.sala.ui.today;

import java.util.Arrays;
import java.util.List;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.consent.Overrides;
import org.sala.casework.people.People;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.route.KeyboardHints;
import org.sala.ui.work.Work;

/** A supervisor reads what was decided without a yes, and signs that it is known. */
final class OverrideForms {
  private final Overrides overrides;
  private final Here here;
  private final Work.Line line;

  private record Known(List<Overrides.Waiting> waiting, boolean supervising) {}

  OverrideForms(Overrides overrides, Here here, Work.Line line) {
    this.overrides = overrides;
    this.here = here;
    this.line = line;
  }

  void ask(People.PersonLine p) {
    line.act(() -> new Known(overrides.waiting(p.id()), overrides.supervising()), k -> ask(p, k));
  }

  private void ask(People.PersonLine p, Known k) {
    Form form = new Form();
    form.show(here.t("people.number"), p.wristband());
    k.waiting().forEach(w -> form.show(here.t("override.what"), one(w)));
    TextField remark = form.add(here.t("override.remark"), new TextField());
    remark.setId("override-remark");
    TextField handle = new TextField();
    PasswordField phrase = new PasswordField();
    if (!k.supervising()) {
      form.add(here.t("door.handle"), handle).setId("override-handle");
      form.add(here.t("door.passphrase"), phrase).setId("override-phrase");
      form.show("", new KeyboardHints(here.texts(), phrase).node());
    }
    String below = here.t(k.supervising() ? "override.read" : "override.second");
    here.dialogs()
        .ask(
            p.id() + "override",
            here.t("override.title"),
            ControlFields.unkept(new VBox(10, Nodes.label(below, "muted"), form)),
            here.t("override.sign"),
            () -> {
              String words = remark.getText();
              if (k.supervising()) {
                line.act(() -> overrides.sign(p.id(), words), this::said);
                return true;
              }
              String who = handle.getText();
              char[] secret = phrase.getText().toCharArray();
              phrase.clear();
              line.act(
                  () -> {
                    try {
                      return overrides.sign(p.id(), words, who, secret);
                    } finally {
                      Arrays.fill(secret, '\0');
                    }
                  },
                  this::said);
              return true;
            });
  }

  private VBox one(Overrides.Waiting w) {
    VBox box =
        new VBox(
            2,
            Nodes.label(
                here.t(
                    "consent.about",
                    here.texts().code("consentFor", w.purpose()),
                    here.texts().code("consentTo", w.recipient()))),
            Nodes.label(here.texts().code("consent", w.why().name()), "strong"));
    if (!w.words().isEmpty()) {
      box.getChildren().add(Nodes.label(w.words()));
    }
    String by = w.by().isEmpty() ? here.t("history.other") : w.by();
    box.getChildren()
        .add(
            Nodes.label(
                w.at().map(at -> by + " · " + here.texts().date(at)).orElse(by), "muted", "small"));
    return box;
  }

  private void said(Overrides.Signed signed) {
    here.dialogs()
        .notice(
            switch (signed) {
              case DONE -> here.t("override.done");
              case WRONG_PASSPHRASE -> here.t("door.wrong");
              case NO_SUPERVISOR -> here.t("fault.NOT_A_SUPERVISOR");
              case OWN_DECISION -> here.t("override.own");
            });
  }
}
