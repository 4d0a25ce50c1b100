package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Odd;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** Every screen opens on records of another laptop that have nonsense in every field. */
class ForeignValuesJourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  private static final Map<RecordId, Kind> RECORDS = new LinkedHashMap<>();

  private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void nonsenseCame() {
    try (Desk desk = Desks.headquarters(folder.resolve("w"))) {
      RecordId person =
          desk.people()
              .register(List.of(new People.NewPerson("A-001", "", "Zaw Example", "", "24", "my")))
              .getFirst();
      RecordId in = desk.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
      RECORDS.put(person, Kinds.PERSON);
      RECORDS.put(in, Kinds.CASE);
      RECORDS.putAll(Odd.records(desk, person, in));
    }
  }

  @Override
  protected Path workspace() {
    return folder.resolve("w");
  }

  private static List<Place> each(Kind kind, Function<RecordId, Place> place) {
    return RECORDS.entrySet().stream()
        .filter(e -> e.getValue().equals(kind))
        .map(e -> place.apply(e.getKey()))
        .toList();
  }

  private List<Place> places() {
    List<Place> places =
        new ArrayList<>(
            List.of(
                new Place.Today(),
                new Place.PeopleHere(),
                new Place.House(),
                new Place.Intake(),
                new Place.Screenings(),
                new Place.Cases(),
                new Place.Exhibits(),
                new Place.Packages(),
                new Place.Overview(),
                new Place.News(),
                new Place.Arrivals(),
                new Place.Deciding(Optional.empty()),
                new Place.ObviousVersions(),
                new Place.SamePerson(Optional.empty()),
                new Place.Directory(),
                new Place.StillInside(),
                new Place.Stations(Optional.empty()),
                new Place.Partners(),
                new Place.Settings()));
    places.addAll(each(Kinds.PERSON, Place.OnePerson::new));
    places.addAll(each(Kinds.PERSON, Place.OneDossier::new));
    places.addAll(each(Kinds.CASE, id -> new Place.OneCase(id, "")));
    // One that belongs to no case stands in no list, and no way leads to it.
    places.addAll(
        desk.exhibits().list("", "number", false, 0, 50).stream()
            .map(e -> (Place) new Place.OneExhibit(e.id()))
            .toList());
    places.addAll(each(Kinds.STATEMENT, Place.OneStatement::new));
    places.addAll(each(Kinds.SCREENING, Place.Review::new));
    places.addAll(each(Kinds.COPY, Place.ReceivedCopy::new));
    return places;
  }

  @Test
  void everyScreenOpens() {
    interact(
        () -> {
          Thread.currentThread().setUncaughtExceptionHandler((t, e) -> uncaught.add(e));
          enter(Desks.unlock(workspace(), "zero"));
        });
    settle();
    List<String> broken = new ArrayList<>();
    int written = 0;
    for (Place place : places()) {
      try {
        interact(() -> shell.go(place));
      } catch (RuntimeException e) {
        uncaught.add(e);
      }
      settle();
      String log = desk.faults().written();
      if (log.length() > written || !uncaught.isEmpty()) {
        broken.add(
            place.getClass().getSimpleName()
                + " "
                + log.substring(written)
                + uncaught.stream().map(ForeignValuesJourneyTest::where).toList());
      }
      written = log.length();
      uncaught.clear();
    }
    assertThat(broken).isEmpty();
  }

  private static String where(Throwable thrown) {
    Throwable at = thrown;
    while (at.getCause() != null) {
      at = at.getCause();
    }
    return at
        + " at "
        + List.of(at.getStackTrace()).subList(0, Math.min(6, at.getStackTrace().length));
  }
}
