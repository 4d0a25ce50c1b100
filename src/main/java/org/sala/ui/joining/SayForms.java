package org.sala.ui.joining;

import java.util.Arrays;
import java.util.function.Supplier;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.joining.Candidate;
import org.sala.casework.joining.Disagreements;
import org.sala.casework.joining.SamePeople;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.route.KeyboardHints;
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

  /** They are two people; what was said before does not hold any more. */
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
            () -> {
              String why = reason.getText();
              if (why.isBlank()) {
                here.dialogs().notice(here.t("reason.needed"));
                return false;
              }
              line.act(
                  () -> {
                    says.because(why);
                    return true;
                  },
                  said -> done.run());
              return true;
            });
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
    Form form = new Form();
    form.show(here.t("same.both"), words(b));
    TextArea reason = reason(form);
    TextField handle = form.add(here.t("door.handle"), new TextField());
    handle.setId("same-handle");
    PasswordField phrase = form.add(here.t("door.passphrase"), new PasswordField());
    phrase.setId("same-passphrase");
    form.show("", new KeyboardHints(here.texts(), phrase).node());
    here.dialogs()
        .ask(
            here.t(title),
            ControlFields.unkept(new VBox(10, Nodes.label(here.t("same.two"), "muted"), form)),
            here.t("today.confirm.sign"),
            () -> {
              String why = reason.getText();
              if (why.isBlank()) {
                here.dialogs().notice(here.t("reason.needed"));
                return false;
              }
              String who = handle.getText();
              char[] secret = phrase.getText().toCharArray();
              phrase.clear();
              sign(
                  () ->
                      samePeople.byTwo(
                          b.pair().one().id(), b.pair().other().id(), different, why, who, secret),
                  secret);
              return true;
            });
  }

  private void sign(Supplier<Disagreements.Decided> signed, char[] secret) {
    line.act(
        () -> {
          try {
            return signed.get();
          } finally {
            Arrays.fill(secret, '\0');
          }
        },
        decided -> {
          switch (decided) {
            case DONE -> done.run();
            case WRONG_PASSPHRASE -> here.dialogs().notice(here.t("door.wrong"));
            case SAME_OFFICER -> here.dialogs().notice(here.t("deciding.same"));
            case NOT_CERTIFIED -> here.dialogs().notice(here.t("decide.uncertified"));
          }
        });
  }
}
