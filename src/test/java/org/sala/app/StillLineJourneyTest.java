package org.sala.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desks;
import org.sala.casework.ServerLogin;
import org.sala.casework.Workplace;
import org.sala.casework.headquarters.PreparedServer;
import org.sala.casework.headquarters.StillLine;
import org.sala.store.TestServer;
import org.sala.ui.kit.Theme;
import org.testfx.framework.junit5.ApplicationTest;

/** The line to the server stands still while somebody works, and they lock or leave. */
class StillLineJourneyTest extends ApplicationTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /** Against the minutes that an answer is waited for. */
  private static final Duration HANG = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final CountDownLatch closed = new CountDownLatch(1);
  private PreparedServer server;
  private ServerLogin straight;
  private StillLine line;

  /** Nobody waits for a window as long as a server takes to begin. */
  @BeforeAll
  static void aServer() {
    TestServer.server();
  }

  @Override
  public void start(Stage stage) {
    Theme.loadFonts();
    server = new PreparedServer();
    straight = server.login("importer", "sala_follower");
    ((Workplace.Entry.Entered)
            here(straight)
                .create(
                    new Workplace.FirstStart(
                        "en", "Officer One Example", "one", "phrase of one".toCharArray())))
        .desk()
        .close();
    line = new StillLine(TestServer.server().getPort());
    new MainWindow(
            here(line.of(straight)),
            Optional.empty(),
            Desks.CHEAP,
            new PauseTransition(),
            closed::countDown)
        .show();
  }

  private Workplace here(ServerLogin login) {
    return new Workplace(folder.resolve("one"), Desks.CHEAP).on(login);
  }

  @AfterEach
  void leave() throws InterruptedException {
    hide();
    line.close();
    assertThat(closed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    server.close();
  }

  private void hide() {
    interact(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
  }

  private void until(String selector) {
    // A page that is drawn anew while it is searched is searched again.
    await()
        .ignoreExceptions()
        .atMost(PATIENCE)
        .until(() -> lookup(selector).tryQuery().isPresent());
  }

  private void unlock() {
    until("#handle");
    clickOn("#handle").write("one");
    clickOn("#passphrase").write("phrase of one");
    clickOn("#unlock");
    until("#next");
  }

  /** Every page asks something, and gets no answer. */
  private void lookAroundWhileItStands() {
    line.stand();
    for (String place : List.of("Cases", "Packages", "Exhibits", "Settings", "Today")) {
      clickOn(place);
    }
  }

  @Test
  void whoLocksFindsTheDoorAndTheFolderIsFree() {
    unlock();
    lookAroundWhileItStands();
    push(KeyCode.CONTROL, KeyCode.L);
    await().atMost(HANG).until(() -> lookup("#unlock").tryQuery().isPresent());
    await().atMost(HANG).until(this::isFree);
  }

  /** The lock of the folder is the last thing that is given back: the keys are gone before. */
  private boolean isFree() {
    if (here(straight).unlock("one", "phrase of one".toCharArray())
        instanceof Workplace.Entry.Entered entered) {
      entered.desk().close();
      return true;
    }
    return false;
  }

  @Test
  void whatWasBeingTypedIsKept() throws IOException {
    unlock();
    clickOn("Settings");
    until("#officer-add");
    clickOn("#officer-add");
    until("#colleague-handle");
    line.stand();
    clickOn("#colleague-handle").write("half a word");
    push(KeyCode.CONTROL, KeyCode.L);
    await().atMost(HANG).until(() -> lookup("#unlock").tryQuery().isPresent());
    await().atMost(HANG).until(this::isFree);
    try (Stream<Path> drafts = Files.list(folder.resolve("one").resolve("drafts"))) {
      assertThat(drafts).hasSize(2);
    }
  }

  @Test
  void whoClosesTheWindowIsOut() throws InterruptedException {
    unlock();
    lookAroundWhileItStands();
    hide();
    assertThat(closed.await(HANG.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }
}
