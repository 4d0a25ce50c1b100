package org.sala.ui.roster;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.route.Signature;
import org.sala.ui.work.Work;

/**
 * A second officer says yes or no with a reason and the own key, here and now, and is gone again.
 * What was not taken loses nothing of what was typed.
 */
public final class SecondForm {
  private final Here here;
  private final Work.Line line;
  private final String ids;

  /**
   * @param ids how the ids of its controls begin
   */
  public SecondForm(Here here, Work.Line line, String ids) {
    this.here = here;
    this.line = line;
    this.ids = ids;
  }

  /** What came of a signature. */
  public sealed interface Came {
    record Done() implements Came {}

    record WrongPassphrase() implements Came {}

    /**
     * It was not taken.
     *
     * @param why the key of the words that say so
     */
    record Refused(String why) implements Came {}
  }

  /** Signs, off the FX thread. */
  public interface Act {
    Came sign(boolean agrees, String reason, String handle, char[] passphrase);
  }

  /** What can be said. */
  public enum Sayable {
    YES_OR_NO,
    /** The other answer takes one officer and is given elsewhere. */
    ONLY_YES,
    /** What it rests on cannot be read here. */
    ONLY_NO;

    private List<String> codes() {
      return switch (this) {
        case YES_OR_NO -> List.of("", "yes", "no");
        case ONLY_YES -> List.of("", "yes");
        case ONLY_NO -> List.of("", "no");
      };
    }
  }

  private record Asked(
      String title, Node form, Choice agrees, TextArea reason, Signature signature) {}

  /**
   * Asks below what is shown.
   *
   * @param shown what has to be read first
   * @param then once it was signed
   */
  public void ask(String title, Form shown, Sayable sayable, Act act, Runnable then) {
    Choice agrees =
        shown.add(
            here.t("today.confirm.agree"),
            new Choice(sayable.codes(), c -> here.t(c.isEmpty() ? "none" : c)));
    agrees.setId(ids + "-agrees");
    TextArea reason = shown.add(here.t("reason"), new TextArea());
    reason.setId(ids + "-reason");
    reason.setPrefRowCount(2);
    reason.setWrapText(true);
    Signature signature = new Signature(here, ids);
    signature.addTo(shown);
    ask(new Asked(title, ControlFields.unkept(shown), agrees, reason, signature), act, then);
  }

  private void ask(Asked a, Act act, Runnable then) {
    here.dialogs()
        .ask(
            a.title(),
            a.form(),
            here.t("today.confirm.sign"),
            () -> {
              if (a.agrees().getValue().isEmpty()) {
                here.dialogs().notice(here.t("agree.needed"));
                return false;
              }
              if (a.reason().getText().isBlank()) {
                here.dialogs().notice(here.t("reason.needed"));
                return false;
              }
              boolean yes = a.agrees().getValue().equals("yes");
              String why = a.reason().getText();
              Optional<Signature.Typed> typed = a.signature().typed();
              typed.ifPresent(
                  t ->
                      line.act(
                          () -> t.use((who, secret) -> act.sign(yes, why, who, secret)),
                          came -> said(came, a, act, then)));
              return typed.isPresent();
            });
  }

  private void said(Came came, Asked a, Act act, Runnable then) {
    switch (came) {
      case Came.Done d -> {
        here.dialogs().notice(here.t("today.confirm.done"));
        then.run();
      }
      case Came.WrongPassphrase w -> a.signature().wrong(() -> ask(a, act, then));
      case Came.Refused r -> a.signature().refused(here.t(r.why()), () -> ask(a, act, then));
    }
  }
}
