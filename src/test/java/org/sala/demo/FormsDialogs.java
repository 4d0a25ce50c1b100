package org.sala.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.protection.Dossiers;
import org.sala.casework.screening.Screenings;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;
import org.sala.ui.shell.Shell;

/** What is asked beside forms, interviews and rows from a spreadsheet. */
final class FormsDialogs {
  private static final String ROWS =
      "A-101\tSomchai Example\tThai\tmale\t24\n"
          + "A-102\tSuda Example\tth\tfemale\tabout 17\n"
          + "A-001\tTaken Example\tmy\t\t30\n"
          + "A-103\tNobody Example\tKlingon\t\t40\n";

  private final Desk desk;
  private final Asked asked = new Asked();

  FormsDialogs(Desk desk) {
    this.desk = desk;
    RecordId caseId =
        desk.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
    List<RecordId> people = IntStream.rangeClosed(1, 7).mapToObj(i -> add(caseId, i)).toList();
    forms(caseId, people);
    interviews(people);
    pasted();
    dossier(people.getFirst());
  }

  Asked asked() {
    return asked;
  }

  private RecordId add(RecordId caseId, int number) {
    return desk.people()
        .add(
            caseId,
            new People.NewPerson("A-00" + number, "", "Somebody Example", "female", "24", "my"),
            "said",
            "");
  }

  private void forms(RecordId caseId, List<RecordId> people) {
    FilledForms.fill(
        desk,
        caseId,
        people,
        new Moment(Desks.CHEAP.clock().instant(), Desks.CHEAP.clock().getZone()));
    Place place = new Place.Filling(desk.forms().of(people.get(4)).getFirst().id());
    asked.click("money-told", place, "money-tell");
    asked.when("form-print", place, shell -> toEnd(shell, "print-form"));
    asked.when("form-close", place, shell -> toEnd(shell, "close-form"));
  }

  private static void toEnd(Shell shell, String button) {
    for (int i = 0; i < 80 && shell.node().lookup("#close-form") == null; i++) {
      shell.goOn();
    }
    Hand.click(shell, button);
  }

  private void interviews(List<RecordId> people) {
    Interviews.hold(desk, people);
    Screenings.Line open =
        desk.screenings().of(people.getFirst()).stream()
            .filter(s -> s.state() == Screenings.State.OPEN)
            .findFirst()
            .orElseThrow();
    asked.click("interview-serious", new Place.Interview(open.id()), "serious");
    asked.click("screening-again", new Place.OnePerson(people.get(1)), "screening-begin");
  }

  private void pasted() {
    asked.when(
        "paste",
        new Place.Intake(),
        shell -> {
          Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, ROWS));
          Asked.verb(shell, "intake.paste");
        });
  }

  private void dossier(RecordId person) {
    desk.dossiers()
        .open(person, new Dossiers.Agreement(true, "my", "IN-07", "", "None in this district"));
    asked.verb("dossier-end", new Place.OneDossier(person), "dossier.end");
  }
}
