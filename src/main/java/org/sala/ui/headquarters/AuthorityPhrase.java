package org.sala.ui.headquarters;

import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.route.KeyboardHints;

/** The authority's passphrase, typed for one act; a wrong one is asked for again where it stood. */
final class AuthorityPhrase {
  private final Here here;
  private final PasswordField field = new PasswordField();
  private final Label trouble = Nodes.changing("error");

  AuthorityPhrase(Here here, String id) {
    this.here = here;
    field.setId(id);
    trouble.setMinHeight(Region.USE_PREF_SIZE);
    trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
  }

  void addTo(Form form) {
    form.add(here.t("founding.passphrase"), field);
    form.show("", new VBox(4, new KeyboardHints(here.texts(), field).node(), trouble));
  }

  /** As it was typed, taken out of its field; whoever asks wipes it. */
  char[] taken() {
    char[] typed = field.getText().toCharArray();
    field.clear();
    return typed;
  }

  void wrong(Runnable again) {
    trouble.setText(here.t("founding.wrong"));
    again.run();
    field.requestFocus();
  }
}
