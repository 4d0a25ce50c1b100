package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.ui.door.DoorView;
import org.sala.ui.kit.Theme;
import org.sala.ui.shell.Shell;
import org.sala.ui.text.Texts;
import org.sala.ui.work.Work;
import org.testfx.framework.junit5.ApplicationTest;

/** A first start, a case and a person by real keys and clicks, locking, and coming back. */
class JourneyTest extends ApplicationTest implements Shell.Window {
  private static final String PHRASE = "three quiet boats under one bridge";
  @TempDir static Path folder;

  private final ExecutorService lane = Executors.newSingleThreadExecutor();
  private Scene scene;
  private volatile Desk desk;
  private volatile Shell shell;

  @Override
  public void start(Stage stage) {
    Theme.loadFonts();
    scene = new Scene(new StackPane(), 990, 700);
    Theme.LIGHT.dress(scene);
    stage.setScene(scene);
    door();
    stage.show();
  }

  private void door() {
    scene.setRoot(
        new DoorView(
                new Workplace(folder.resolve("journey"), Desks.CHEAP),
                Desks.CHEAP,
                Texts.in("en"),
                Work.on(
                    lane,
                    e -> {
                      throw new AssertionError(e);
                    }),
                entered -> {
                  desk = entered;
                  shell =
                      new Shell(
                          entered, Texts.in("en"), this, Desks.CHEAP.clock(), Optional.of(lane));
                  scene.setRoot(shell.node());
                },
                language -> {})
            .node());
  }

  @AfterEach
  void leave() {
    interact(this::leaveNow);
    lane.shutdown();
  }

  private void leaveNow() {
    if (shell != null) {
      shell.close();
      shell = null;
    }
    if (desk != null) {
      desk.close();
      desk = null;
    }
  }

  @Test
  void aNightBeginsByKeyboardAlone() {
    type("#name", "Officer One Example");
    type("#handle", "one");
    type("#passphrase", PHRASE);
    type("#again", "something else");
    clickOn("#create");
    assertThat(desk).as("two different phrases make no workspace").isNull();
    type("#again", PHRASE);
    clickOn("#create");
    until("#next");

    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#intake-name-1");
    clickOn("#intake-name-1").write("First Example");
    push(KeyCode.ENTER);
    write("Second Example");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(Duration.ofSeconds(10)).until(() -> desk.people().count("") == 2);
    until("#next-person");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#q6-yes");
    clickOn("#q1-no");
    interact(() -> ((javafx.scene.control.ToggleButton) lookup("#q6-yes").query()).fire());
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(Duration.ofSeconds(10)).until(() -> rows("#next") == 1);
    clickOn(
        lookup(b -> b instanceof javafx.scene.control.Button x && "Cases".equals(x.getText()))
            .queryButton());
    until("#cases");
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#case-title");
    clickOn("#case-title").write("Compound R-7");
    push(KeyCode.ESCAPE);
    assertThat(lookup("#case-title").tryQuery()).as("escape closes the dialog").isEmpty();
    push(KeyCode.SHORTCUT, KeyCode.N);
    clickOn("#case-title").write("Compound R-7");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#case-people");
    await().atMost(Duration.ofSeconds(10)).until(() -> desk.cases().count("") == 1);

    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#person-name");
    clickOn("#person-name").write("Nobody Example");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(Duration.ofSeconds(10)).until(() -> rows("#case-people") == 1);
    assertThat(lookup("#saved").queryLabeled().getText()).startsWith("Saved ");

    push(KeyCode.SHORTCUT, KeyCode.L);
    until("#unlock");
    assertThat(lookup("#case-people").tryQuery())
        .as("nothing of the case is on the locked screen")
        .isEmpty();
    type("#handle", "one");
    type("#passphrase", "not the phrase at all");
    clickOn("#unlock");
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> lookup(".error").queryLabeled().getText().startsWith("Handle or passphrase"));
    type("#passphrase", PHRASE);
    clickOn("#unlock");
    until("#next");
    assertThat(desk.people().list("nobody", "name", false, 0, 5)).hasSize(1);
  }

  private int rows(String table) {
    return lookup(table).tryQuery().map(n -> ((TableView<?>) n).getItems().size()).orElse(0);
  }

  private void type(String field, String words) {
    until(field);
    clickOn(field);
    push(KeyCode.SHORTCUT, KeyCode.A);
    write(words);
  }

  private void until(String selector) {
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> lookup(selector).tryQuery().isPresent() && !scene.getRoot().isDisabled());
  }

  @Override
  public void lock() {
    leaveNow();
    door();
  }

  @Override
  public void wear(Theme theme) {
    theme.dress(scene);
  }

  @Override
  public void speak(String language) {
    // This journey speaks English.
  }

  @Override
  public Theme theme() {
    return Theme.LIGHT;
  }

  @Override
  public Optional<Path> openFile(String title) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> saveFile(String title, String name) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> folder(String title) {
    return Optional.empty();
  }
}
