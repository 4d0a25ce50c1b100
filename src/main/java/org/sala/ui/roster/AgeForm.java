package org.sala.ui.roster;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import org.sala.casework.people.Ages;
import org.sala.casework.people.People;
import org.sala.domain.Value;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.route.Signature;
import org.sala.ui.text.FieldWords;
import org.sala.ui.work.Work;

/**
 * A second officer signs, or does not, for an adult's age that was written over a child's: both
 * ages and the first officer's words are read before the own key is opened.
 */
public final class AgeForm {
  private final Ages ages;
  private final Here here;
  private final Work.Line line;
  private final Runnable then;

  /**
   * @param then once it was signed
   */
  public AgeForm(Ages ages, Here here, Work.Line line, Runnable then) {
    this.ages = ages;
    this.here = here;
    this.line = line;
    this.then = then;
  }

  /** Asks for the age of a person that waits; nothing where none does any more. */
  public void ask(People.PersonLine person) {
    line.ask(() -> ages.waiting(person.id()), w -> w.ifPresent(one -> ask(person, one)));
  }

  /** Returns an age in words; a removed one is none. */
  public static String words(Value age, Here here) {
    return age instanceof Value.Nothing
        ? here.t("none")
        : FieldWords.value("birth", age, here.texts());
  }

  /** Returns who wrote the age that waits, and why. */
  public static String firstWord(Ages.Waiting w, Here here) {
    String by = w.byName().isEmpty() ? here.t("history.other") : w.byName();
    return w.reason().isEmpty() ? by : here.t("second.first.word", by, w.reason());
  }

  private record Signing(
      Ages.Waiting waiting, Node asked, Choice agrees, TextArea reason, Signature signature) {}

  private void ask(People.PersonLine person, Ages.Waiting w) {
    Form form = new Form();
    form.show(here.t("people.number"), NumberWords.of(person, here.texts()));
    form.show(here.t("age.was"), words(w.was(), here));
    form.show(here.t("age.is"), words(w.is(), here));
    form.show(here.t("second.first"), firstWord(w, here));
    Label rule = Nodes.label(here.t("age.rule"), "muted");
    form.show("", rule);
    Choice agrees =
        form.add(
            here.t("today.confirm.agree"),
            new Choice(List.of("", "yes", "no"), c -> here.t(c.isEmpty() ? "none" : c)));
    agrees.setId("age-agrees");
    TextArea reason = form.add(here.t("reason"), new TextArea());
    reason.setId("age-reason");
    reason.setPrefRowCount(2);
    reason.setWrapText(true);
    Signature signature = new Signature(here, "age");
    signature.addTo(form);
    sign(new Signing(w, ControlFields.unkept(form), agrees, reason, signature));
  }

  private void sign(Signing s) {
    here.dialogs()
        .ask(
            here.t("age.title"),
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
                              t.use((who, secret) -> ages.sign(s.waiting(), yes, why, who, secret)),
                          signed -> said(signed, s)));
              return typed.isPresent();
            });
  }

  /** What was not taken loses nothing of what was typed. */
  private void said(Ages.Signed signed, Signing s) {
    switch (signed) {
      case DONE -> {
        here.dialogs().notice(here.t("today.confirm.done"));
        then.run();
      }
      case WRONG_PASSPHRASE -> s.signature().wrong(() -> sign(s));
      case SAME_OFFICER -> s.signature().refused(here.t("age.same"), () -> sign(s));
      case NOT_CERTIFIED -> s.signature().refused(here.t("age.uncertified"), () -> sign(s));
    }
  }
}
