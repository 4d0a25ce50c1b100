package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** Ctrl+K finds people by their Thai names, as they are written and as they are called. */
class ThaiNamesJourneyTest extends JourneyWindow {
  @TempDir Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("w");
  }

  @Test
  void aThaiNameIsFoundWithItsTitleAndWithoutAndByItsFamily() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    List<RecordId> people =
        made.people()
            .register(
                List.of(
                    new People.NewPerson("A-001", "นายสมชาย ตัวอย่าง", "", "", "24", "th"),
                    new People.NewPerson(
                        "A-002", "นางสาวมะลิ อุทาหรณ์", "Mali Example", "", "24", "th")));
    interact(() -> enter(made));
    until("#next");
    found("นายสม", people.getFirst());
    found("สมชาย", people.getFirst());
    found("มะลิ", people.getLast());
    found("อุทาห", people.getLast());
    found("mali ex", people.getLast());
  }

  @Test
  void whoeverPressesEnterBeforeTheAnswerIsTakenThere() throws Exception {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    made.people().register(List.of(new People.NewPerson("P-001", "", "", "", "24", "th")));
    interact(() -> enter(made));
    until("#next");
    push(KeyCode.SHORTCUT, KeyCode.K);
    until("#search");
    CountDownLatch slow = new CountDownLatch(1);
    lane.execute(
        () -> {
          try {
            slow.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    // "People here" and "Packages" begin so as well.
    waitFor(
        asyncFx(
            () -> {
              KeyDown.on(scene, KeyCode.P, "p");
              KeyDown.on(scene, KeyCode.MINUS, "-");
              KeyDown.on(scene, KeyCode.DIGIT0, "0");
              KeyDown.on(scene, KeyCode.ENTER, "\r");
            }));
    Pulses.settle();
    slow.countDown();
    settle();
    soon(() -> lookup("#search").tryQuery().isEmpty());
    until("#edit-birth-1");
  }

  private void found(String typed, RecordId who) {
    push(KeyCode.SHORTCUT, KeyCode.K);
    until("#search");
    write(typed);
    String number = who.equals(first()) ? "A-001" : "A-002";
    soon(() -> says(number));
    settle();
    push(KeyCode.ENTER);
    soon(() -> lookup("#search").tryQuery().isEmpty());
    until("#edit-birth-1");
    assertThat(says(number)).isTrue();
    interact(() -> shell.go(new Place.Today()));
    until("#next");
  }

  private RecordId first() {
    return desk.people().list("", "wristband", false, 0, 1).getFirst().id();
  }
}
