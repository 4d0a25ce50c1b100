package org.sala.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Skin;
import javafx.scene.input.KeyEvent;

/** A choice of codes that are shown as words; the empty code is "nothing chosen". */
public final class Choice extends ComboBox<String> {
  private final Function<String, String> words;

  public Choice(List<String> codes, Function<String, String> words) {
    this.words = words;
    getItems().setAll(codes);
    setCellFactory(v -> cell(words));
    setButtonCell(cell(words));
    setValue(codes.getFirst());
    addEventHandler(KeyEvent.KEY_TYPED, e -> typed(e, words));
  }

  /**
   * One of several that are alike, such as people: nothing is chosen before somebody chooses, so
   * that no key writes of the wrong one. A single one is chosen.
   *
   * @param none the words where nothing is chosen yet
   */
  public static Choice among(List<String> codes, Function<String, String> words, String none) {
    List<String> all = new ArrayList<>(codes);
    if (codes.size() != 1) {
      all.addFirst("");
    }
    return new Choice(all, code -> code.isEmpty() ? none : words.apply(code));
  }

  /**
   * What somebody said or did: nothing is chosen before somebody chooses, also where there is one
   * answer alone.
   *
   * @param none the words where nothing is chosen yet
   */
  public static Choice asked(List<String> codes, Function<String, String> words, String none) {
    List<String> all = new ArrayList<>(codes);
    all.addFirst("");
    return new Choice(all, code -> code.isEmpty() ? none : words.apply(code));
  }

  /** How a code is shown. */
  public String words(String code) {
    return words.apply(code);
  }

  /** Whether nothing was chosen yet. */
  public boolean isEmpty() {
    return getValue().isEmpty();
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new RestingChoice(this, words);
  }

  /** With its list, which is made when it is needed. */
  @Override
  public void show() {
    requestFocus();
    super.show();
  }

  /** A letter goes to the next choice that begins with it, in words or by its code. */
  private void typed(KeyEvent e, Function<String, String> words) {
    String letter = e.getCharacter();
    if (e.isShortcutDown() || e.isAltDown() || letter.isBlank()) {
      return;
    }
    int from = getItems().indexOf(getValue());
    for (int step = 1; step <= getItems().size(); step++) {
      String code = getItems().get((from + step) % getItems().size());
      if (begins(words.apply(code), letter) || begins(code, letter)) {
        setValue(code);
        e.consume();
        return;
      }
    }
  }

  private static boolean begins(String words, String letter) {
    return words.regionMatches(true, 0, letter, 0, letter.length());
  }

  private static ListCell<String> cell(Function<String, String> words) {
    return new ListCell<>() {
      @Override
      protected void updateItem(String code, boolean empty) {
        super.updateItem(code, empty);
        setText(empty || code == null ? "" : words.apply(code));
      }
    };
  }
}
