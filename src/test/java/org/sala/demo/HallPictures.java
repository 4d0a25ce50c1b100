package org.sala.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Halls;
import org.sala.casework.people.People;
import org.sala.casework.protection.Outcomes;
import org.sala.casework.screening.Findings;
import org.sala.casework.screening.Triages;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** A danger that came from the next table, and what is asked around packages and findings. */
final class HallPictures {
  private final PictureTaker taker;
  private final Path folder;

  HallPictures(PictureTaker taker, Path folder) {
    this.taker = taker;
    this.folder = folder;
  }

  List<Path> take() throws IOException {
    Path shared = Files.createDirectories(folder.resolve("shared"));
    try (Halls hall = Halls.of(folder, "A", "B")) {
      hall.stations().forEach(d -> d.sync().carriers().addFolder(shared, "Hall"));
      Desk one = hall.station("A");
      Desk two = hall.station("B");
      RecordId danger =
          one.people()
              .register(List.of(new People.NewPerson("A-014", "", "", "f", "", "th")))
              .getFirst();
      one.triages().done(danger, new Triages.Answers(Map.of("q6", "yes"), Map.of()));
      two.people().register(List.of(new People.NewPerson("B-001", "", "", "f", "", "my")));
      looked(two);
      two.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
      hall.leave("B");
      two = Desks.unlock(folder.resolve("b"), "nine");
      hall.enter("B", two);
      List.of(one, two).forEach(d -> d.sync().once(d.sync().carriers().list().getFirst().id()));
      List<Path> pictures = new ArrayList<>(taker.screens(two, views(two, hall.stick())));
      Map<String, View> shares = new LinkedHashMap<>();
      shares.put(
          "dialog-shares",
          View.moment(new Place.Settings(), shell -> Hand.click(shell, "shares-make")));
      pictures.addAll(taker.screens(hall.headquarters(), shares));
      return pictures;
    }
  }

  private static void looked(Desk desk) {
    RecordId person =
        desk.people()
            .register(List.of(new People.NewPerson("B-002", "", "", "m", "24", "th")))
            .getFirst();
    desk.findings().find(person, Findings.Finding.MORE_TIME_NEEDED, "an example");
    desk.outcomes()
        .told(person, new Outcomes.Telling("Officer B Example", Outcomes.How.IN_PERSON, "th", ""));
    desk.outcomes().ask(person, "The person says that more was done to them");
  }

  private static Map<String, View> views(Desk desk, Path stick) {
    desk.sync().carriers().addFolder(stick, "Blue stick");
    Map<String, View> views = new LinkedHashMap<>();
    views.put("today-danger", View.of(new Place.Today()));
    views.put(
        "dialog-danger-hall",
        View.moment(new Place.Today(), shell -> Hand.enter(shell, "next", 0)));
    views.put(
        "dialog-second-look",
        View.moment(new Place.Today(), shell -> Hand.enter(shell, "next", 1)));
    views.put(
        "dialog-recipients",
        View.moment(new Place.Packages(), shell -> Hand.control(shell, KeyCode.N)));
    views.put(
        "dialog-store",
        View.moment(new Place.Settings(), shell -> Hand.click(shell, "carrier-store")));
    return views;
  }
}
