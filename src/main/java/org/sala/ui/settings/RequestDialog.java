package org.sala.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.keys.Enrolment;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.route.Signature;
import org.sala.ui.work.Work;

/**
 * One request for all officers of a laptop: each colleague types handle and passphrase, because the
 * request is signed with the own key.
 */
final class RequestDialog {
  private final Enrolment enrolment;
  private final Here here;
  private final Work.Line line;
  private final List<Enrolment.Colleague> colleagues = new ArrayList<>();
  private final VBox named = new VBox(4);
  private final TextField number = new TextField();
  private final Signature signature;
  private final TextField theirs = new TextField();

  RequestDialog(Enrolment enrolment, Here here, Work.Line line) {
    this.enrolment = enrolment;
    this.here = here;
    this.line = line;
    number.setId("request-number");
    signature = new Signature(here, "request");
    theirs.setId("request-colleague");
  }

  void open() {
    Button add = Nodes.button(here.t("request.add"), "", this::add);
    add.setId("request-add");
    Form own = new Form();
    own.add(here.t("settings.number"), number);
    Form colleague = new Form();
    signature.addTo(colleague);
    colleague.add(here.t("request.theirs"), theirs);
    Form.align(own, colleague);
    here.dialogs()
        .ask(
            here.t("settings.request"),
            new VBox(
                10,
                own,
                Nodes.label(here.t("request.colleague"), "muted"),
                named,
                colleague,
                Nodes.row(add)),
            here.t("settings.request.save"),
            this::save);
  }

  private void add() {
    if (signature.handle().getText().isBlank() || theirs.getText().isBlank()) {
      here.dialogs().notice(here.t("door.fill"));
      return;
    }
    String as = theirs.getText();
    signature
        .typed()
        .ifPresent(
            typed ->
                line.act(
                    () -> typed.use((who, secret) -> enrolment.colleague(who, secret, as)),
                    this::added));
  }

  private void added(Optional<Enrolment.Colleague> colleague) {
    if (colleague.isEmpty()) {
      signature.wrong(() -> {}); // The dialog still stands, with all that was typed.
      return;
    }
    colleagues.add(colleague.get());
    named.getChildren().add(Nodes.label(here.t("request.added", colleague.get().number())));
    signature.handle().clear();
    theirs.clear();
  }

  private boolean save() {
    if (number.getText().isBlank()) {
      here.dialogs().notice(here.t("stations.number.needed"));
      return false;
    }
    if (!signature.handle().getText().isBlank() || !theirs.getText().isBlank()) {
      here.dialogs().notice(here.t("request.halfway"));
      return false;
    }
    here.dialogs()
        .saveFile(here.t("settings.request"), "sala-request.json")
        .ifPresent(
            file ->
                line.act(
                    () -> {
                      enrolment.request(file, number.getText(), colleagues);
                      return true;
                    },
                    done -> here.dialogs().notice(here.t("settings.request.done"))));
    return true;
  }
}
