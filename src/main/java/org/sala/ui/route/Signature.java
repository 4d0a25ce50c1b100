package org.sala.ui.route;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sala.ui.kit.Countdown;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;

/**
 * The signature of an officer who stands beside for a moment: handle and passphrase, never kept.
 * What was not taken is asked for again with everything else still there, and after several wrong
 * passphrases in a row it takes none for a while, as the door does.
 */
public final class Signature {
  private final Here here;
  private final TextField handle = new TextField();
  private final PasswordField phrase = new PasswordField();
  private final Label trouble = Nodes.changing("error");
  private final Countdown countdown = new Countdown();

  /**
   * Two empty fields.
   *
   * @param ids how their ids begin
   */
  public Signature(Here here, String ids) {
    this(here, ids, "passphrase");
  }

  /**
   * The same beside another passphrase.
   *
   * @param phraseId how the id of this one ends
   */
  public Signature(Here here, String ids, String phraseId) {
    this.here = here;
    handle.setId(ids + "-handle");
    phrase.setId(ids + "-" + phraseId);
    trouble.setId(ids + "-trouble");
    trouble.setMinHeight(Region.USE_PREF_SIZE);
    trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
  }

  /** What was typed; whoever uses it wipes it. */
  public record Typed(String handle, char[] passphrase) {

    /** Does something with it, and wipes it. */
    public <T> T use(BiFunction<String, char[], T> act) {
      try {
        return act.apply(handle, passphrase);
      } finally {
        Arrays.fill(passphrase, '\0');
      }
    }

    @Override
    public String toString() {
      return "Typed";
    }
  }

  /** Handle, passphrase, and below them what hides in a passphrase and what was wrong with it. */
  public void addTo(Form form) {
    addTo(form, here.t("door.passphrase"));
  }

  /** The same with another word for the passphrase. */
  public void addTo(Form form, String label) {
    form.add(here.t("door.handle"), handle);
    form.add(label, phrase);
    form.show("", new VBox(4, new KeyboardHints(here.texts(), phrase).node(), trouble));
    hold("");
  }

  /** The handle's field, where something depends on it. */
  public TextField handle() {
    return handle;
  }

  /** What stands there now, taken out of its field; nothing while it has to wait. */
  public Optional<Typed> typed() {
    if (phrase.isDisabled()) {
      here.dialogs().notice(trouble.getText());
      return Optional.empty();
    }
    Typed typed = new Typed(handle.getText(), phrase.getText().toCharArray());
    phrase.clear();
    return Optional.of(typed);
  }

  /** The passphrase was wrong. */
  public void wrong(Runnable again) {
    refused(here.t("door.wrong"), again);
  }

  /**
   * It was not taken.
   *
   * @param why in words
   * @param again asks the same once more, with these fields
   */
  public void refused(String why, Runnable again) {
    again.run();
    hold(why);
    phrase.requestFocus();
  }

  /** While it has to wait, it says for how long; then what was wrong. */
  private void hold(String otherwise) {
    int seconds = (int) Math.ceilDiv(here.held().get().toMillis(), 1000L);
    countdown.from(
        seconds,
        left -> {
          phrase.setDisable(left > 0);
          trouble.setText(left > 0 ? here.t("door.wait", left) : otherwise);
        });
  }
}
