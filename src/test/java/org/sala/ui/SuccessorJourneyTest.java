package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.ui.route.Place;

/** The old authority's key is brought from its safe and introduces a new one, by two officers. */
class SuccessorJourneyTest extends JourneyWindow {
  private static final String NEXT = "seven new lanterns on an example hill";

  @TempDir static Path folder;
  private static Path old = Path.of("");

  /** The sticks that are chosen, in turn. */
  private final Deque<Path> sticks = new ArrayDeque<>();

  @BeforeAll
  static void twoOfficersAndAKeyInASafe() {
    old = folder.resolve("authority of hq");
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
      hq.headquarters().certify(hq.headquarters().uncertified().keySet().iterator().next(), "EX-9");
    }
  }

  @Override
  protected Path workspace() {
    return folder.resolve("hq");
  }

  @Override
  public Optional<Path> folder(String title) {
    return Optional.ofNullable(sticks.poll());
  }

  /** The second officer's word, then both sticks. */
  private void begin(Path next) {
    sticks.addAll(List.of(old, next));
    clickOn("#succeed");
    type("#approve-handle", "nine");
    type("#approve-passphrase", "phrase of nine");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#succeed-old");
  }

  private void phrases(String of, String next, String again) {
    type("#succeed-old", of);
    type("#succeed-next", next);
    type("#succeed-again", again);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
  }

  private void told() {
    await().atMost(PATIENCE).until(() -> lookup("#succeed-old").tryQuery().isEmpty());
    until(".dialog-box");
    push(KeyCode.ESCAPE);
  }

  @Test
  void theOldKeyHandsOverToOneInAnotherSafe() {
    interact(() -> enter(Desks.unlock(folder.resolve("hq"), "zero")));
    until("#next");
    interact(() -> shell.go(new Place.Stations()));
    until("#succeed");
    String before = desk.headquarters().authority().key();
    Path next = Desks.stick(folder.resolve("the next safe"));

    sticks.add(folder);
    clickOn("#succeed");
    type("#approve-handle", "nine");
    type("#approve-passphrase", "phrase of nine");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    // The wrong stick is told of before anybody types a passphrase for it.
    untilSaid(".dialog-box", "no authority’s key in that folder");
    push(KeyCode.ESCAPE);
    soon(() -> lookup(".dialog-box").tryQuery().isEmpty());

    begin(next);
    phrases(Desks.AUTHORITY, NEXT, NEXT + "x");
    assertThat(lookup("#succeed-old").tryQuery()).as("typed twice, and not the same").isPresent();
    phrases(Desks.AUTHORITY, "short", "short");
    assertThat(lookup("#succeed-old").tryQuery()).as("easy to guess").isPresent();
    phrases("not the authority's phrase", NEXT, NEXT);
    untilSaid(".dialog-box", "passphrase");
    soon(() -> lookup("#succeed-old").queryTextInputControl().getText().isEmpty());
    assertThat(lookup("#succeed-next").queryTextInputControl().getText())
        .as("the new one is still there")
        .isEqualTo(NEXT);
    assertThat(desk.headquarters().authority().key()).as("nothing was handed").isEqualTo(before);
    assertThat(next).as("nothing lies in the other safe").isEmptyDirectory();
    BooleanSupplier held = held("#succeed-old", "#succeed-trouble");
    for (String slip : List.of("nor this", "nor that")) {
      phrases(slip, NEXT, NEXT);
      soon(() -> lookup("#succeed-old").queryTextInputControl().getText().isEmpty());
      soon(() -> !label("#succeed-trouble").isEmpty());
    }
    soon(held::getAsBoolean);
    soon(() -> !lookup("#succeed-old").query().isDisabled());

    phrases(Desks.AUTHORITY, NEXT, NEXT);
    await().atMost(PATIENCE).until(() -> !desk.headquarters().authority().key().equals(before));
    assertThat(Files.isDirectory(next)).isTrue();
    told();
  }
}
