package org.sala.ui;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.sala.ui.kit.Slot;
import org.testfx.util.WaitForAsyncUtils;

/** A window in which long lists are looked at, sorted and arranged, each by the id of its table. */
abstract class ListWindow extends JourneyWindow {
  @SuppressWarnings("unchecked")
  private TableView<Slot<Object>> list(String list) {
    return (TableView<Slot<Object>>) lookup("#" + list).query();
  }

  /** What a row says of itself, as soon as it has been read. */
  @SuppressWarnings("unchecked")
  protected <R> String row(String list, int row, Function<R, String> says) {
    return fx(
        () -> list(list).getItems().get(row).row().map(r -> says.apply((R) r)).orElse("coming"));
  }

  /** The row that is chosen, as soon as it has been read. */
  @SuppressWarnings("unchecked")
  protected <R> Optional<R> chosen(String list) {
    return fx(
        () ->
            Optional.ofNullable(list(list).getSelectionModel().getSelectedItem())
                .flatMap(Slot::row)
                .map(r -> (R) r));
  }

  /** Which columns are shown, in their order. */
  protected List<String> columns(String list) {
    return fx(
        () ->
            list(list).getColumns().stream()
                .filter(TableColumn::isVisible)
                .map(c -> String.valueOf(c.getUserData()))
                .toList());
  }

  /** Takes a column away by the box with its name. */
  protected void hide(String list, String column) {
    String within = "#" + list + "-list ";
    clickOn(within + "#choose-columns");
    clickOn(within + "#column-" + column);
    soon(() -> !columns(list).contains(column));
    clickOn(within + "#choose-columns");
  }

  protected void filter(String list, String words) {
    type("#" + list + "-list #filter", words);
  }

  protected String filtered(String list) {
    return lookup("#" + list + "-list #filter").queryTextInputControl().getText();
  }

  /** Locks, and comes back as the officer with this handle. */
  protected void lockAndUnlock(String handle) {
    push(KeyCode.SHORTCUT, KeyCode.L);
    until("#unlock");
    type("#handle", handle);
    type("#passphrase", "phrase of " + handle);
    clickOn("#unlock");
    until("#next");
  }

  protected static <T> T fx(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), question);
  }

  protected void counted(String words) {
    await().atMost(PATIENCE).until(() -> lookup(n -> says(n, words)).tryQuery().isPresent());
  }

  private static boolean says(Node node, String words) {
    return node instanceof Labeled l && words.equals(l.getText());
  }

  protected void head(String list, String words) {
    Node head =
        lookup("#" + list + " .table-column").queryAll().stream()
            .filter(h -> !from(h).lookup((Node n) -> says(n, words)).queryAll().isEmpty())
            .findFirst()
            .orElseThrow();
    // The headless robot calls every press one for a menu, and heads heed that: so without it.
    interact(
        () -> {
          head.fireEvent(mouse(MouseEvent.MOUSE_PRESSED));
          head.fireEvent(mouse(MouseEvent.MOUSE_RELEASED));
        });
  }

  private static MouseEvent mouse(EventType<MouseEvent> type) {
    boolean down = type == MouseEvent.MOUSE_PRESSED;
    return new MouseEvent(
        type,
        5,
        5,
        5,
        5,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        down,
        false,
        false,
        true,
        false,
        true,
        null);
  }
}
