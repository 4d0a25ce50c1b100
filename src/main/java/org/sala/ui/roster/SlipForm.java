package org.sala.ui.roster;

import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.protection.Referral;
import org.sala.casework.protection.Referrals;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** A return slip came back: what the service answered is written down by the slip's number. */
public final class SlipForm {
  private SlipForm() {}

  public static void ask(Here here, Work.Line line, Referrals referrals) {
    Form form = new Form();
    TextField number = form.add(here.t("slip.number"), new TextField());
    number.setId("slip-number");
    number.setPromptText("ACD-347");
    Choice answer =
        form.add(
            here.t("slip.answer"),
            Choice.asked(
                List.of(
                    Referral.State.ACCEPTED.name(),
                    Referral.State.REJECTED.name(),
                    Referral.State.DONE.name()),
                c -> here.texts().code("referralState", c),
                here.t("none")));
    answer.setId("slip-answer");
    TextField why = form.add(here.t("slip.why"), new TextField());
    why.setId("slip-why");
    here.dialogs()
        .ask(
            here.t("slip.title"),
            new VBox(10, Nodes.label(here.t("slip.below"), "muted"), form),
            here.t("save"),
            () -> {
              if (answer.isEmpty()) {
                here.dialogs().notice(here.t("slip.answer.needed"));
                return false;
              }
              Referral.State to = Referral.State.valueOf(answer.getValue());
              if (number.getText().isBlank() || to.saysWhy() && why.getText().isBlank()) {
                here.dialogs().notice(here.t("slip.needed"));
                return false;
              }
              String typed = number.getText();
              String reason = why.getText();
              line.act(
                  () -> {
                    boolean known = referrals.bySlip(typed).isPresent();
                    referrals.bySlip(typed).ifPresent(r -> referrals.step(r.id(), to, reason));
                    return known;
                  },
                  known -> here.dialogs().notice(here.t(known ? "slip.written" : "slip.unknown")));
              return true;
            });
  }
}
