package org.sala.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.PauseTransition;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.sala.casework.station.FaultLog;
import org.sala.ui.work.Work;
import org.testfx.framework.junit5.ApplicationTest;

/** What is copied by a key or by a menu goes after a while. */
class CopiedTest extends ApplicationTest {
  private final StackPane root = new StackPane();

  @Override
  public void start(Stage stage) {
    stage.setScene(new Scene(root, 200, 200));
    new Copied(
        root,
        Work.atOnce(
            new FaultLog(Clock.systemUTC()),
            e -> {
              throw new AssertionError(e);
            }),
        new PauseTransition(Duration.millis(50)));
    stage.show();
  }

  @Test
  void bothAreTakenOutAfterAWhile() {
    interact(
        () -> {
          put("by a key");
          Event.fireEvent(
              root,
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.C, false, true, false, false));
        });
    await().atMost(60, TimeUnit.SECONDS).until(() -> clipboard().isEmpty());
    interact(
        () -> {
          Event.fireEvent(
              root,
              new ContextMenuEvent(
                  ContextMenuEvent.CONTEXT_MENU_REQUESTED, 1, 1, 1, 1, false, null));
          put("by a menu");
          Event.fireEvent(
              root,
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false));
        });
    await().atMost(60, TimeUnit.SECONDS).until(() -> clipboard().isEmpty());
    assertThat(clipboard()).isEmpty();
  }

  private static void put(String words) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, words));
  }

  private String clipboard() {
    AtomicReference<String> text = new AtomicReference<>();
    interact(() -> text.set(Clipboard.getSystemClipboard().getString()));
    return text.get() == null ? "" : text.get();
  }
}
