package org.sala.ui.forms;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.sala.form.Answer;
import org.sala.ui.kit.Nodes;

/** Something that is typed; below it stands what it is read as, while it is typed. */
final class TypedEntry implements Entry {
  /** What is typed, and how it is read and told back. */
  record Reading(
      String prompt,
      Function<String, Optional<Answer>> read,
      Function<Answer, String> told,
      String unread) {}

  private final TextInputControl field;
  private final String stored;
  private final Function<String, Optional<Answer>> read;
  private final VBox node;

  private TypedEntry(
      TextInputControl field,
      String stored,
      String accessible,
      Function<String, Optional<Answer>> read) {
    this.field = field;
    this.stored = stored;
    this.read = read;
    field.setText(stored);
    field.setId("answer-field");
    field.setAccessibleText(accessible);
    this.node = new VBox(6, field);
  }

  /** Words, over several lines. */
  static TypedEntry words(String stored, String accessible) {
    TextArea area = new TextArea();
    area.setWrapText(true);
    area.setPrefRowCount(4);
    area.setMinHeight(64);
    area.getStyleClass().add("own-words");
    // Tab leads on, as in every field; a tab in somebody's words has no meaning.
    area.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.TAB && !e.isShortcutDown()) {
            area.requestFocusTraversal(
                e.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            e.consume();
          }
        });
    return new TypedEntry(
        area, stored, accessible, typed -> Optional.of(new Answer.Words(typed.strip())));
  }

  /** One line that is read as a number, a day or a time. */
  static TypedEntry line(String stored, String accessible, Reading reading) {
    TextField line = new TextField();
    line.setPromptText(reading.prompt());
    TypedEntry entry = new TypedEntry(line, stored, accessible, reading.read());
    Label told = Nodes.changing("muted");
    told.setId("read-as");
    entry.node.getChildren().add(told);
    line.textProperty().addListener((o, was, is) -> tell(told, is, reading));
    tell(told, stored, reading);
    return entry;
  }

  private static void tell(Label told, String typed, Reading reading) {
    told.setText(
        typed.isBlank()
            ? ""
            : reading.read().apply(typed).map(reading.told()).orElse(reading.unread()));
  }

  @Override
  public Optional<Entered> entered() {
    String typed = field.getText();
    if (typed.strip().equals(stored.strip())) {
      return Optional.empty();
    }
    if (typed.isBlank()) {
      return Optional.of(new Entered.Emptied());
    }
    return Optional.of(
        read.apply(typed).<Entered>map(Entered.Said::new).orElseGet(Entered.Unread::new));
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Node target() {
    return field;
  }
}
