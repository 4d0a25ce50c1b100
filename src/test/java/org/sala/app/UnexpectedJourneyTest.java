package org.sala.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.station.FaultText;
import org.sala.casework.station.Tools;
import org.sala.ui.kit.Theme;
import org.testfx.framework.junit5.ApplicationTest;

/** Whoever works is told the code of what nobody caught, and finds it written down in Settings. */
class UnexpectedJourneyTest extends ApplicationTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir Path folder;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Tools tools =
      new Tools(
          Desks.CHEAP.clock(),
          Desks.CHEAP.random(),
          Desks.CHEAP.policy(),
          Desks.CHEAP.newWorkspaces().get());
  private Unexpected unexpected;

  @Override
  public void start(Stage stage) {
    Theme.loadFonts();
    Path there = folder.resolve("station");
    Desks.create(there, "Officer One Example", "one").close();
    MainWindow window =
        new MainWindow(
            new Workplace(there, tools),
            Optional.empty(),
            tools,
            new PauseTransition(),
            closed::countDown);
    unexpected =
        new Unexpected(
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            tools.faults(),
            code -> Platform.runLater(() -> window.unexpected(code)));
    window.show();
  }

  @AfterEach
  void leave() throws InterruptedException {
    interact(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    assertThat(closed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  private void until(String selector) {
    await()
        .ignoreExceptions()
        .atMost(PATIENCE)
        .until(() -> lookup(selector).tryQuery().isPresent());
  }

  private boolean isSaid(String words) {
    return lookup((Node n) -> n instanceof Labeled l && l.getText().contains(words))
        .tryQuery()
        .isPresent();
  }

  @Test
  void itsCodeIsToldAndStandsInTheLogThatSettingsCopy() {
    until("#handle");
    clickOn("#handle").write("one");
    clickOn("#passphrase").write("phrase of one");
    clickOn("#unlock");
    until("#next");
    IllegalStateException thrown = new IllegalStateException("of Winnowhill");
    String code = new FaultText(thrown).code();
    interact(() -> unexpected.uncaughtException(Thread.currentThread(), thrown));
    await().ignoreExceptions().atMost(PATIENCE).until(() -> isSaid("fault " + code));
    push(KeyCode.ESCAPE);
    await().ignoreExceptions().atMost(PATIENCE).until(() -> !isSaid("fault " + code));
    clickOn("Settings");
    until("#faults");
    await()
        .ignoreExceptions()
        .atMost(PATIENCE)
        .until(() -> isSaid(folder.resolve("station/log/faults.log").toString()));
    interact(() -> lookup("Copy all of it").queryButton().fire());
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                interact(
                    () ->
                        assertThat(Clipboard.getSystemClipboard().getString())
                            .contains("fault " + code)
                            .doesNotContain("Winnowhill")));
  }
}
