package org.sala.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.Statements;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;

/** Whatever has a number or a name is found by its first letters, and Enter opens it. */
class FindingJourneyTest extends ListWindow {
  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("finding");
  }

  private void find(String typed, String row, String kind) {
    push(KeyCode.SHORTCUT, KeyCode.K);
    until("#search");
    write(typed);
    untilSaid("#found", row);
    untilSaid("#found", kind);
  }

  @Test
  void eachKindSaysWhatItIsAndEnterOpensIt() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      Desks.enrol(made, hq, folder, "A");
    }
    RecordId caseId = made.cases().open(new Cases.NewCase("Red house", "rescue", "normal", "", ""));
    RecordId person =
        made.people()
            .add(caseId, new People.NewPerson("A-007", "", "Zaw", "male", "30", "my"), "", "");
    made.triages()
        .inside(
            person, new Triages.Inside("Thiri", "", "Compound R-7", "", "May", "yes", "inside"));
    made.statements().begin(caseId, person, new Statements.Setting("my", "", "", "hall"));
    made.screenings().begin(person, new Screenings.Setting("my", "", ""));
    PackageLine first =
        made.packages().seal(made.packages().plan(Optional.empty()), Progress.none());
    made.people().register(List.of(new People.NewPerson("A-008", "", "", "", "", "")));
    made.packages().seal(made.packages().plan(Optional.empty()), Progress.none());
    interact(() -> enter(made));
    until("#next");

    find("thir", "named by A-007", "still inside");
    push(KeyCode.ENTER);
    until("#case-people");

    find("a-s", "in case", "statement");
    push(KeyCode.ENTER);
    until("#statement-text");

    find("0001", "0001", "package, leaves");
    push(KeyCode.DOWN);
    push(KeyCode.ENTER);
    until("#packages");
    soon(() -> chosen().map(PackageLine::id).equals(Optional.of(first.id())));

    find("a-007", "A-007", "screening");
    push(KeyCode.DOWN);
    push(KeyCode.ENTER);
    until("#number-pad");
  }

  private Optional<PackageLine> chosen() {
    return chosen("packages");
  }
}
