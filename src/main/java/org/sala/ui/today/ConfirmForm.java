package org.sala.ui.today;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import org.sala.casework.people.People;
import org.sala.casework.screening.Findings;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.roster.NumberWords;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.route.Signature;
import org.sala.ui.work.Work;

/**
 * A second officer signs for a finding with the own key, here and now, and is gone again; nobody
 * signs what was not read.
 */
final class ConfirmForm {
  private final Findings findings;
  private final Here here;
  private final Work.Line line;

  ConfirmForm(Findings findings, Here here, Work.Line line) {
    this.findings = findings;
    this.here = here;
    this.line = line;
  }

  /** Asks for what waits of a person, with what the first officer wrote. */
  void ask(People.PersonLine p) {
    line.ask(() -> findings.firstWord(p.id()), first -> first.ifPresent(word -> ask(p, word)));
  }

  private void ask(People.PersonLine p, Findings.FirstWord first) {
    Form form = new Form();
    form.show(here.t("people.number"), NumberWords.of(p, here.texts()));
    form.show(here.t("person.finding"), here.texts().code("finding", p.finding()));
    form.show(
        here.t("second.first"),
        first.byName().isEmpty()
            ? first.reason()
            : here.t("second.first.word", first.byName(), first.reason()));
    Choice agrees =
        form.add(
            here.t("today.confirm.agree"),
            new Choice(List.of("", "yes", "no"), c -> here.t(c.isEmpty() ? "none" : c)));
    TextArea reason = form.add(here.t("reason"), new TextArea());
    reason.setPrefRowCount(2);
    Signature signature = new Signature(here, "confirm");
    signature.addTo(form);
    sign(new Signing(first.finding(), ControlFields.unkept(form), agrees, reason, signature));
  }

  private record Signing(
      RecordId finding, Node asked, Choice agrees, TextArea reason, Signature signature) {}

  private void sign(Signing s) {
    here.dialogs()
        .ask(
            here.t("today.confirm.title"),
            s.asked(),
            here.t("today.confirm.sign"),
            () -> {
              if (s.agrees().getValue().isEmpty()) {
                here.dialogs().notice(here.t("agree.needed"));
                return false;
              }
              if (s.reason().getText().isBlank()) {
                here.dialogs().notice(here.t("reason.needed"));
                return false;
              }
              boolean yes = s.agrees().getValue().equals("yes");
              String why = s.reason().getText();
              Optional<Signature.Typed> typed = s.signature().typed();
              typed.ifPresent(
                  t ->
                      line.act(
                          () ->
                              t.use(
                                  (who, secret) ->
                                      findings.confirm(s.finding(), yes, why, who, secret)),
                          confirmed -> said(confirmed, s)));
              return typed.isPresent();
            });
  }

  /** What was not taken loses nothing of what was typed. */
  private void said(Findings.Confirmed confirmed, Signing s) {
    switch (confirmed) {
      case DONE -> here.dialogs().notice(here.t("today.confirm.done"));
      case WRONG_PASSPHRASE -> s.signature().wrong(() -> sign(s));
      case SAME_OFFICER -> s.signature().refused(here.t("fault.SAME_OFFICER"), () -> sign(s));
      case NOT_CERTIFIED -> s.signature().refused(here.t("second.uncertified"), () -> sign(s));
    }
  }
}
