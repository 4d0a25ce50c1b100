package org.sala.demo;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.Statements;
import org.sala.casework.station.Seen;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.ui.route.Drafting;
import org.sala.ui.route.KeptLine;
import org.sala.ui.route.Place;
import org.sala.ui.shell.Shell;
import org.sala.ui.text.Texts;

/** What an officer sees of fields that somebody else wrote otherwise, and of a draft put back. */
final class DifferingDialogs {
  private static final String ASKED = "/screening/the_work/opening";

  private final Path folder;
  private Desk desk;
  private final RecordId caseId;
  private final RecordId person;
  private final RecordId statement;
  private final RecordId screening;

  DifferingDialogs(Path folder) {
    this.folder = folder;
    desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      Desks.enrol(desk, hq, folder, "A");
    }
    caseId = desk.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", "A yard"));
    person =
        desk.people()
            .add(
                caseId,
                new People.NewPerson("A-001", "", "Somebody Example", "female", "24", "my"),
                "said",
                "");
    desk.people().edit(person, Map.of("needs", Value.text("a doctor")), "");
    statement =
        desk.statements().begin(caseId, person, new Statements.Setting("my", "IN-04", "", ""));
    screening = desk.screenings().begin(person, new Screenings.Setting("my", "IN-04", ""));
    Seen opened = Cases.seen(desk.people().fields(person));
    Seen caseOpened = Cases.seen(desk.cases().fields(caseId));
    Seen said = Cases.seen(desk.statements().page(statement).fields());
    ScreeningPage page = desk.screenings().page(screening);
    as("two");
    desk.people().setBirth(person, "2010", "her school card");
    desk.people().edit(person, Map.of("needs", Value.text("a doctor, insulin")), "");
    desk.cases().edit(caseId, Map.of("summary", Value.text("Two yards and a gate")), "");
    desk.statements().write(statement, Map.of("text", "She was told to wait at the gate."));
    desk.screenings().answer(screening, ASKED, new Given("", "They took the telephone", "", "my"));
    as("one");
    desk.people()
        .edit(
            person,
            Map.of(
                "birth", desk.people().readBirth("1999").toValue(),
                "needs", Value.text("a doctor, calls her mother")),
            "she said so",
            opened);
    desk.cases().edit(caseId, Map.of("summary", Value.text("A yard, burnt")), "", caseOpened);
    desk.statements().write(statement, Map.of("text", "She was told to wait inside."), said);
    desk.screenings()
        .answer(
            screening,
            ASKED,
            new Given("", "They sold the telephone", "", "my"),
            page.at(ASKED),
            page.seen());
  }

  private void as(String officer) {
    desk.close();
    desk = Desks.unlock(folder.resolve("a"), officer);
  }

  Desk desk() {
    return desk;
  }

  Asked asked() {
    Asked asked = new Asked();
    Place page = new Place.OnePerson(person);
    asked.press("differing-person", page, KeyCode.E);
    asked.click("differing-birth", page, "edit-birth-1");
    asked.click("differing-birth-remove", page, "remove-birth-1");
    asked.click("differing-needs", page, "edit-needs-1");
    asked.press("differing-case", new Place.OneCase(caseId, "overview"), KeyCode.E);
    asked.click("differing-statement", new Place.OneStatement(statement), "settle-text");
    asked.when("draft-came", page, shell -> putBack(shell, "a doctor, insulin twice a day"));
    asked.when("draft-came-long", page, shell -> putBack(shell, "a doctor, insulin. ".repeat(30)));
    return asked;
  }

  /** Beside the dialogs: the pages that they are asked on. */
  Map<String, View> pages() {
    return Map.of(
        "differing-page", View.of(new Place.OnePerson(person)),
        "differing-words", View.of(new Place.OneStatement(statement)));
  }

  /** As the window does when a draft is put back over something that came. */
  private static void putBack(Shell shell, String came) {
    Hand.control(shell, KeyCode.E);
    Texts texts =
        List.of(Texts.in("en", ZoneOffset.UTC), Texts.in("th", ZoneOffset.UTC)).stream()
            .filter(
                t ->
                    shell.node().lookupAll(".label").stream()
                        .anyMatch(
                            n -> n instanceof Label l && l.getText().equals(t.t("edit.person"))))
            .findFirst()
            .orElseThrow();
    Drafting.Came one =
        new Drafting.Came(
            "person-needs",
            texts.code("field", "needs"),
            Optional.of("a doctor"),
            came,
            "a doctor, calls her mother",
            true,
            () -> {});
    KeptLine.show(
        (Pane) shell.node().lookup("#kept-draft"),
        new Drafting.Restored("02:14", () -> {}, List.of(one)),
        texts);
  }
}
