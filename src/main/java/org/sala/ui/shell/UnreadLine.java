package org.sala.ui.shell;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Screen;
import org.sala.ui.text.Texts;

/**
 * A line above a page of which something could not be read. A list that got no answer is not an
 * empty one: until the page is read again nothing on it says that there is nothing.
 */
final class UnreadLine {
  /** By this the style sheet hides what says that there is nothing. */
  private static final String UNREAD = "unread";

  private final BooleanProperty unread = new SimpleBooleanProperty();
  private final Texts texts;
  private final Label words;
  private final HBox node;

  /**
   * @param frame what stands around the pages, which are told by it
   * @param again opens the page once more
   */
  UnreadLine(Texts texts, Node frame, Runnable again) {
    Button retry = Nodes.button(texts.t("list.again"), "", again);
    retry.setId("read-again-above");
    this.texts = texts;
    words = Nodes.label("");
    node = new HBox(words, Nodes.spring(), retry);
    node.setId("unread");
    node.getStyleClass().add("danger-line");
    node.managedProperty().bind(node.visibleProperty());
    unread.addListener(
        (o, was, is) -> {
          frame.getStyleClass().remove(UNREAD);
          if (is) {
            frame.getStyleClass().add(UNREAD);
          }
        });
  }

  Node node() {
    return node;
  }

  /** Says that another page is opened, of which nothing is unread yet. */
  void begin() {
    unread.set(false);
  }

  /** Belongs to a screen from now on; where that is turned to the person nothing is shown. */
  void beside(Screen screen) {
    ObservableValue<Boolean> bare = screen.bare();
    node.visibleProperty()
        .bind(Bindings.createBooleanBinding(() -> unread.get() && !bare.getValue(), unread, bare));
  }

  /**
   * Something that was asked for was not read.
   *
   * @param code by which the fault is found in the log; empty where it is not there
   */
  void show(Optional<String> code) {
    words.setText(
        texts.t("page.unread") + code.map(c -> " " + texts.t("fault.code", c)).orElse(""));
    unread.set(true);
  }
}
