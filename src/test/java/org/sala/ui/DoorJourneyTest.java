package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;

/** Opening a key takes a second; whoever types on meanwhile is told that nothing is taken. */
class DoorJourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  @BeforeAll
  static void somebodyWorksHere() {
    try (Desk desk = Desks.create(folder.resolve("w"), "Officer One Example", "one")) {
      assertThat(desk.officers().me()).isEqualTo("Officer One Example");
    }
  }

  @Override
  protected Path workspace() {
    return folder.resolve("w");
  }

  @Test
  void keysTypedWhileTheDoorOpensAreToldAsNotTaken() throws Exception {
    type("#handle", "one");
    type("#passphrase", "phrase of two");
    slowly("unlock-again");
    assertThat(label("#door-trouble")).startsWith("The handle or the passphrase");
    soon(() -> lookup("#passphrase").tryQuery().filter(Node::isFocused).isPresent());
    assertThat(lookup("#passphrase").queryTextInputControl().getText())
        .as("nothing half of it stands there")
        .isEmpty();
    type("#passphrase", "phrase of one");
    slowly("somebody");
    until("#next");
  }

  /** Enter, and letters while the lane has not answered. */
  private void slowly(String letters) throws Exception {
    CountDownLatch key = new CountDownLatch(1);
    lane.execute(
        () -> {
          try {
            key.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    waitFor(asyncFx(() -> KeyDown.on(scene, KeyCode.ENTER, "\r")));
    Pulses.settle();
    assertThat(label("#door-trouble")).isEqualTo("One moment…");
    letters
        .chars()
        .forEach(
            c ->
                waitFor(
                    asyncFx(() -> KeyDown.on(scene, KeyCode.UNDEFINED, Character.toString(c)))));
    Pulses.settle();
    assertThat(label("#door-trouble")).startsWith("What you type now is not taken");
    key.countDown();
    settle();
  }
}
