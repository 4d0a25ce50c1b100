package org.sala.ui.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.NewPassphrase;
import org.sala.ui.text.Texts;

/**
 * Who an officer is, by which handle, and the passphrase, twice: at the first start and after the
 * sheet, where nobody could get in again after a slip.
 */
final class OfficerForm {
  private final Texts texts;
  private final TextField name = new TextField();
  private final TextField handle = new TextField();
  private final NewPassphrase phrase;

  OfficerForm(Texts texts) {
    this.texts = texts;
    name.setId("name");
    handle.setId("handle");
    handle.setPromptText(texts.t("door.handle.how"));
    phrase = new NewPassphrase(texts, "passphrase", "again");
  }

  /**
   * What the card holds, in reading order; the language first, where it is asked. More is added.
   */
  List<Node> nodes(Optional<Choice> language) {
    Form form = new Form();
    language.ifPresent(l -> form.add(texts.t("door.language"), l));
    form.add(texts.t("door.name"), name);
    form.add(texts.t("door.handle"), handle);
    phrase.addTo(form, texts.t("door.passphrase"));
    return new ArrayList<>(List.of(form, Nodes.label(texts.t("door.long"), "muted", "small")));
  }

  /** Everything as it stands, for the same form in another language. */
  DoorView.Typed typed() {
    return new DoorView.Typed(name.getText(), handle.getText(), phrase.typed());
  }

  /** Goes on with what was typed in another language. */
  void goOn(DoorView.Typed typed) {
    name.setText(typed.name());
    handle.setText(typed.handle());
    phrase.goOn(typed.phrases());
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
    } else {
      phrase
          .trouble()
          .ifPresentOrElse(
              trouble,
              () -> then.accept(new Officer(name.getText(), handle.getText(), phrase.chars())));
    }
  }
}
