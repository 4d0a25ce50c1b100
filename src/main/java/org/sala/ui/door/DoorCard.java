package org.sala.ui.door;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sala.ui.kit.Countdown;
import org.sala.ui.kit.LowWindow;
import org.sala.ui.kit.Nodes;
import org.sala.ui.text.Texts;
import org.sala.ui.work.Work;

/**
 * The card in the door, whatever is asked on it: what is wrong stands below, it takes nothing while
 * something goes on, and it waits after wrong passphrases.
 */
final class DoorCard {
  private final Texts texts;
  private final Work.Line line;
  private final StackPane root = new StackPane();
  private final Countdown countdown = new Countdown();
  private final Label trouble = Nodes.changing("error");
  private boolean working;

  DoorCard(Texts texts, Work.Line line) {
    this.texts = texts;
    this.line = line;
    root.getStyleClass().add("door");
    LowWindow.follow(root, root);
    root.addEventFilter(KeyEvent.KEY_TYPED, this::typedMeanwhile);
    trouble.setId("door-trouble");
    // What is wrong is read whole, however long it is.
    trouble.setMinHeight(Region.USE_PREF_SIZE);
    trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
  }

  StackPane node() {
    return root;
  }

  /** Where it says what is wrong. */
  Label trouble() {
    return trouble;
  }

  /** Says what is wrong; nothing where nothing is. */
  void say(String words) {
    trouble.setText(words);
  }

  /** Shows another card, with the keyboard in its first field. */
  void show(String title, String below, Node... nodes) {
    trouble.setText("");
    VBox card = Nodes.card(Nodes.label(title, "title"), Nodes.label(below, "muted"));
    card.getChildren().addAll(nodes);
    card.getChildren().add(trouble);
    card.setMaxHeight(VBox.USE_PREF_SIZE);
    root.getChildren().setAll(card);
    line.act(
        () -> card,
        shown -> {
          Node first = shown.lookup(".text-input");
          if (first != null && !isTyping(shown)) {
            first.requestFocus();
          }
        });
  }

  /** Whoever is quicker than the card keeps the field that the keys go into. */
  private static boolean isTyping(Node card) {
    return card.getScene() != null
        && card.getScene().getFocusOwner() instanceof TextInputControl in
        && Nodes.isWithin(in, card);
  }

  /** While something goes on the card takes nothing; afterwards it has the keyboard again. */
  void working(boolean on) {
    taking(!on);
    trouble.setText(on ? texts.t("door.working") : "");
    trouble.getStyleClass().setAll("label", on ? "muted" : "error");
    working = on;
    if (on) {
      // Keys are still heard there, so that somebody who types on is told.
      root.requestFocus();
    } else {
      typeAgain();
    }
  }

  /** Whether the card takes anything; what it says can be read all the same. */
  private void taking(boolean takes) {
    if (root.getChildren().getFirst() instanceof VBox card) {
      card.getChildren().stream()
          .filter(n -> !n.equals(trouble))
          .forEach(n -> n.setDisable(!takes));
    }
  }

  /** Opening a key takes a second, in which nothing is taken: whoever types on sees it. */
  private void typedMeanwhile(KeyEvent key) {
    String letter = key.getCharacter();
    if (working && !letter.isEmpty() && !Character.isISOControl(letter.charAt(0))) {
      trouble.setText(texts.t("door.working.typed"));
      trouble.getStyleClass().setAll("label", "error");
      key.consume();
    }
  }

  /** A card that took nothing for a while has lost the keyboard: it goes on where it matters. */
  private void typeAgain() {
    // Never where what is typed can be read.
    Node field = root.lookup(".password-field");
    Node first = field == null ? root.lookup(".text-input") : field;
    if (first != null) {
      first.requestFocus();
    }
  }

  /**
   * Takes nothing for a while, and says for how long.
   *
   * @param otherwise what is said once that is over
   */
  void hold(int seconds, String otherwise) {
    countdown.from(
        seconds,
        left -> {
          taking(left == 0);
          trouble.setText(left > 0 ? texts.t("door.wait", left) : otherwise);
          if (left == 0 && seconds > 0) {
            typeAgain();
          }
        });
  }

  /** Waits no longer. */
  void holdNoMore() {
    countdown.stop();
  }
}
