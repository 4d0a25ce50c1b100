package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** What was copied here does not stay for whoever uses the laptop next. */
class CopiedJourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("copied");
  }

  @Test
  void lockingTakesItOutAndNothingThatSomebodyElsePutThere() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    RecordId person =
        made.people()
            .register(List.of(new People.NewPerson("X-001", "Nobody Example", "", "", "24", "th")))
            .getFirst();
    interact(
        () -> {
          enter(made);
          shell.go(new Place.OnePerson(person));
        });
    copyAName();
    assertThat(clipboard()).isEqualTo("Secret words");
    push(KeyCode.SHORTCUT, KeyCode.L);
    until("#unlock");
    assertThat(clipboard()).isNotEqualTo("Secret words");

    type("#handle", "one");
    type("#passphrase", "phrase of one");
    clickOn("#unlock");
    until("#next");
    interact(() -> shell.go(new Place.OnePerson(person)));
    copyAName();
    interact(
        () ->
            Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, "of another program")));
    push(KeyCode.SHORTCUT, KeyCode.L);
    until("#unlock");
    assertThat(clipboard()).isEqualTo("of another program");
  }

  private void copyAName() {
    until("#edit-name-1");
    clickOn("#edit-name-1");
    type("#element-words", "Secret words");
    push(KeyCode.SHORTCUT, KeyCode.A);
    push(KeyCode.SHORTCUT, KeyCode.C);
    soon(() -> "Secret words".equals(clipboard()));
    push(KeyCode.ESCAPE);
  }

  private String clipboard() {
    AtomicReference<String> text = new AtomicReference<>();
    interact(() -> text.set(Clipboard.getSystemClipboard().getString()));
    return text.get() == null ? "" : text.get();
  }
}
