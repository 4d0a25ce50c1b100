package org.sala.ui.route;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sala.ui.kit.Countdown;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;

/**
 * A passphrase that is typed for one act and never kept. A wrong one is asked for again where it
 * stood, and after several in a row the field takes none for a while, as the door does.
 */
public final class OnePhrase {
  private final Here here;
  private final PasswordField field = new PasswordField();
  private final Label trouble = Nodes.changing("error");
  private final Countdown countdown = new Countdown();

  /**
   * An empty field.
   *
   * @param troubleId the id of the words that say what was wrong
   */
  public OnePhrase(Here here, String id, String troubleId) {
    this.here = here;
    field.setId(id);
    trouble.setId(troubleId);
    trouble.setMinHeight(Region.USE_PREF_SIZE);
    trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
  }

  /** The field, and below it what hides in a passphrase and what was wrong with it. */
  public void addTo(Form form, String label) {
    form.add(label, field);
    form.show("", new VBox(4, new KeyboardHints(here.texts(), field).node(), trouble));
    hold("");
  }

  /**
   * Returns the passphrase as it was typed, taken out of its field; nothing while it has to wait.
   * Whoever asks wipes it.
   */
  public Optional<char[]> taken() {
    if (field.isDisabled()) {
      here.dialogs().notice(trouble.getText());
      return Optional.empty();
    }
    char[] typed = field.getText().toCharArray();
    field.clear();
    // Opening a key takes a moment in which nothing else would be seen to happen.
    here.dialogs().notice(here.t("door.working"));
    return Optional.of(typed);
  }

  /**
   * Says that the passphrase was not taken.
   *
   * @param why in words
   * @param again asks the same once more, with this field
   */
  public void refused(String why, Runnable again) {
    again.run();
    hold(why);
    field.requestFocus();
  }

  /** While it has to wait, it says for how long; then what was wrong. */
  private void hold(String otherwise) {
    int seconds = (int) Math.ceilDiv(here.held().get().toMillis(), 1000L);
    countdown.from(
        seconds,
        left -> {
          field.setDisable(left > 0);
          trouble.setText(left > 0 ? here.t("door.wait", left) : otherwise);
        });
  }
}
