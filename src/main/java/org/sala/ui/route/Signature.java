package org.sala.ui.route;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.scene.control.TextField;
import org.sala.ui.kit.Form;

/**
 * The signature of an officer who stands beside for a moment: handle and passphrase, never kept.
 * What was not taken is asked for again with everything else still there, and after several wrong
 * passphrases in a row it takes none for a while, as the door does.
 */
public final class Signature {
  private final Here here;
  private final TextField handle = new TextField();
  private final OnePhrase phrase;

  /**
   * Two empty fields.
   *
   * @param ids how their ids begin
   */
  public Signature(Here here, String ids) {
    this(here, ids, "passphrase");
  }

  /**
   * Makes two empty fields beside another passphrase.
   *
   * @param phraseId how the id of this one ends
   */
  public Signature(Here here, String ids, String phraseId) {
    this.here = here;
    handle.setId(ids + "-handle");
    this.phrase = new OnePhrase(here, ids + "-" + phraseId, ids + "-trouble");
  }

  /** What was typed; whoever uses it wipes it. */
  public record Typed(String handle, char[] passphrase) {

    /** Does something with what was typed, and wipes it. */
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

  /** Adds handle and passphrase to a form, with another word for the passphrase. */
  public void addTo(Form form, String label) {
    form.add(here.t("door.handle"), handle);
    phrase.addTo(form, label);
  }

  /** Returns the handle's field, where something depends on it. */
  public TextField handle() {
    return handle;
  }

  /** What stands there now, taken out of its field; nothing while it has to wait. */
  public Optional<Typed> typed() {
    return phrase.taken().map(typed -> new Typed(handle.getText(), typed));
  }

  /** The passphrase was wrong. */
  public void wrong(Runnable again) {
    refused(here.t("door.wrong"), again);
  }

  /**
   * Says that the signature was not taken.
   *
   * @param why in words
   * @param again asks the same once more, with these fields
   */
  public void refused(String why, Runnable again) {
    phrase.refused(why, again);
  }
}
