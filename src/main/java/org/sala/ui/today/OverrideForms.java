package org.sala.ui.today;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.consent.Overrides;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.NumberWords;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.route.Signature;
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
    form.show(here.t("people.number"), NumberWords.of(p, here.texts()));
    k.waiting().forEach(w -> form.show(here.t("override.what"), one(w)));
    TextField remark = form.add(here.t("override.remark"), new TextField());
    remark.setId("override-remark");
    Signature signature = new Signature(here, "override");
    if (!k.supervising()) {
      signature.addTo(form);
    }
    String below = here.t(k.supervising() ? "override.read" : "override.second");
    VBox content = ControlFields.unkept(new VBox(10, Nodes.label(below, "muted"), form));
    ask(new Asked(p, k.supervising(), content, remark, signature));
  }

  private record Asked(
      People.PersonLine person,
      boolean supervising,
      VBox content,
      TextField remark,
      Signature signature) {}

  private void ask(Asked a) {
    RecordId person = a.person().id();
    here.dialogs()
        .ask(
            person + "override",
            here.t("override.title"),
            a.content(),
            here.t("override.sign"),
            () -> {
              String words = a.remark().getText();
              if (a.supervising()) {
                line.act(() -> overrides.sign(person, words), signed -> said(signed, a));
                return true;
              }
              Optional<Signature.Typed> typed = a.signature().typed();
              typed.ifPresent(
                  t ->
                      line.act(
                          () -> t.use((who, secret) -> overrides.sign(person, words, who, secret)),
                          signed -> said(signed, a)));
              return typed.isPresent();
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

  /** What was not taken loses nothing of what was typed. */
  private void said(Overrides.Signed signed, Asked a) {
    switch (signed) {
      case DONE -> here.dialogs().notice(here.t("override.done"));
      case WRONG_PASSPHRASE -> a.signature().wrong(() -> ask(a));
      case NO_SUPERVISOR -> refused("fault.NOT_A_SUPERVISOR", a);
      case OWN_DECISION -> refused("override.own", a);
    }
  }

  /**
   * Tells why a signature is refused; another officer can sign in the same place, but not where one
   * supervises at this desk.
   */
  private void refused(String why, Asked a) {
    if (a.supervising()) {
      here.dialogs().notice(here.t(why));
    } else {
      a.signature().refused(here.t(why), () -> ask(a));
    }
  }
}
