package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Screened;
import org.sala.casework.people.People;
import org.sala.casework.screening.Findings;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** Whoever seals reads what leaves, by kind, before it is sealed. */
class SealWordsJourneyTest extends JourneyWindow {
  @TempDir Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("a");
  }

  @Test
  void whatLeavesIsNamedByKind() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk station = Desks.create(workspace(), "Officer One Example", "one")) {
      Desks.enrol(station, hq, folder, "A");
      RecordId person =
          station
              .people()
              .register(
                  List.of(new People.NewPerson("A-001", "", "Zaw Example", "male", "1990", "my")))
              .getFirst();
      Screened.closed(station, person);
      station.findings().find(person, Findings.Finding.PRESUMED_VICTIM, "seen enough");
    }
    interact(() -> enter(Desks.unlock(workspace(), "one")));
    until("#next");
    interact(() -> shell.go(new Place.Packages()));
    press("Seal new package…");
    untilSaid("1 person, 1 screening");
    assertThat(reads(w -> w.startsWith("Also: ") && w.contains("finding (1)")))
        .as("what has no file and is no statement leaves too")
        .isTrue();
  }
}
