package org.sala.ui.joining;

import java.util.Optional;
import javafx.scene.control.TextArea;
import org.sala.casework.joining.Candidate;
import org.sala.casework.joining.SamePeople;
import org.sala.ui.kit.Form;
import org.sala.ui.route.Here;
import org.sala.ui.route.Reason;
import org.sala.ui.work.Work;

/** Says of two records that they are one person's, or not, or that nothing is said; and why. */
final class SayForms {
  private final SamePeople samePeople;
  private final Here here;
  private final Work.Line line;
  private final Runnable done;

  SayForms(SamePeople samePeople, Here here, Work.Line line, Runnable done) {
    this.samePeople = samePeople;
    this.here = here;
    this.line = line;
    this.done = done;
  }

  void same(Candidate.Beside b) {
    ask(
        b,
        "same.yes",
        "same.yes.title",
        reason -> {
          samePeople.same(b.pair().one().id(), b.pair().other().id(), reason);
        });
  }

  /** Says that the two are two people; what was said before does not hold any more. */
  void different(Candidate.Beside b) {
    if (protects(b)) {
      second(b, "same.no.title", true);
      return;
    }
    ask(
        b,
        "same.no",
        "same.no.title",
        reason -> samePeople.different(b.pair().one().id(), b.pair().other().id(), reason));
  }

  void takeBack(Candidate.Beside b) {
    if (protects(b)) {
      second(b, "same.back.title", false);
      return;
    }
    ask(
        b,
        "same.back",
        "same.back.title",
        reason -> samePeople.takeBack(b.pair().one().id(), b.pair().other().id(), reason));
  }

  private static boolean protects(Candidate.Beside b) {
    return b.said().stream().anyMatch(Candidate.Said::protects);
  }

  private interface Says {
    void because(String reason);
  }

  private void ask(Candidate.Beside b, String verb, String title, Says says) {
    Form form = new Form();
    form.show(here.t("same.both"), words(b));
    TextArea reason = reason(form);
    here.dialogs()
        .ask(
            verb + b.pair().one().id() + b.pair().other().id(),
            here.t(title),
            form,
            here.t(verb),
            () ->
                Reason.given(
                    here,
                    reason,
                    why ->
                        line.act(
                            () -> {
                              says.because(why);
                              return true;
                            },
                            said -> done.run())));
  }

  private TextArea reason(Form form) {
    TextArea reason = form.add(here.t("reason"), new TextArea());
    reason.setId("same-reason");
    reason.setPrefRowCount(2);
    reason.setWrapText(true);
    return reason;
  }

  private String words(Candidate.Beside b) {
    return SideWords.both(b.pair().one(), b.pair().other(), here.texts());
  }

  /** A child's rules would end for one of them: a second officer signs. */
  private void second(Candidate.Beside b, String title, boolean different) {
    SecondSigns second = new SecondSigns(here, line, "same");
    second.form().show(here.t("same.both"), words(b));
    TextArea reason = reason(second.form());
    second.ask(
        here.t(title),
        here.t("same.two"),
        () -> {
          String why = reason.getText();
          if (why.isBlank()) {
            here.dialogs().notice(here.t("reason.needed"));
            return Optional.empty();
          }
          return Optional.of(
              (who, secret) ->
                  samePeople.byTwo(
                      b.pair().one().id(), b.pair().other().id(), different, why, who, secret));
        },
        done);
  }
}
