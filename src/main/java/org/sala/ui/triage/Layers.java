package org.sala.ui.triage;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.ui.kit.Curtain;
import org.sala.ui.roster.TurnedView;
import org.sala.ui.route.Covering;
import org.sala.ui.route.Here;

/** What lies over the questions: the screen turned to the person, and the curtain over all. */
final class Layers {
  private final StackPane root;
  private final VBox page;
  private final Here here;
  private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper(false);
  private final Covering covering;
  private @Nullable TurnedView turned;
  private @Nullable Curtain curtain;

  /**
   * @param page has the focus where nothing lies over it
   * @param covering asks for the number, where one was chosen since the unlock
   */
  Layers(StackPane root, VBox page, Here here, Covering covering) {
    this.root = root;
    this.page = page;
    this.here = here;
    this.covering = covering;
  }

  /** What lies below. */
  VBox page() {
    return page;
  }

  /** Whether anything lies over the questions. */
  ReadOnlyBooleanProperty over() {
    return over.getReadOnlyProperty();
  }

  private void told() {
    over.set(turned != null || curtain != null);
  }

  boolean covered() {
    return curtain != null;
  }

  Optional<TurnedView> turned() {
    return Optional.ofNullable(turned);
  }

  /**
   * Turns the screen to the person until the officer has taken it back.
   *
   * @param pointed hears of the answer at once
   * @param back goes on at the question that is open then
   */
  void turn(String question, String interpreter, Consumer<String> pointed, Runnable back) {
    TurnedView view =
        new TurnedView(
            question.equals("q4") ? TurnedView.About.INTERPRETER : TurnedView.About.ROOM,
            question.equals("q4") ? interpreter : "",
            "",
            here,
            pointed,
            () -> {
              turnBack();
              back.run();
            });
    turned = view;
    told();
    root.getChildren().add(view);
    view.requestFocus();
  }

  private void turnBack() {
    root.getChildren().remove(turned);
    turned = null;
    told();
    page.requestFocus();
  }

  void cover() {
    if (covering.hasNumber()) {
      covering.cover(
          new Covering.Words(here.t("screening.cover.title"), here.t("screening.cover.below")),
          page::requestFocus);
      return;
    }
    Curtain c =
        new Curtain(
            here.t("screening.cover.title"),
            here.t("screening.cover.below"),
            here.t("screening.uncover"),
            "F10",
            this::uncover);
    curtain = c;
    told();
    root.getChildren().add(c);
    c.requestFocus();
  }

  void uncover() {
    root.getChildren().remove(curtain);
    curtain = null;
    told();
    page.requestFocus();
  }
}
