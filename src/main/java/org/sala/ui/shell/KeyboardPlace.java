package org.sala.ui.shell;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/**
 * Where the keyboard is on a screen: on the first useful thing when it opens, and at the same place
 * again when something was saved and it is drawn anew. A screen that has put the keyboard somewhere
 * itself is left alone.
 */
final class KeyboardPlace {
  private final Parent screen;
  private final Consumer<Runnable> later;
  private final ListChangeListener<Node> drawn = c -> settle();
  private final ChangeListener<@Nullable Node> moved = (o, was, is) -> moved(was, is);
  private final ChangeListener<@Nullable Scene> shown = (o, was, is) -> shown(is);
  private @Nullable Scene scene;
  private String lastId = "";
  private boolean looking = true;

  /**
   * @param later does something once the toolkit has moved the keyboard itself
   */
  KeyboardPlace(Parent screen, Consumer<Runnable> later) {
    this.screen = screen;
    this.later = later;
    screen.getChildrenUnmodifiable().addListener(drawn);
    screen.sceneProperty().addListener(shown);
    shown(screen.getScene());
  }

  /** The first screen after an unlock is made before it stands in the window. */
  private void shown(@Nullable Scene in) {
    if (scene == null && in != null) {
      scene = in;
      in.focusOwnerProperty().addListener(moved);
      settle();
    }
  }

  void close() {
    looking = false;
    screen.getChildrenUnmodifiable().removeListener(drawn);
    screen.sceneProperty().removeListener(shown);
    if (scene != null) {
      scene.focusOwnerProperty().removeListener(moved);
    }
  }

  /**
   * A node that goes from the scene while it has the keyboard is drawn anew in a moment, or was:
   * the toolkit notices that it is gone only when it draws, and gives the keyboard to the first
   * button of the window.
   */
  private void moved(@Nullable Node was, @Nullable Node is) {
    if (was instanceof TextInputControl field
        && field.getScene() != null
        && is instanceof ScrollPane) {
      typeOn(field, field.getAnchor(), field.getCaretPosition());
      return;
    }
    // A row that goes stays in the window unseen, and the keyboard is nowhere.
    if (was != null && (was.getScene() == null || is == null)) {
      lastId = was.getId() == null ? "" : was.getId();
      looking = true;
      later.accept(this::settle);
    }
  }

  /** Somebody has clicked beside a field: letters go on where they went, and replace nothing. */
  private void typeOn(TextInputControl field, int anchor, int caret) {
    later.accept(
        () -> {
          if (field.getScene() != null) {
            field.requestFocus();
            field.selectRange(anchor, caret);
          }
        });
  }

  private void settle() {
    Scene shown = screen.getScene();
    if (!looking || shown == null || within(shown.getFocusOwner())) {
      return;
    }
    Optional<Node> same = lastId.isEmpty() ? Optional.empty() : find(n -> lastId.equals(n.getId()));
    same.or(this::first)
        .ifPresent(
            n -> {
              looking = false;
              if (n.getScene() == null && shown.getWindow() != null) {
                // What scrolls holds its content only once it has its look.
                screen.applyCss();
              }
              n.requestFocus();
            });
  }

  /** On the screen, or in something that lies over it, such as a dialog. */
  private boolean within(@Nullable Node owner) {
    for (Node n = owner; n != null; n = n.getParent()) {
      if (n.equals(screen) || n.getStyleClass().contains("shade")) {
        return true;
      }
    }
    return false;
  }

  private Optional<Node> first() {
    return find(n -> n instanceof TextInputControl t && t.isEditable())
        .or(() -> find(TableView.class::isInstance))
        .or(() -> find(n -> n.getStyleClass().contains("here")))
        // What comes next here, before what only happens to stand first, such as taking back.
        .or(() -> find(n -> n.getStyleClass().contains("primary")))
        .or(() -> find(ButtonBase.class::isInstance));
  }

  private Optional<Node> find(Predicate<Node> wanted) {
    return find(screen, wanted);
  }

  private static Optional<Node> find(Node in, Predicate<Node> wanted) {
    if (!in.isVisible() || in.isDisable()) {
      return Optional.empty();
    }
    if (in.isFocusTraversable() && wanted.test(in)) {
      return Optional.of(in);
    }
    if (in instanceof ScrollPane scroll) {
      return Optional.ofNullable(scroll.getContent()).flatMap(c -> find(c, wanted));
    }
    if (in instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Optional<Node> found = find(child, wanted);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
