package org.sala.ui.roster;

import java.util.stream.Collectors;
import org.sala.casework.people.People;
import org.sala.casework.screening.Findings;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.work.Work;

/**
 * A second officer signs for a finding that takes protection away: at the review of the screening
 * that it rests on, and nowhere else, for nobody signs what was not read.
 */
public final class SecondFinding {
  private final Findings findings;
  private final Here here;
  private final Work.Line line;

  public SecondFinding(Findings findings, Here here, Work.Line line) {
    this.findings = findings;
    this.here = here;
    this.line = line;
  }

  /** Leads to what the finding of a person rests on; nothing where none waits any more. */
  public void read(People.PersonLine person) {
    line.ask(
        () -> findings.firstWord(person.id()),
        first -> first.ifPresent(word -> read(person, word)));
  }

  private void read(People.PersonLine person, Findings.FirstWord first) {
    first
        .screening()
        .ifPresentOrElse(
            s -> here.navigator().go(new Place.Review(s, true)),
            () -> sign(person, first, false, () -> {}));
  }

  /** Returns who found so, and why. */
  public static String words(Findings.FirstWord first, Here here) {
    return first.byName().isEmpty()
        ? first.reason()
        : here.t("second.first.word", first.byName(), first.reason());
  }

  /** Returns the other findings on the person, one a line; empty where there are none. */
  public static String others(Findings.FirstWord first, Here here) {
    return first.others().stream()
        .map(
            o ->
                here.texts().code("finding", o.finding())
                    + ": "
                    + (o.byName().isEmpty()
                        ? o.reason()
                        : here.t("second.first.word", o.byName(), o.reason())))
        .collect(Collectors.joining("\n"));
  }

  /**
   * Asks for the signature.
   *
   * @param read whether all that it rests on was shown; it can only be declined otherwise
   * @param then once it was signed
   */
  public void sign(
      People.PersonLine person, Findings.FirstWord first, boolean read, Runnable then) {
    Form form = new Form();
    form.show(here.t("people.number"), NumberWords.of(person, here.texts()));
    form.show(here.t("person.finding"), here.texts().code("finding", first.finding()));
    form.show(here.t("second.first"), words(first, here));
    if (!first.others().isEmpty()) {
      form.show(here.t("second.others"), others(first, here));
    }
    form.show("", Nodes.label(here.t(read ? "second.takes" : "second.unread"), "warning", "small"));
    new SecondForm(here, line, "confirm")
        .ask(
            here.t("today.confirm.title"),
            form,
            read ? SecondForm.Sayable.YES_OR_NO : SecondForm.Sayable.ONLY_NO,
            (agrees, reason, who, secret) ->
                came(findings.confirm(first.id(), agrees, reason, who, secret)),
            then);
  }

  private static SecondForm.Came came(Findings.Confirmed confirmed) {
    return switch (confirmed) {
      case DONE -> new SecondForm.Came.Done();
      case WRONG_PASSPHRASE -> new SecondForm.Came.WrongPassphrase();
      case SAME_OFFICER -> new SecondForm.Came.Refused("fault.SAME_OFFICER");
      case NOT_CERTIFIED -> new SecondForm.Came.Refused("second.uncertified");
    };
  }
}
