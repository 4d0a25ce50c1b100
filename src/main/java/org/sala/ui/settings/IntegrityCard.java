package org.sala.ui.settings;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.packages.catalogue.CatalogueDelivery;
import org.sala.casework.packages.catalogue.IntegrityOffice;
import org.sala.form.FormFault;
import org.sala.form.IntegrityRecipient;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** Who alone may read answers that may name officials, and what waits to be passed on to it. */
final class IntegrityCard {
  private final IntegrityOffice integrity;
  private final Here here;
  private final Work.Line line;
  private final Runnable again;

  /**
   * @param waiting at headquarters, envelopes that were not passed on
   */
  record Known(Optional<IntegrityRecipient> named, int waiting) {
    static Known of(IntegrityOffice integrity) {
      return new Known(
          integrity.named(),
          (int) integrity.envelopes().stream().filter(e -> !e.passedOn()).count());
    }
  }

  IntegrityCard(IntegrityOffice integrity, Here here, Work.Line line, Runnable again) {
    this.integrity = integrity;
    this.here = here;
    this.line = line;
    this.again = again;
  }

  VBox card(Known k, boolean headquarters) {
    VBox card = Nodes.card(Nodes.label(here.t("integrity.title"), "strong"));
    card.setId("integrity");
    card.getChildren()
        .add(
            Nodes.label(
                k.named()
                    .map(r -> here.t("integrity.named", r.name(), r.keys().size()))
                    .orElseGet(() -> here.t("integrity.none"))));
    card.getChildren().add(Nodes.label(here.t("integrity.below"), "muted", "small"));
    if (headquarters) {
      Button name = Nodes.button(here.t("integrity.name"), "", () -> name(k.named()));
      name.setId("integrity-name");
      card.getChildren().add(Nodes.row(name));
      if (k.waiting() > 0) {
        Button pass =
            Nodes.button(here.t("integrity.pass", k.waiting()), "", this::passOn, "primary");
        pass.setId("integrity-pass");
        card.getChildren().add(Nodes.row(pass));
      }
    }
    return card;
  }

  private void name(Optional<IntegrityRecipient> now) {
    Form form = new Form();
    TextField name = form.add(here.t("integrity.who"), new TextField());
    name.setId("integrity-who");
    TextArea keys = form.add(here.t("integrity.keys"), new TextArea());
    keys.setId("integrity-keys");
    keys.setPrefRowCount(3);
    keys.setWrapText(true);
    now.ifPresent(
        r -> {
          name.setText(r.name());
          keys.setText(String.join("\n", r.keys()));
        });
    VBox content =
        new VBox(
            10,
            Nodes.label(here.t("integrity.ask")),
            form,
            Nodes.label(here.t("integrity.empty"), "muted", "small"));
    here.dialogs()
        .ask(
            here.t("integrity.title"),
            content,
            here.t("integrity.verb"),
            () -> named(name.getText().strip(), keys.getText()));
  }

  /** Nothing typed takes the name away again. */
  private boolean named(String name, String keys) {
    List<String> all = Arrays.stream(keys.split("\\s+")).filter(k -> !k.isEmpty()).toList();
    Optional<IntegrityRecipient> to;
    try {
      to =
          name.isEmpty() && all.isEmpty()
              ? Optional.empty()
              : Optional.of(new IntegrityRecipient(name, all));
    } catch (FormFault e) {
      here.dialogs().notice(here.t("integrity.wrong"));
      return false;
    }
    line.act(() -> integrity.name(to), this::said);
    return true;
  }

  private void said(List<CatalogueDelivery.Taken> taken) {
    for (CatalogueDelivery.Taken t : taken) {
      if (t instanceof CatalogueDelivery.Taken.Refused r) {
        here.dialogs().tell(here.t("catalogues.refused"), String.join("\n", r.findings()));
      } else if (t instanceof CatalogueDelivery.Taken.NotTaken) {
        here.dialogs().tell(here.t("integrity.title"), here.t("catalogues.nottaken"));
      }
    }
    if (taken.stream().allMatch(t -> t instanceof CatalogueDelivery.Taken.Done)) {
      here.dialogs().notice(here.t("integrity.done"));
    }
    again.run();
  }

  private void passOn() {
    Optional<Path> folder = here.dialogs().folder(here.t("integrity.folder"));
    folder.ifPresent(
        to ->
            line.act(
                () -> integrity.passOn(to),
                passed -> {
                  here.dialogs()
                      .notice(
                          here.t(
                              passed.stoppedBy().isEmpty()
                                  ? "integrity.passed"
                                  : "integrity.stopped",
                              passed.files()));
                  again.run();
                }));
  }
}
