package org.sala.ui.roster;

import java.util.stream.Collectors;
import org.sala.casework.people.Ages;
import org.sala.casework.people.People;
import org.sala.domain.Value;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
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

  /** Asks for an age of a person that waits; nothing where it does not any more. */
  public void ask(People.PersonLine person, Ages.Waiting waiting) {
    line.ask(
        () -> ages.waiting(person.id()).contains(waiting),
        waits -> {
          if (waits) {
            sign(person, waiting);
          }
        });
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

  private void sign(People.PersonLine person, Ages.Waiting w) {
    Form form = new Form();
    form.show(here.t("people.number"), NumberWords.of(person, here.texts()));
    form.show(here.t("age.was"), words(w.was(), here));
    form.show(here.t("age.is"), words(w.is(), here));
    form.show(here.t("second.first"), firstWord(w, here));
    if (!w.beside().isEmpty()) {
      // What is signed for is all that stands there.
      String others =
          w.beside().stream().map(v -> words(v, here)).collect(Collectors.joining("\n"));
      form.show(here.t("age.beside"), here.t("age.beside.below", others));
    }
    form.show("", Nodes.label(here.t("age.rule"), "muted"));
    new SecondForm(here, line, "age")
        .ask(
            here.t("age.title"),
            form,
            SecondForm.Sayable.YES_OR_NO,
            (agrees, reason, who, secret) -> came(ages.sign(w, agrees, reason, who, secret)),
            then);
  }

  private static SecondForm.Came came(Ages.Signed signed) {
    return switch (signed) {
      case DONE -> new SecondForm.Came.Done();
      case WRONG_PASSPHRASE -> new SecondForm.Came.WrongPassphrase();
      case SAME_OFFICER -> new SecondForm.Came.Refused("age.same");
      case NOT_CERTIFIED -> new SecondForm.Came.Refused("age.uncertified");
    };
  }
}
