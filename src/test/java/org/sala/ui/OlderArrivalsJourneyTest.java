package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.register.Reception;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** Packages come for years: the last five hundred stand there, and older ones are asked for. */
class OlderArrivalsJourneyTest extends ListWindow {
  private static final int ALL = 503;

  @TempDir static Path folder;

  @BeforeAll
  static void manyCame() throws IOException {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      for (int i = 0; i < ALL; i++) {
        Path file = Files.writeString(folder.resolve("x-" + i + ".sala"), "no package " + i);
        assertThat(hq.packages().take(file)).isInstanceOf(Importing.Outcome.Refused.class);
      }
    }
  }

  @Override
  protected Path workspace() {
    return folder.resolve("hq");
  }

  @Test
  void olderArrivalsComeWhenTheyAreAskedFor() {
    interact(() -> enter(Desks.unlock(folder.resolve("hq"), "zero")));
    until("#next");
    interact(() -> shell.go(new Place.Arrivals()));
    soon(() -> rows("#arrivals") == 500);
    press("Show older ones (3 more)");
    soon(() -> rows("#arrivals") == ALL);
    soon(() -> lookup("#more-arrivals").tryQuery().filter(Node::isVisible).isEmpty());
  }

  @Test
  void whatIsTypedIsLookedForAmongTheOlderOnesToo() {
    interact(() -> enter(Desks.unlock(folder.resolve("hq"), "zero")));
    until("#next");
    interact(() -> shell.go(new Place.Arrivals()));
    soon(() -> rows("#arrivals") == 500);
    type("#arrivals-list #filter", "20");
    soon(() -> rows("#arrivals") == ALL);
    soon(() -> lookup("#more-arrivals").tryQuery().filter(Node::isVisible).isEmpty());
  }

  @Test
  void whoLooksForAnOldOneIsLedThereOnceAndThenChoosesFreely() {
    interact(() -> enter(Desks.unlock(folder.resolve("hq"), "zero")));
    until("#next");
    Reception.Some all = desk.reception().came(Optional.empty(), Reception.Which.ALL, 2 * ALL);
    RecordId oldest = all.came().getLast().id();
    interact(
        () ->
            shell.go(
                new Place.Arrivals(Optional.empty(), Reception.Which.ALL, Optional.of(oldest))));
    untilChosen(oldest);
    assertThat(rows("#arrivals")).isEqualTo(ALL);
    choose("#arrivals", 1);
    untilChosen(all.came().get(1).id());
    desk.people().register(List.of(new People.NewPerson("Z-001", "", "", "", "", "")));
    settle();
    untilChosen(all.came().get(1).id());
  }

  private void untilChosen(RecordId id) {
    soon(() -> chosen("arrivals").map(c -> ((Reception.Came) c).id()).equals(Optional.of(id)));
  }
}
