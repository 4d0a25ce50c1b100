package org.sala.ui.shell;

import java.util.Arrays;
import java.util.List;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.sala.casework.Desk;
import org.sala.casework.Findings;
import org.sala.casework.People;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/**
 * Ctrl+Shift+L: a second officer steps in, signs what waits with the own key, and is gone; the
 * screen behind is as it was. Where nothing waits, the workspace is handed over: it locks.
 */
final class SecondOfficer {
  private final Desk desk;
  private final Here here;
  private final Work.Line line;
  private final Runnable lock;

  SecondOfficer(Desk desk, Here here, Runnable lock) {
    this.desk = desk;
    this.here = here;
    this.line = here.work().line();
    this.lock = lock;
  }

  void stepIn() {
    line.ask(
        () ->
            desk.people().needingAction().stream()
                .filter(p -> p.findingWaits() && !p.findingSigned())
                .toList(),
        this::show);
  }

  private void show(List<People.PersonLine> waiting) {
    if (waiting.isEmpty()) {
      here.dialogs()
          .ask(
              here.t("second.title"),
              Nodes.label(here.t("second.nothing")),
              here.t("second.handover"),
              () -> {
                lock.run();
                return true;
              });
      return;
    }
    Form form = new Form();
    Choice which =
        form.add(
            here.t("people.number"),
            new Choice(
                waiting.stream().map(p -> p.id().toString()).toList(), i -> words(waiting, i)));
    Choice agrees =
        form.add(here.t("today.confirm.agree"), new Choice(List.of("yes", "no"), here::t));
    TextArea reason = form.add(here.t("reason"), new TextArea());
    reason.setPrefRowCount(2);
    reason.setWrapText(true);
    TextField handle = form.add(here.t("door.handle"), new TextField());
    handle.setId("second-handle");
    PasswordField phrase = form.add(here.t("door.passphrase"), new PasswordField());
    phrase.setId("second-passphrase");
    here.dialogs()
        .ask(
            here.t("second.title"),
            form,
            here.t("today.confirm.sign"),
            () -> {
              if (reason.getText().isBlank()) {
                here.dialogs().notice(here.t("reason.needed"));
                return false;
              }
              char[] secret = phrase.getText().toCharArray();
              phrase.clear();
              sign(
                  RecordId.of(which.getValue()),
                  agrees.getValue().equals("yes"),
                  reason.getText(),
                  handle.getText(),
                  secret);
              return true;
            });
  }

  private String words(List<People.PersonLine> waiting, String id) {
    return waiting.stream()
        .filter(p -> p.id().toString().equals(id))
        .map(p -> p.wristband() + " · " + here.texts().code("finding", p.finding()))
        .findFirst()
        .orElse("");
  }

  private void sign(RecordId person, boolean yes, String reason, String handle, char[] secret) {
    line.act(
        () -> {
          try {
            RecordId finding = desk.findings().waiting(person).orElseThrow();
            return desk.findings().confirm(finding, yes, reason, handle, secret);
          } finally {
            Arrays.fill(secret, '\0');
          }
        },
        this::said);
  }

  private void said(Findings.Confirmed confirmed) {
    here.dialogs()
        .notice(
            switch (confirmed) {
              case DONE -> here.t("today.confirm.done");
              case WRONG_PASSPHRASE -> here.t("door.wrong");
              case SAME_OFFICER -> here.t("fault.SAME_OFFICER");
            });
  }
}
