package org.sala.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.erasing.Erasing;
import org.sala.casework.erasing.Erasures;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Statements;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.Progress;
import org.sala.casework.todo.ToDo;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.ui.route.Place;
import org.sala.ui.shell.Shell;

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
        Desks.certify(desk, hq, folder, "two");
        taken.addAll(taker.screens(desk, asked(hq, desk)));
        desk.people().list("", "wristband", false, 10, 4).forEach(p -> erase(desk, p.id()));
      }
      try (Desk desk = Desks.unlock(there, "one")) {
        taken.addAll(taker.screens(desk, listed()));
        hear(hq, desk);
      }
      taken.addAll(taker.screens(hq, heard(hq)));
      return taken;
    }
  }

  private Map<String, View> asked(Desk hq, Desk desk) {
    RecordId caseId = desk.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    for (int i = 1; i <= 14; i++) {
      add(desk, caseId, i);
    }
    List<People.PersonLine> all = desk.people().list("", "wristband", false, 0, 2);
    RecordId person = all.getFirst().id();
    RecordId inDanger = all.getLast().id();
    desk.statements().begin(caseId, person, new Statements.Setting("my", "", "", ""));
    hq.packages().take(sealed(desk));
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

  private Path sealed(Desk desk) {
    RecordId id =
        desk.packages().seal(desk.packages().plan(Optional.empty()), Progress.none()).id();
    return desk.packages().carry(id, folder.resolve("usb"));
  }

  /** With the next package, and more of the case by somebody who was revoked since. */
  private void hear(Desk hq, Desk desk) {
    RecordId caseId = desk.cases().list("", "number", false, 0, 1).getFirst().id();
    desk.cases().edit(caseId, Map.of("summary", Value.text("More is known.")), "");
    hq.packages().take(sealed(desk));
    desk.cases().edit(caseId, Map.of("summary", Value.text("Even more.")), "");
    hq.headquarters()
        .revoke(hq.headquarters().stations().getFirst().officers().getFirst().serial(), "left");
    hq.packages().take(sealed(desk));
  }

  private static Map<String, View> heard(Desk hq) {
    RecordId caseId = hq.cases().list("", "number", false, 0, 1).getFirst().id();
    Map<String, View> views = new LinkedHashMap<>();
    views.put("today-erased-there", View.of(new Place.Today()));
    views.put(
        "dialog-erased-there",
        View.of(new Place.Today(), shell -> Hand.enter(shell, "next", row(shell))));
    views.put("dialog-erase-quarantine", at(new Place.OneCase(caseId, "overview")));
    return views;
  }

  private static int row(Shell shell) {
    if (shell.node().lookup("#next") instanceof TableView<?> table) {
      for (int i = 0; i < table.getItems().size(); i++) {
        if (table.getItems().get(i) instanceof ToDo t && t.what() == ToDo.What.ERASED_THERE) {
          return i;
        }
      }
    }
    throw new IllegalStateException("nothing was heard of");
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
  private static void toTheEnd(Shell shell) {
    if (shell.node().lookup("#erased") != null
        && shell.node().lookup(".scroll-pane") instanceof ScrollPane scroll) {
      scroll.setVvalue(1);
    }
  }
}
