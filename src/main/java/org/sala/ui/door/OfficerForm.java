package org.sala.ui.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.PassphraseStrength;
import org.sala.ui.route.KeyboardHints;
import org.sala.ui.text.Texts;

/**
 * Who an officer is, by which handle, and the passphrase, twice: at the first start and after the
 * sheet, where nobody could get in again after a slip.
 */
final class OfficerForm {
  private final Texts texts;
  private final TextField name = new TextField();
  private final TextField handle = new TextField();
  private final PasswordField phrase = new PasswordField();
  private final PasswordField again = new PasswordField();
  private final ProgressBar strength = new ProgressBar(0);

  OfficerForm(Texts texts) {
    this.texts = texts;
    name.setId("name");
    handle.setId("handle");
    phrase.setId("passphrase");
    again.setId("again");
    strength.getStyleClass().add("strength");
    strength.setMaxWidth(Double.MAX_VALUE);
    phrase
        .textProperty()
        .addListener((o, was, is) -> strength.setProgress(PassphraseStrength.of(is)));
  }

  /** What the card holds, in reading order; the language first, where it is asked. */
  List<Node> nodes(Optional<Choice> language) {
    Form form = new Form();
    language.ifPresent(l -> form.add(texts.t("door.language"), l));
    form.add(texts.t("door.name"), name);
    form.add(texts.t("door.handle"), handle);
    form.add(texts.t("door.passphrase"), phrase);
    form.add(texts.t("door.again"), again);
    return new ArrayList<>(
        List.of(
            form,
            new KeyboardHints(texts, phrase, again).node(),
            strength,
            Nodes.label(texts.t("door.long"), "muted", "small")));
  }

  /** What an officer has typed, when nothing is missing. */
  record Officer(String name, String handle, char[] passphrase) {
    @Override
    public String toString() {
      return "Officer";
    }
  }

  /** Goes on with it, or says what is missing. */
  void go(Consumer<Officer> then, Consumer<String> trouble) {
    if (name.getText().isBlank() || handle.getText().isBlank()) {
      trouble.accept(texts.t("door.fill"));
    } else if (!PassphraseStrength.enough(phrase.getText())) {
      trouble.accept(texts.t("door.weak"));
    } else if (!phrase.getText().equals(again.getText())) {
      trouble.accept(texts.t("door.differ"));
    } else {
      then.accept(new Officer(name.getText(), handle.getText(), phrase.getText().toCharArray()));
    }
  }
}
