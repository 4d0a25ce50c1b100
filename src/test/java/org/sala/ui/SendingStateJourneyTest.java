package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.Statements;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** What stands in lists says how far it is, before and after headquarters' receipt. */
class SendingStateJourneyTest extends JourneyWindow {
  @TempDir static Path folder;
  private RecordId caseId;
  private RecordId exhibit;
  private RecordId statement;

  @Override
  protected Path workspace() {
    return folder.resolve("a");
  }

  @Test
  void exhibitsScreeningsAndStatementsSayHowFarTheyAre() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      Desk made = Desks.create(workspace(), "Officer One Example", "one");
      Desks.enrol(made, hq, folder, "A");
      write(made);
      PackageLine sealed =
          made.packages().seal(made.packages().plan(Optional.empty()), Progress.none());
      Path carried = made.packages().carry(sealed.id(), folder.resolve("usb"));
      made.exhibits()
          .add(caseId, new Exhibits.NewExhibit("Found later", "", Optional.empty(), "", ""));
      interact(
          () -> {
            enter(made);
            shell.go(new Place.Exhibits());
          });
      untilSaid("#exhibits", "Carried");
      untilSaid("#exhibits", "On this laptop");
      interact(() -> shell.go(new Place.OneCase(caseId, "statements")));
      untilSaid("#statements", "Carried");
      interact(() -> shell.go(new Place.Screenings()));
      untilSaid("#unfinished", "Carried");

      Importing.Outcome.Imported there = (Importing.Outcome.Imported) hq.packages().take(carried);
      made.packages()
          .take(
              hq.packages()
                  .carry(there.receipt().orElseThrow(), Desks.stick(folder.resolve("back"))));
      untilSaid("#unfinished", "Accepted by headquarters");
      interact(() -> shell.go(new Place.Exhibits()));
      untilSaid("#exhibits", "Accepted by headquarters");
      untilSaid("#exhibits", "On this laptop");
      interact(() -> shell.go(new Place.OneExhibit(exhibit)));
      untilSaid(" · Accepted by headquarters");
      interact(() -> shell.go(new Place.OneStatement(statement)));
      untilSaid("✓ Accepted by headquarters");
      push(KeyCode.SHORTCUT, KeyCode.L);
      until("#unlock");
      assertThat(says("Accepted by headquarters")).isFalse();
    }
  }

  private void write(Desk made) {
    caseId = made.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    RecordId person =
        made.people()
            .add(
                caseId,
                new People.NewPerson("A-001", "", "Zaw Example", "female", "24", "my"),
                "",
                "");
    exhibit =
        made.exhibits()
            .add(caseId, new Exhibits.NewExhibit("Ledger", "", Optional.empty(), "", ""));
    statement = made.statements().begin(caseId, person, new Statements.Setting("my", "", "", ""));
    made.screenings().begin(person, new Screenings.Setting("my", "", ""));
  }
}
