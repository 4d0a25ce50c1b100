package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** Packages are sorted, filtered and arranged like people; who looks for one finds it once. */
class PackageListJourneyTest extends ListWindow {
  private static final String LIST = "packages";

  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("packages");
  }

  private static RecordId seal(Desk made, String number) {
    made.people().register(List.of(new People.NewPerson(number, "", "", "", "", "")));
    return made.packages().seal(made.packages().plan(Optional.empty()), Progress.none()).id();
  }

  private void packages(Place place) {
    interact(() -> shell.go(place));
    soon(() -> rows("#" + LIST) == 3);
  }

  private String number(int row) {
    return row(LIST, row, (PackageLine p) -> String.valueOf(p.sequence()));
  }

  private void untilChosen(RecordId id) {
    soon(() -> chosen(LIST).map(p -> ((PackageLine) p).id()).equals(Optional.of(id)));
  }

  @Test
  void theListIsArrangedByClicksAndFoundSoAfterTheNextUnlock() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      Desks.enrol(made, hq, folder, "A");
    }
    List<RecordId> sealed = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      sealed.add(seal(made, "A-00" + i));
    }
    interact(() -> enter(made));
    packages(new Place.Packages());
    untilChosen(sealed.get(2));
    untilSaid("#package-side", "0003");

    hide(LIST, "size");
    head(LIST, "Package");
    soon(() -> number(0).equals("1"));
    assertThat(chosen(LIST).map(p -> ((PackageLine) p).id()))
        .as("whichever was chosen stays so")
        .contains(sealed.get(2));
    filter(LIST, "0001");
    soon(() -> rows("#" + LIST) == 1);
    untilSaid("#package-side", "0001");
    interact(() -> shell.go(new Place.Cases()));
    until("#cases");
    push(KeyCode.ALT, KeyCode.LEFT);
    soon(() -> rows("#" + LIST) == 1);
    assertThat(filtered(LIST)).isEqualTo("0001");

    lockAndUnlock("one");
    packages(new Place.Packages());
    assertThat(columns(LIST)).containsExactly("number", "about", "contents", "state");
    soon(() -> number(0).equals("1"));
    assertThat(filtered(LIST)).isEmpty();

    // One that is looked for is chosen once: whoever chooses another then keeps that.
    packages(Place.Packages.at(sealed.get(1), true));
    untilChosen(sealed.get(1));
    choose("#" + LIST, 2);
    untilSaid("#package-side", "0003");
    desk.people().register(List.of(new People.NewPerson("A-009", "", "", "", "", "")));
    settle();
    untilChosen(sealed.get(2));
    // So is one that is not there: it is given up, and not looked for with every save.
    packages(Place.Packages.at(new RecordId(new java.util.UUID(1, 1)), true));
    choose("#" + LIST, 1);
    desk.people().register(List.of(new People.NewPerson("A-010", "", "", "", "", "")));
    settle();
    untilChosen(sealed.get(1));
  }
}
