package org.sala.ui.forms;

import java.util.Optional;
import javafx.scene.Node;
import org.sala.form.Answer;

/** What one kind of question is answered with. */
interface Entry {
  Node node();

  /** What takes the keys. */
  Node target();

  /** What was typed and is not saved yet; empty where nothing was. */
  default Optional<Entered> entered() {
    return Optional.empty();
  }

  /**
   * Answers with a digit.
   *
   * @return whether it meant something here
   */
  default boolean digit(int digit) {
    return false;
  }

  /** What stands in a field. */
  sealed interface Entered {
    record Said(Answer answer) implements Entered {}

    /** The field was emptied: the answer is taken back. */
    record Emptied() implements Entered {}

    /** The field cannot be read; what would be read is said under it. */
    record Unread() implements Entered {}
  }
}
