package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.ui.door.DoorView;
import org.sala.ui.text.Texts;
import org.sala.ui.work.Work;

/** The door asks its folder beside the window, and says what failed at the card before. */
class DoorFaultJourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  private final Queue<Runnable> asked = new ArrayDeque<>();
  private DoorView door;

  @BeforeAll
  static void somebodyWorksHere() {
    Desks.create(folder.resolve("w"), "Officer One Example", "one").close();
  }

  @Override
  protected Path workspace() {
    return folder.resolve("w");
  }

  private void answer() {
    while (!asked.isEmpty()) {
      Runnable next = asked.remove();
      next.run();
      interact(() -> {});
    }
  }

  @Test
  void aFaultIsSaidOnTheCardThatTakesTheOldOnesPlace() {
    interact(
        () -> {
          door =
              new DoorView(
                  new Workplace(workspace(), Desks.CHEAP),
                  Desks.CHEAP,
                  Texts.in("en", Desks.CHEAP.clock().getZone()),
                  Work.on(asked::add, Desks.CHEAP.faults(), e -> {}),
                  desk -> {},
                  (language, typed) -> {});
          StackPane whole = door.node();
          scene.setRoot(whole);
          door.tell(new IllegalStateException("Winnowhill"));
        });
    assertThat(lookup("#unlock").tryQuery()).as("the folder has not answered").isEmpty();
    answer();
    assertThat(lookup("#unlock").tryQuery()).isPresent();
    assertThat(label("#door-trouble")).isNotBlank().doesNotContain("Winnowhill");
  }
}
