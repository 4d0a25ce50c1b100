package org.sala.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;
import org.sala.ui.shell.Shell;

/** Pictures of what has nothing in it yet: each says what comes there, and what to do next. */
final class EmptyPictures {
  private static final List<String> TABS =
      List.of("overview", "people", "screenings", "forms", "statements", "exhibits", "history");

  private final PictureTaker taker;
  private final Path folder;

  EmptyPictures(PictureTaker taker, Path folder) {
    this.taker = taker;
    this.folder = folder;
  }

  List<Path> take() {
    List<Path> taken = new ArrayList<>();
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      taken.addAll(taker.screens(hq, headquarters()));
    }
    try (Desk desk = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      taken.addAll(taker.screens(desk, station(desk)));
      taken.addAll(taker.screens(desk, person(desk)));
    }
    return taken;
  }

  private static Map<String, View> headquarters() {
    Map<String, View> views = new LinkedHashMap<>();
    empty(views, "overview", new Place.Overview());
    for (String tab : List.of("contact", "numbers")) {
      empty(
          views, "overview-" + tab, new Place.Overview(), shell -> Hand.click(shell, "tab-" + tab));
    }
    empty(views, "news", new Place.News());
    empty(views, "arrivals", new Place.Arrivals());
    empty(views, "packages-headquarters", new Place.Packages());
    empty(views, "deciding-list", new Place.Deciding());
    empty(views, "obvious", new Place.ObviousVersions());
    empty(views, "same-person", new Place.SamePerson());
    empty(
        views, "same-person-said", new Place.SamePerson(), shell -> Hand.click(shell, "tab-said"));
    empty(views, "stations", new Place.Stations());
    return views;
  }

  private static Map<String, View> station(Desk desk) {
    RecordId caseId = desk.cases().open(new Cases.NewCase("Red house", "rescue", "normal", "", ""));
    Map<String, View> views = new LinkedHashMap<>();
    empty(views, "house", new Place.House());
    for (String tab : List.of("without", "since")) {
      empty(views, "house-" + tab, new Place.House(), shell -> Hand.click(shell, "tab-" + tab));
    }
    empty(views, "still-inside", new Place.StillInside());
    empty(views, "site", new Place.OneSite("nowhere"));
    empty(views, "directory", new Place.Directory());
    TABS.forEach(tab -> empty(views, "case-" + tab, new Place.OneCase(caseId, tab)));
    return views;
  }

  /** Somebody of whom nothing was written but that they are here. */
  private static Map<String, View> person(Desk desk) {
    desk.people().register(List.of(new People.NewPerson("A-001", "", "", "", "", "")));
    RecordId person = desk.people().list("", "wristband", false, 0, 1).getFirst().id();
    Map<String, View> views = new LinkedHashMap<>();
    empty(views, "person", new Place.OnePerson(person));
    empty(views, "dossier", new Place.OneDossier(person));
    return views;
  }

  private static void empty(Map<String, View> views, String name, Place place) {
    empty(views, name, place, shell -> {});
  }

  private static void empty(
      Map<String, View> views, String name, Place place, Consumer<Shell> then) {
    views.put(name + "-empty", View.moment(place, then));
  }
}
