package org.sala.ui.screening;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.ui.roster.TurnedView;
import org.sala.ui.route.Here;

/** The question large and the answers to point at; nothing of the officer's stands there. */
final class TurnedQuestion {
  private final VBox page;
  private final Here here;
  private final Runnable back;
  private final Consumer<String> choose;
  private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper(false);
  private @Nullable TurnedView turned;

  /**
   * @param page which it takes for itself
   * @param back shows on the page what stood there
   * @param choose answers with a code, while the screen is still turned
   */
  TurnedQuestion(VBox page, Here here, Runnable back, Consumer<String> choose) {
    this.page = page;
    this.here = here;
    this.back = back;
    this.choose = choose;
  }

  /** Whether the screen is turned to the person. */
  ReadOnlyBooleanProperty over() {
    return over.getReadOnlyProperty();
  }

  /**
   * Turns the screen.
   *
   * @param words the question in the person's language; empty where it may not be shown
   */
  void turn(String words) {
    TurnedView view =
        new TurnedView(TurnedView.About.QUESTION, "", words, here, choose, this::turnBack);
    turned = view;
    over.set(true);
    VBox.setVgrow(view, Priority.ALWAYS);
    page.getChildren().setAll(view);
    view.requestFocus();
  }

  private void turnBack() {
    turned = null;
    over.set(false);
    back.run();
  }

  /** What a key means while the screen is turned; false where it is not. */
  boolean press(KeyEvent e) {
    TurnedView view = turned;
    if (view == null) {
      return false;
    }
    view.press(e);
    return true;
  }
}
