package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.ui.route.Place;

/** Whoever begins sees empty lists: each says what will be there, and what to do for it. */
class FirstSightsJourneyTest extends JourneyWindow {
  private static final List<Place> LISTS =
      List.of(
          new Place.Today(),
          new Place.PeopleHere(),
          new Place.House(),
          new Place.Cases(),
          new Place.Screenings(),
          new Place.Exhibits(),
          new Place.Packages(),
          Place.Packages.thatLeave(),
          new Place.Overview(),
          new Place.News(),
          new Place.Arrivals(),
          new Place.Deciding(),
          new Place.ObviousVersions(),
          new Place.SamePerson(),
          new Place.Directory(),
          new Place.StillInside(),
          new Place.Stations(),
          new Place.Partners());

  @TempDir Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("hq");
  }

  @Test
  void anEmptyListSaysWhatWillBeThereAndWhatToDo() {
    Desk made = Desks.headquarters(workspace());
    interact(() -> enter(made));
    until("#next");
    List<String> silent = new ArrayList<>();
    int lists = 0;
    for (Place place : LISTS) {
      interact(() -> shell.go(place));
      settle();
      for (Node table :
          lookup(n -> n instanceof TableView<?> t && t.getItems().isEmpty()).queryAll()) {
        lists++;
        long words =
            ((TableView<?>) table)
                .getPlaceholder().lookupAll(".label").stream()
                    .filter(n -> n instanceof Labeled l && l.isVisible() && !l.getText().isBlank())
                    .count();
        if (words < 2) {
          silent.add(place + " #" + table.getId());
        }
      }
    }
    assertThat(silent).isEmpty();
    assertThat(lists).as("there are empty lists at all").isGreaterThan(10);
  }
}
