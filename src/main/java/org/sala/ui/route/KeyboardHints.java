package org.sala.ui.route;

import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import org.sala.ui.kit.Nodes;
import org.sala.ui.text.Texts;

/**
 * Says what a hidden passphrase would show: that Caps Lock is on, and in which script it is being
 * typed. The toolkit does not tell the keyboard layout, but a phrase in a wrong layout is in a
 * wrong script, and that can be seen from its letters.
 */
public final class KeyboardHints {
  private final Texts texts;
  private final Label hint = Nodes.changing("small", "muted");

  public KeyboardHints(Texts texts, PasswordField... fields) {
    this.texts = texts;
    hint.setId("keyboard-hint");
    hint.managedProperty().bind(hint.textProperty().isNotEmpty());
    for (PasswordField field : fields) {
      field.textProperty().addListener((o, was, is) -> show(is));
      field.setOnKeyReleased(e -> show(field.getText()));
    }
  }

  public Label node() {
    return hint;
  }

  private void show(String typed) {
    // Not every system tells it.
    hint.setText(said(texts, Platform.isKeyLocked(KeyCode.CAPS).orElse(false), typed));
  }

  /** What is to be said of what was typed; nothing while there is nothing to say. */
  static String said(Texts texts, boolean capsLocked, String typed) {
    String caps = capsLocked ? texts.t("door.caps") + " " : "";
    String script =
        script(typed).map(s -> texts.t("door.script", texts.code("script", s))).orElse("");
    return (caps + script).strip();
  }

  /** The script of the last letter; empty before the first. */
  static Optional<String> script(String typed) {
    for (int i = typed.length(); i > 0; i = typed.offsetByCodePoints(i, -1)) {
      int letter = typed.codePointBefore(i);
      if (Character.isLetter(letter)) {
        return Optional.of(Character.UnicodeScript.of(letter).name());
      }
    }
    return Optional.empty();
  }
}
