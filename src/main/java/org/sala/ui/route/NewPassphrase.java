package org.sala.ui.route;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.PassphraseStrength;
import org.sala.ui.text.Texts;

/**
 * A passphrase that nobody has yet, typed twice, because nobody can see it: how strong it is, in
 * which letters it is typed, and what is still wrong with it. The same wherever one is chosen.
 */
public final class NewPassphrase {
  private final Texts texts;
  private final PasswordField phrase = new PasswordField();
  private final PasswordField again = new PasswordField();
  private final ProgressBar strength = new ProgressBar(0);
  private final Label enough = Nodes.line("", "muted", "small");
  private final Node below;

  /**
   * Two empty fields.
   *
   * @param id of the first field; the second one's is {@code againId}
   * @param others fields of passphrases that are typed in the same form, for the hints
   */
  public NewPassphrase(Texts texts, String id, String againId, PasswordField... others) {
    this.texts = texts;
    phrase.setId(id);
    again.setId(againId);
    strength.setId(id + "-strength");
    strength.getStyleClass().add("strength");
    strength.setMaxWidth(Double.MAX_VALUE);
    phrase
        .textProperty()
        .addListener(
            (o, was, is) -> {
              strength.setProgress(PassphraseStrength.of(is));
              enough.setText(is.isEmpty() ? "" : strengthWords(is));
              strength.setAccessibleText(enough.getText());
            });
    PasswordField[] all = new PasswordField[others.length + 2];
    System.arraycopy(others, 0, all, 0, others.length);
    all[others.length] = phrase;
    all[others.length + 1] = again;
    enough.setId(id + "-enough");
    enough.managedProperty().bind(enough.textProperty().isNotEmpty());
    below = new VBox(6, strength, enough, new KeyboardHints(texts, all).node());
  }

  private String strengthWords(String typed) {
    return texts.t(PassphraseStrength.enough(typed) ? "door.strong" : "door.weak");
  }

  /** Adds both fields to a form, and below them strength and hints. */
  public void addTo(Form form, String label) {
    form.add(label, phrase);
    form.add(texts.t("door.again"), again);
    form.show("", below);
  }

  /** Returns what is wrong with the passphrase, in words; empty when it can be used. */
  public Optional<String> trouble() {
    if (!PassphraseStrength.enough(phrase.getText())) {
      return Optional.of(texts.t("door.weak"));
    }
    return phrase.getText().equals(again.getText())
        ? Optional.empty()
        : Optional.of(texts.t("door.differ"));
  }

  /** Both fields as they stand, for the same form in another language. */
  public List<String> typed() {
    return List.of(phrase.getText(), again.getText());
  }

  /** Goes on with what {@link #typed()} returned. */
  public void goOn(List<String> typed) {
    phrase.setText(typed.getFirst());
    again.setText(typed.getLast());
  }

  /** Returns the passphrase as it stands; whoever asks wipes it. */
  public char[] chars() {
    return phrase.getText().toCharArray();
  }

  /** Empties both fields: the passphrase has been used. */
  public void clear() {
    phrase.clear();
    again.clear();
  }
}
