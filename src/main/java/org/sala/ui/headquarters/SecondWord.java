package org.sala.ui.headquarters;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.sala.casework.headquarters.Approvals;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.route.KeyboardHints;
import org.sala.ui.transit.Underway;
import org.sala.ui.work.Work;

/** A second officer's own word for what gives trust, where there is a second officer to ask. */
final class SecondWord {
  private static final String OFFICER = "officer";
  private static final String AUTHORITY = "authority";

  private final Approvals approvals;
  private final Here here;
  private final Work.Line line;
  private final Pane slot;

  SecondWord(Approvals approvals, Here here, Work.Line line, Pane slot) {
    this.approvals = approvals;
    this.here = here;
    this.line = line;
    this.slot = slot;
  }

  /** Goes on at once where one acts alone, and after the second word where there are two. */
  void with(Approvals.Of of, String about, String what, Runnable go) {
    line.act(
        approvals::needed,
        needed -> {
          if (needed) {
            ask(of, about, what, go);
          } else {
            go.run();
          }
        });
  }

  /** The second officer's handle and passphrase; the key is opened for this word and forgotten. */
  void ask(Approvals.Of of, String about, String what, Runnable go) {
    Form form = new Form();
    Choice who =
        form.add(
            here.t("approve.who"),
            new Choice(List.of(OFFICER, AUTHORITY), code -> here.texts().code("approveBy", code)));
    TextField handle = form.add(here.t("door.handle"), new TextField());
    PasswordField phrase = form.add(here.t("door.passphrase"), new PasswordField());
    handle.disableProperty().bind(who.valueProperty().isEqualTo(AUTHORITY));
    handle.setId("approve-handle");
    phrase.setId("approve-passphrase");
    form.show("", new KeyboardHints(here.texts(), phrase).node());
    here.dialogs()
        .ask(
            here.t("approve.title"),
            ControlFields.unkept(
                new VBox(
                    10,
                    Nodes.label(what),
                    Nodes.label(
                        here.t(of == Approvals.Of.REVOKE ? "approve.looked" : "approve.below"),
                        "muted"),
                    form)),
            here.t("approve.verb"),
            () -> {
              char[] secret = phrase.getText().toCharArray();
              if (who.getValue().equals(AUTHORITY)) {
                Optional<Path> folder = here.dialogs().folder(here.t("founding.folder"));
                folder.ifPresent(
                    f -> give(() -> approvals.giveByAuthority(of, about, f, secret), secret, go));
                return folder.isPresent();
              }
              if (handle.getText().isBlank()) {
                here.dialogs().notice(here.t("approve.needed"));
                return false;
              }
              String whose = handle.getText();
              give(() -> approvals.give(of, about, whose, secret), secret, go);
              return true;
            });
  }

  private void give(Supplier<Approvals.Word> asking, char[] secret, Runnable go) {
    Underway.run(
        here,
        line,
        slot,
        here.t("decide.underway"),
        progress -> {
          try {
            return asking.get();
          } finally {
            Arrays.fill(secret, '\0');
          }
        },
        word -> {
          if (word == Approvals.Word.GIVEN) {
            go.run();
          } else {
            here.dialogs()
                .tell(
                    here.t("approve.title"),
                    here.t(
                        switch (word) {
                          case SAME_OFFICER -> "approve.same";
                          case NOT_CERTIFIED -> "approve.uncertified";
                          default -> "door.wrong";
                        }));
          }
        });
  }
}
