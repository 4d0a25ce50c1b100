package org.sala.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Linking;
import org.sala.casework.consent.Separate;
import org.sala.casework.station.OfficerSlots;
import org.sala.domain.Fingerprint;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;
import org.sala.ui.shell.Shell;

/**
 * What no night shows: somebody whom headquarters has taken back still unlocks, records are linked
 * that cannot be one person's, a colleague's certificate ends.
 */
final class RarePictures {
  /** A certificate ends after two years; so many days are short of that. */
  private static final Duration NEARLY = Duration.ofDays(710);

  private final PictureTaker taker;
  private final Path folder;
  private final List<Path> taken = new ArrayList<>();

  RarePictures(PictureTaker taker, Path folder) {
    this.taker = taker;
    this.folder = folder;
  }

  List<Path> take() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
      hq.headquarters().certify(hq.headquarters().uncertified().keySet().iterator().next(), "EX-9");
    }
    try (Desk hq = Desks.headquarters(folder.resolve("other hq"))) {
      oldKeys(hq);
      links(hq);
    }
    ends();
    return taken;
  }

  /** In each dress one more key is taken away, and the one that has to be stays. */
  private void oldKeys(Desk hq) {
    Fingerprint two;
    try (Desk desk = Desks.create(folder.resolve("old"), "Officer One Example", "one")) {
      two = desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
      for (String other : List.of("Three", "Four", "Five", "Six")) {
        String phrase = "phrase of " + other;
        desk.officers().add("Officer " + other + " Example", other, phrase.toCharArray());
      }
      Desks.enrol(desk, hq, folder, "A");
      Desks.certify(desk, hq, folder, "two");
      Desks.dismiss(desk, hq, "EX-2");
    }
    try (Desk desk = Desks.unlock(folder.resolve("old"), "one")) {
      Map<String, View> views = new LinkedHashMap<>();
      views.put("today-old-key", View.of(new Place.Today()));
      views.put("settings-old-key", View.moment(new Place.Settings(), RarePictures::colleagues));
      String take = "slot-take-" + two.hex();
      views.put(
          "dialog-slot-take", View.moment(new Place.Settings(), shell -> Hand.click(shell, take)));
      views.put(
          "dialog-slot-taken",
          View.moment(new Place.Settings(), shell -> takeAnother(shell, take)));
      taken.addAll(taker.screens(desk, views));
      asAnOlderProgramLeftIt(desk);
      Map<String, View> older = new LinkedHashMap<>();
      older.put("today-old-key-maybe", View.moment(new Place.Today(), shell -> {}));
      older.put(
          "settings-old-key-maybe", View.moment(new Place.Settings(), RarePictures::colleagues));
      taken.addAll(taker.screens(desk, older));
    }
  }

  /** Scrolls to the officers of this laptop. */
  private static void colleagues(Shell shell) {
    Node rows = shell.node().lookup("#colleagues");
    for (Node above = rows; above != null; above = above.getParent()) {
      if (above instanceof ScrollPane pane) {
        double all = pane.getContent().getBoundsInLocal().getHeight();
        double seen = pane.getViewportBounds().getHeight();
        Bounds at = pane.getContent().sceneToLocal(rows.localToScene(rows.getBoundsInLocal()));
        pane.setVvalue(Math.clamp(at.getMinY() / (all - seen), 0, 1));
      }
    }
  }

  /** Nobody knows whose slot is which. */
  private static void asAnOlderProgramLeftIt(Desk desk) {
    desk.officers().slots().all().stream()
        .filter(c -> c.standing() == OfficerSlots.Standing.OPENS)
        .forEach(c -> Desks.station(desk).state().remove("officerSlot." + c.key().hex()));
  }

  private static void takeAnother(Shell shell, String but) {
    List<String> keys =
        shell.node().lookupAll(".button").stream()
            .map(Node::getId)
            .filter(id -> id != null && id.startsWith("slot-take-") && !id.equals(but))
            .toList();
    Hand.click(shell, keys.getFirst());
    Hand.type(shell, "slot-handle", "one");
    Hand.type(shell, "slot-passphrase", "phrase of one");
    Hand.click(shell, "verb");
  }

  /** Sixty records are one person's, and one of them has said no. */
  private void links(Desk hq) {
    try (Desk desk = Desks.create(folder.resolve("linked"), "Officer One Example", "one")) {
      Desks.enrol(desk, hq, folder, "B");
      List<RecordId> all = Linking.people(desk, 60);
      Linking.link(desk, all, Linking.Shape.STAR);
      desk.consents()
          .ask(all.get(7), Separate.COPIES, Consents.Answer.NO, new Consents.How("th", "", ""));
      Place place = new Place.SamePerson(Optional.of(all.getLast()));
      Map<String, View> views = new LinkedHashMap<>();
      views.put("today-linked", View.of(new Place.Today()));
      views.put("same-many", View.of(place));
      views.put("dialog-same-many", many(place, shell -> {}));
      views.put(
          "dialog-same-many-two",
          many(
              place,
              shell -> {
                Hand.type(shell, "same-reason", "Linked by mistake");
                Hand.click(shell, "verb");
              }));
      taken.addAll(taker.screens(desk, views));
    }
  }

  private static View many(Place place, Consumer<Shell> then) {
    return View.moment(
        place,
        shell -> {
          Hand.click(shell, "same-many");
          then.accept(shell);
        });
  }

  private void ends() {
    try (Desk hq = Desks.unlockAfter(NEARLY, folder.resolve("hq"), "zero")) {
      Map<String, View> views = new LinkedHashMap<>();
      views.put("today-colleague-ends", View.of(new Place.Today()));
      views.put("stations-colleague-ends", View.of(new Place.Stations()));
      taken.addAll(taker.screens(hq, views));
    }
  }
}
