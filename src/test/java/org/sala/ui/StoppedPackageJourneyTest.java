package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.ui.route.Place;

/** What a person says stops a package: a consent that is taken back, and fear of where it goes. */
class StoppedPackageJourneyTest extends JourneyWindow {
  @TempDir static Path folder;
  private final Path mine = folder.resolve(UUID.randomUUID().toString());

  @Override
  protected Path workspace() {
    return mine.resolve("a");
  }

  @Override
  public Optional<Path> folder(String title) {
    return Optional.of(Desks.stick(mine.resolve("stick")));
  }

  /** An enrolled station with two people, and a package that holds both. */
  private List<RecordId> begin(boolean sealed) {
    Desk station = Desks.create(workspace(), "Officer One Example", "one");
    try (Desk hq = Desks.headquarters(mine.resolve("hq"))) {
      Desks.enrol(station, hq, mine, "A");
    }
    List<RecordId> people =
        station
            .people()
            .register(
                List.of(
                    new People.NewPerson("A-001", "Somebody Example", "", "", "24", "th"),
                    new People.NewPerson("A-002", "Another Example", "", "", "30", "my")));
    RecordId first = people.getFirst();
    station.people().edit(first, Map.of("needs", Value.text("insulin")), "");
    station
        .consents()
        .ask(first, "investigation-and-protection", "headquarters", Consents.Answer.YES, "th", "");
    if (sealed) {
      station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    }
    interact(
        () -> {
          enter(station);
          shell.go(new Place.OnePerson(first));
        });
    return people;
  }

  private void fire(String button) {
    until(button);
    interact(() -> lookup(button).query().requestFocus());
    push(KeyCode.SPACE);
  }

  @Test
  void aConsentThatIsTakenBackStopsThePackageThatWaits() {
    RecordId person = begin(true).getFirst();
    fire("#consent-withdraw-1");
    until("#verb");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#consent-told");
    interact(() -> shell.go(new Place.Packages()));
    await().atMost(PATIENCE).until(() -> rows("#packages") == 1);
    clickOn("Copy to USB…");
    untilSaid(".dialog-box", "A-001");
    assertThat(mine.resolve("stick").toFile().list()).isNullOrEmpty();
    push(KeyCode.ESCAPE);

    interact(() -> shell.go(new Place.OnePerson(person)));
    fire("#consent-told");
    type("#consent-told-who", "Headquarters by telephone, the officer on duty");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> desk.takenBack().toAct(person).isEmpty());
  }

  @Test
  void fearOfWhereItGoesStopsThePackageAndOnlyTheOthersGo() {
    RecordId person = begin(false).getFirst();
    fire("#fear-add");
    until("#fear-country");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                desk.fears().of(person).stream()
                    .anyMatch(f -> f.country().equals(Fears.NOT_NAMED)));
    interact(() -> shell.go(new Place.Packages()));
    until("#packages");
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#seal-feared");
    untilSaid(".dialog-box", "A-001");
    assertThat(desk.packages().list()).as("it is stopped").isEmpty();
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              push(KeyCode.SHORTCUT, KeyCode.ENTER);
              return rows("#packages") == 1;
            });
    assertThat(desk.packages().details(desk.packages().list().getFirst().id()).withConsent())
        .as("nothing of the one who is afraid")
        .isEmpty();
  }
}
