package org.sala.ui.route;

import java.util.function.Consumer;
import javafx.scene.control.TextInputControl;

/** Asks for the reason of an act that is never done without one, in the officer's words. */
public final class Reason {
  private Reason() {}

  /**
   * Goes on with the words that were written, and says that they are needed where there are none.
   *
   * @return whether it went on, as a dialog's verb answers
   */
  public static boolean given(Here here, TextInputControl written, Consumer<String> then) {
    String why = written.getText();
    if (why.isBlank()) {
      here.dialogs().notice(here.t("reason.needed"));
      return false;
    }
    then.accept(why);
    return true;
  }
}
