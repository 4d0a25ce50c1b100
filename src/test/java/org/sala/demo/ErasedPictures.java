package org.sala.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.erasing.Erasing;
import org.sala.casework.erasing.Erasures;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Statements;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** Pictures of erasing for good: what is told before, and the list of what is gone. */
final class ErasedPictures {
  private final PictureTaker taker;
  private final Path folder;

  ErasedPictures(PictureTaker taker, Path folder) {
    this.taker = taker;
    this.folder = folder;
  }

  List<Path> take() {
    Path there = folder.resolve("a");
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      List<Path> taken = new ArrayList<>();
      try (Desk desk = Desks.create(there, "Officer One Example", "one")) {
        Desks.enrol(desk, hq, folder, "A");
        desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
        taken.addAll(taker.screens(desk, asked(desk)));
        desk.people().list("", "wristband", false, 10, 4).forEach(p -> erase(desk, p.id()));
      }
      try (Desk desk = Desks.unlock(there, "one")) {
        taken.addAll(taker.screens(desk, listed()));
      }
      return taken;
    }
  }

  private Map<String, View> asked(Desk desk) {
    RecordId caseId = desk.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    for (int i = 1; i <= 14; i++) {
      add(desk, caseId, i);
    }
    List<People.PersonLine> all = desk.people().list("", "wristband", false, 0, 2);
    RecordId person = all.getFirst().id();
    RecordId inDanger = all.getLast().id();
    desk.statements().begin(caseId, person, new Statements.Setting("my", "", "", ""));
    desk.packages()
        .carry(
            desk.packages().seal(desk.packages().plan(Optional.empty()), Progress.none()).id(),
            folder.resolve("usb"));
    desk.backups().make(folder.resolve("one.salabackup"), Progress.none());
    desk.triages()
        .done(inDanger, new Triages.Answers(Map.of("q6", "yes"), Map.of("q6", "they called")));
    Map<String, View> views = new LinkedHashMap<>();
    views.put("dialog-erase", at(new Place.OnePerson(person)));
    views.put("dialog-erase-case", at(new Place.OneCase(caseId, "overview")));
    views.put(
        "dialog-erase-no",
        View.moment(new Place.OnePerson(inDanger), shell -> Hand.click(shell, "erase")));
    return views;
  }

  private static void add(Desk desk, RecordId caseId, int number) {
    desk.people()
        .add(
            caseId,
            new People.NewPerson(
                String.format(java.util.Locale.ROOT, "A-%03d", number), "", "", "", "24", "my"),
            "said",
            "");
  }

  private static View at(Place place) {
    return View.of(place, shell -> Hand.click(shell, "erase"));
  }

  private static void erase(Desk desk, RecordId about) {
    Erasing plan = desk.erasures().plan(about);
    desk.erasures()
        .erase(
            plan,
            plan.number(),
            Erasures.Why.TIME_OVER,
            "the court has closed the case, and five years are over",
            Optional.of(new Erasures.Second("two", "phrase of two".toCharArray())));
  }

  private static Map<String, View> listed() {
    Map<String, View> views = new LinkedHashMap<>();
    views.put("settings-erased", View.of(new Place.Settings(), ErasedPictures::toTheEnd));
    views.put(
        "dialog-erased", View.of(new Place.Settings(), shell -> Hand.click(shell, "erased-all")));
    return views;
  }

  /** The card is the last one of the page. */
  private static void toTheEnd(org.sala.ui.shell.Shell shell) {
    if (shell.node().lookup("#erased") != null
        && shell.node().lookup(".scroll-pane") instanceof javafx.scene.control.ScrollPane scroll) {
      scroll.setVvalue(1);
    }
  }
}
