package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.casework.screening.Findings;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** Nobody is offered on a person's page what would be refused. */
class SecondLookJourneyTest extends JourneyWindow {
  @TempDir Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("w");
  }

  @Test
  void whereASecondLookHasOverturnedTheFindingTheReasonStandsAndNoButton() {
    RecordId person;
    RecordId look;
    try (Desk one = Desks.create(workspace(), "Officer One Example", "one")) {
      one.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
      person =
          one.people()
              .register(List.of(new People.NewPerson("A-001", "", "", "male", "30", "my")))
              .getFirst();
      one.findings().find(person, Findings.Finding.MORE_TIME_NEEDED, "as it was told");
      look = one.outcomes().ask(person, "");
    }
    Desk two = Desks.unlock(workspace(), "two");
    interact(
        () -> {
          enter(two);
          shell.go(new Place.OnePerson(person));
        });
    until("#look-answer");
    assertThat(lookup("#look-over").tryQuery()).isEmpty();
    interact(
        () -> {
          desk.outcomes().looked(look, false, "nobody asked about the debt");
          shell.go(new Place.PeopleHere());
          shell.go(new Place.OnePerson(person));
        });
    until("#look-over");
    assertThat(lookup("#look-ask").tryQuery()).isEmpty();
    assertThat(lookup("#look-answer").tryQuery()).isEmpty();
    assertThat(lookup("#outcome-tell").tryQuery()).as("what follows is told").isPresent();
  }
}
