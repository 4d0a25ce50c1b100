package org.sala.ui.kit;

import java.util.Arrays;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/**
 * Four digits, typed or touched, shown as dots. They stand in an array that is wiped and never in a
 * text, which could not be.
 */
public final class DigitPad extends VBox {
  /** How many digits a number has. */
  public static final int LENGTH = 4;

  private final Consumer<char[]> full;
  private final Label dots = Nodes.line("", "dots");
  private final char[] typed = new char[LENGTH];
  private int count;

  /**
   * @param full hears of a whole number and wipes what it was given
   */
  public DigitPad(String name, Consumer<char[]> full) {
    super(14);
    this.full = full;
    setAlignment(Pos.CENTER);
    setFocusTraversable(true);
    setAccessibleText(name);
    GridPane pad = new GridPane(8, 8);
    pad.setAlignment(Pos.CENTER);
    for (int digit = 1; digit <= 9; digit++) {
      pad.add(key(digit), (digit - 1) % 3, (digit - 1) / 3);
    }
    pad.add(key(0), 1, 3);
    getChildren().addAll(dots, pad);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    show();
  }

  private Button key(int digit) {
    Button key = new Button(String.valueOf(digit));
    key.getStyleClass().add("pad");
    key.setFocusTraversable(false);
    key.setOnAction(e -> add(digit));
    return key;
  }

  private void pressed(KeyEvent e) {
    if (e.getCode() == KeyCode.BACK_SPACE) {
      clear();
      e.consume();
    } else {
      Digits.of(e)
          .ifPresent(
              digit -> {
                Digits.answers(e, this);
                add(digit);
              });
    }
  }

  private void add(int digit) {
    typed[count++] = (char) ('0' + digit);
    if (count < LENGTH) {
      show();
      return;
    }
    char[] number = typed.clone();
    clear();
    full.accept(number);
  }

  /** Forgets what was typed so far. */
  public void clear() {
    Arrays.fill(typed, '\0');
    count = 0;
    show();
  }

  private void show() {
    dots.setText("● ".repeat(count) + "○ ".repeat(LENGTH - count));
  }
}
