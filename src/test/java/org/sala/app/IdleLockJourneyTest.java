package org.sala.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.station.Tools;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Theme;
import org.testfx.framework.junit5.ApplicationTest;

/**
 * Nobody is at the keyboard for long: the window locks by itself, and keeps what was being typed.
 */
class IdleLockJourneyTest extends ApplicationTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String HALF = "half a word of what was said";

  @TempDir Path folder;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final PauseTransition idle = new PauseTransition();
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  @Override
  public void start(Stage stage) {
    Theme.loadFonts();
    Path there = folder.resolve("idle");
    Desks.create(there, "Officer One Example", "one").close();
    Tools tools =
        new Tools(
            new Wall(),
            Desks.CHEAP.random(),
            Desks.CHEAP.policy(),
            Desks.CHEAP.newWorkspaces().get());
    MainWindow window =
        new MainWindow(
            new Workplace(there, tools), Optional.empty(), tools, idle, closed::countDown);
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

  private void type(String field, String words) {
    until(field);
    clickOn(field).write(words);
  }

  private void unlock() {
    type("#handle", "one");
    type("#passphrase", "phrase of one");
    clickOn("#unlock");
    until("#next");
  }

  /** As if all but the last moment had gone by. */
  private void soonIdle() {
    interact(
        () -> {
          assertThat(idle.getStatus()).isEqualTo(Animation.Status.RUNNING);
          assertThat(idle.getDuration().toMinutes()).isEqualTo(10);
          idle.jumpTo(idle.getDuration().subtract(javafx.util.Duration.millis(50)));
        });
  }

  private String typed() {
    return lookup("#colleague-handle")
        .tryQueryAs(TextInputControl.class)
        .map(TextInputControl::getText)
        .orElse("");
  }

  private void settings() {
    clickOn("Settings");
    until("#officer-add");
    clickOn("#officer-add");
    until("#colleague-handle");
  }

  @Test
  void whoIsAwayForLongFindsTheDoorAndBehindItWhatWasBeingTyped() {
    unlock();
    settings();
    clickOn("#colleague-handle").write(HALF);
    soonIdle();
    until("#unlock");
    assertThat(lookup("#colleague-handle").tryQuery()).as("nothing is behind the door").isEmpty();
    unlock();
    settings();
    await().ignoreExceptions().atMost(PATIENCE).until(() -> typed().equals(HALF));
  }

  @Test
  void whoChoosesALanguageStaysWhereTheOtherOneIsChosen() {
    unlock();
    clickOn("Settings");
    until("#look-language");
    interact(() -> lookup("#look-language").queryAs(Choice.class).setValue("th"));
    until("การตั้งค่า");
    until("#look-language");
    interact(() -> lookup("#look-language").queryAs(Choice.class).setValue("en"));
    await()
        .ignoreExceptions()
        .atMost(PATIENCE)
        .until(() -> lookup("Add officer").tryQuery().isPresent());
  }

  @Test
  void whoOpensALaptopThatSleptFindsTheDoor() {
    unlock();
    settings();
    clickOn("#colleague-handle").write(HALF);
    ahead.set(Duration.ofMinutes(3));
    until("#unlock");
    assertThat(lookup("#colleague-handle").tryQuery()).as("nothing is behind the door").isEmpty();
    unlock();
    settings();
    await().ignoreExceptions().atMost(PATIENCE).until(() -> typed().equals(HALF));
  }

  /** The clock on the wall, which goes on while the machine sleeps. */
  private final class Wall extends Clock {
    @Override
    public ZoneId getZone() {
      return Desks.CHEAP.clock().getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Desks.CHEAP.clock().instant().plus(ahead.get());
    }
  }

  @Test
  void whoTypesIsNotLockedOut() {
    unlock();
    settings();
    interact(() -> idle.jumpTo(idle.getDuration().divide(2)));
    push(KeyCode.A);
    interact(
        () -> assertThat(idle.getCurrentTime().lessThan(idle.getDuration().divide(4))).isTrue());
  }
}
