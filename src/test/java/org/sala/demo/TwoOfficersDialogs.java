package org.sala.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Screened;
import org.sala.casework.joining.Choice;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Child;
import org.sala.casework.screening.Findings;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.Progress;
import org.sala.casework.todo.ToDo;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.ui.route.Place;
import org.sala.ui.shell.Shell;

/**
 * What takes a second officer, at headquarters and at a station, and what headquarters and a
 * station tell and ask each other.
 */
final class TwoOfficersDialogs {
  private final PictureTaker taker;
  private final Path folder;
  private final List<Path> taken = new ArrayList<>();

  TwoOfficersDialogs(PictureTaker taker, Path folder) {
    this.taker = taker;
    this.folder = folder;
  }

  List<Path> take() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Desks.enrol(station, hq, folder, "A");
      hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
      hq.headquarters().certify(hq.headquarters().uncertified().keySet().iterator().next(), "EX-9");
      RecordId caseId =
          station.cases().open(new Cases.NewCase("Red house", "rescue", "normal", "", ""));
      RecordId person = add(station, caseId, "A-001", "17");
      report(station, hq);
      hq.people().setBirth(person, "2001-03-14", "read from a passport");
      station.people().setBirth(person, "2009", "said again");
      hq.cases().edit(caseId, Map.of("title", Value.text("House with the red door")), "");
      station.cases().edit(caseId, Map.of("title", Value.text("Red house, mill road")), "");
      report(station, hq);
      taken.addAll(taker.screens(hq, Map.of("today-versions", View.of(new Place.Today()))));
      decided(hq, person, caseId);
      same(hq);
      told(hq, station, person);
      trusted(hq);
      return taken;
    }
  }

  private void take(Desk desk, Asked asked) {
    taken.addAll(taker.screens(desk, asked.views()));
  }

  private static RecordId add(Desk desk, RecordId caseId, String number, String birth) {
    return desk.people()
        .add(
            caseId,
            new People.NewPerson(number, "", "Somebody Example", "female", birth, "my"),
            "said",
            "");
  }

  private void report(Desk station, Desk hq) {
    RecordId sealed =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none()).id();
    hq.packages().take(station.packages().carry(sealed, folder.resolve("usb")));
  }

  /** The age of somebody who may be a child takes two; a decision is taken back. */
  private void decided(Desk hq, RecordId person, RecordId caseId) {
    Asked asked = new Asked();
    asked.click("takeback-none", new Place.Deciding(Optional.of(caseId)), "take-back");
    asked.when(
        "deciding-second",
        new Place.Deciding(Optional.of(person)),
        shell -> {
          Hand.click(shell, "keep-birth-0");
          Hand.type(shell, "deciding-reason", "the passport was seen");
          shell.goOn();
        });
    take(hq, asked);
    hq.disagreements()
        .decide(
            caseId,
            Map.of("title", new Choice.Other("House with the red door, mill road")),
            "the same house");
    Asked back = new Asked();
    back.click("takeback", new Place.Deciding(Optional.of(person)), "take-back");
    take(hq, back);
  }

  private void same(Desk hq) {
    RecordId child = twice(hq, "H-001", "Khin Mar Example", "about 17");
    RecordId adult = twice(hq, "H-002", "Sanda Sample", "1999");
    Place place = new Place.SamePerson(Optional.of(adult));
    Asked asked = new Asked();
    asked.click("same-no", place, "same-no");
    asked.press("same-other", place, KeyCode.N);
    take(hq, asked);
    hq.samePeople().same(child, adult, "one telephone");
    Asked two = new Asked();
    two.when(
        "same-back",
        place,
        shell -> {
          Hand.click(shell, "tab-said");
          Hand.click(shell, "same-back");
        });
    take(hq, two);
  }

  private static RecordId twice(Desk desk, String number, String name, String birth) {
    RecordId id =
        desk.people()
            .register(List.of(new People.NewPerson(number, "", name, "female", birth, "my")))
            .getFirst();
    desk.people().addElement(id, "contact", Value.parts(Map.of("text", "+95 9 123 456 78")));
    return id;
  }

  /** A bulletin and a question at the station, its answer back at headquarters. */
  private void told(Desk hq, Desk station, RecordId person) {
    hq.bulletins().tell("The old hotline is dead", "Call 0-0000 instead, by day and by night.");
    hq.questions()
        .ask(hq.questions().askable(List.of(person), Set.of()), Set.of("birth"), "Who said so?");
    bring(hq, station);
    RecordId screening = Screened.closed(station, person);
    station
        .findings()
        .find(person, Optional.of(screening), Findings.Finding.NO_INDICATIONS, "an example");
    taken.addAll(
        taker.screens(
            station,
            Map.of(
                "today-confirm",
                View.of(new Place.Today()),
                "review-second",
                View.of(new Place.Review(screening, true)))));
    Asked asked = new Asked();
    for (ToDo.What what : List.of(ToDo.What.BULLETIN, ToDo.What.QUESTION)) {
      todo(asked, what);
    }
    ageWaits(station);
    todo(asked, ToDo.What.AGE);
    station.drafts().keep("intake", Map.of("name 1", "Half a Samplename"));
    asked.click("half-typed", new Place.Today(), "half-typed-look");
    asked.click("second-finding", new Place.Review(screening, true), "second-sign");
    take(station, asked);
    station
        .questions()
        .answer(station.questions().waitingHere().getFirst().id(), "Through IN-04", false);
    report(station, hq);
    Asked answered = new Asked();
    todo(answered, ToDo.What.ANSWERED);
    take(hq, answered);
  }

  /** An adult's age over that of a child whose screening has begun. */
  private static void ageWaits(Desk station) {
    RecordId child =
        station
            .people()
            .register(
                List.of(new People.NewPerson("C-016", "", "Su Example", "female", "16", "my")))
            .getFirst();
    station
        .screenings()
        .begin(child, new Screenings.Setting("my", "", ""), new Child("Social worker"));
    station.people().setBirth(child, "24", "looks older");
  }

  private void bring(Desk hq, Desk station) {
    for (DecisionDelivery.Owed owed : hq.decisions().owed()) {
      hq.decisions()
          .seal(owed.station(), Progress.none())
          .map(s -> hq.packages().carry(s, Desks.stick(folder.resolve("back"))))
          .ifPresent(station.packages()::take);
    }
  }

  private static void todo(Asked asked, ToDo.What what) {
    asked.when(
        "todo-" + what.name().toLowerCase(Locale.ROOT),
        new Place.Today(),
        shell -> Hand.enter(shell, "next", row(shell, what)));
  }

  private static int row(Shell shell, ToDo.What what) {
    if (shell.node().lookup("#next") instanceof TableView<?> table) {
      for (int i = 0; i < table.getItems().size(); i++) {
        if (table.getItems().get(i) instanceof ToDo t && t.what() == what) {
          return i;
        }
      }
    }
    throw new IllegalStateException("nothing of that kind to do");
  }

  /** Nobody is believed by one officer's word. */
  private void trusted(Desk hq) {
    hq.officers().add("Officer Eight Example", "eight", "phrase of eight".toCharArray());
    hq.headquarters().revoke(hq.headquarters().stations().getFirst().id(), "stolen");
    Asked asked = new Asked();
    asked.click("approve", new Place.Stations(), "confirm-EX-100A");
    take(hq, asked);
  }
}
