package org.sala.ui.settings;

import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.station.Officers;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.PassphraseStrength;
import org.sala.ui.route.Here;
import org.sala.ui.route.KeyboardHints;
import org.sala.ui.work.Work;

/** Who works here: a colleague is added, one's own passphrase changed. */
final class OfficersCard {
  private final Officers officers;
  private final Here here;
  private final Work.Line line;
  private final Runnable changed;

  OfficersCard(Officers officers, Here here, Work.Line line, Runnable changed) {
    this.officers = officers;
    this.here = here;
    this.line = line;
    this.changed = changed;
  }

  /** Who has unlocked, and how many are known. */
  record Known(String me, int officers) {
    static Known of(Officers officers) {
      return new Known(officers.me(), officers.names().size());
    }
  }

  VBox card(Known k) {
    Node change = Nodes.button(here.t("settings.passphrase"), "", this::changePassphrase);
    change.setId("passphrase-change");
    Node add = Nodes.button(here.t("settings.add"), "", this::add);
    add.setId("officer-add");
    return Nodes.card(
        Nodes.label(here.t("settings.officers"), "strong"),
        Nodes.label(here.t("settings.me", k.me())),
        Nodes.label(here.t("settings.officers.count", k.officers()), "muted"),
        Nodes.row(change, add));
  }

  private void changePassphrase() {
    Form form = new Form();
    TextField handle = form.add(here.t("door.handle"), new TextField());
    PasswordField phrase = form.add(here.t("door.passphrase"), new PasswordField());
    PasswordField again = form.add(here.t("door.again"), new PasswordField());
    form.show("", new KeyboardHints(here.texts(), phrase, again).node());
    here.dialogs()
        .ask(
            here.t("settings.passphrase"),
            form,
            here.t("save"),
            () -> {
              if (!good(phrase, again, handle)) {
                return false;
              }
              char[] secret = phrase.getText().toCharArray();
              act(
                  () -> officers.changePassphrase(handle.getText(), secret),
                  secret,
                  () -> here.dialogs().notice(here.t("settings.passphrase.done")));
              return true;
            });
  }

  private void add() {
    Form form = new Form();
    TextField name = form.add(here.t("door.name"), new TextField());
    TextField handle = form.add(here.t("door.handle"), new TextField());
    PasswordField phrase = form.add(here.t("door.passphrase"), new PasswordField());
    PasswordField again = form.add(here.t("door.again"), new PasswordField());
    form.show("", new KeyboardHints(here.texts(), phrase, again).node());
    here.dialogs()
        .ask(
            here.t("settings.add"),
            form,
            here.t("settings.add"),
            () -> {
              if (!good(phrase, again, name, handle)) {
                return false;
              }
              char[] secret = phrase.getText().toCharArray();
              act(
                  () -> officers.add(name.getText(), handle.getText(), secret),
                  secret,
                  () -> {
                    here.dialogs().notice(here.t("settings.added"));
                    changed.run();
                  });
              return true;
            });
  }

  /** Says what is missing; a phrase that nobody can see is typed twice. */
  private boolean good(PasswordField phrase, PasswordField again, TextField... needed) {
    if (Arrays.stream(needed).anyMatch(f -> f.getText().isBlank())) {
      here.dialogs().notice(here.t("door.fill"));
    } else if (!PassphraseStrength.enough(phrase.getText())) {
      here.dialogs().notice(here.t("door.weak"));
    } else if (!phrase.getText().equals(again.getText())) {
      here.dialogs().notice(here.t("door.differ"));
    } else {
      return true;
    }
    return false;
  }

  private void act(Runnable work, char[] secret, Runnable then) {
    line.act(
        () -> {
          try {
            work.run();
          } finally {
            Arrays.fill(secret, '\0');
          }
          return true;
        },
        done -> then.run());
  }
}
