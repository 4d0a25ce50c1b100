package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** At night the queue of screenings offers triage, and an officer can do otherwise for a reason. */
class NightJourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("night");
  }

  @Override
  protected Clock clock() {
    ZonedDateTime now = ZonedDateTime.now(Desks.CHEAP.clock());
    Duration toNight = Duration.between(now, now.with(LocalTime.of(23, 0)));
    return Clock.offset(Desks.CHEAP.clock(), toNight);
  }

  @Test
  void atNightTheQueueOffersTriageAndScreeningTakesAReason() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    RecordId person =
        made.people()
            .register(List.of(new People.NewPerson("A-001", "Somebody Example", "", "", "24", "")))
            .getFirst();
    interact(
        () -> {
          enter(made);
          shell.go(new Place.Screenings());
        });
    await().atMost(PATIENCE).until(() -> rows("#waiting-screening") == 1);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#triage-screen");
    interact(() -> shell.go(new Place.Screenings()));
    await().atMost(PATIENCE).until(() -> rows("#waiting-screening") == 1);
    interact(() -> lookup("Screen").queryButton().fire());
    until("#overrule-reason");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(desk.screenings().unfinished()).as("not without a reason").isEmpty();
    type("#overrule-reason", "Leaves with the bus at five");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#screening-interpreter");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> !desk.screenings().of(person).isEmpty());
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                desk.histories().of(desk.screenings().of(person).getFirst().id()).stream()
                    .flatMap(e -> e.fields().stream())
                    .anyMatch(f -> f.key().equals("overruled")));
  }
}
