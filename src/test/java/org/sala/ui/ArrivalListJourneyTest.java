package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.register.Reception;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.ui.route.Place;

/** What came to headquarters is sorted, filtered and arranged like people. */
class ArrivalListJourneyTest extends ListWindow {
  private static final String LIST = "arrivals";

  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("hq");
  }

  private void arrivals() {
    interact(() -> shell.go(new Place.Arrivals()));
    soon(() -> rows("#" + LIST) == 3);
  }

  private String number(int row) {
    return row(LIST, row, (Reception.Came c) -> String.valueOf(c.sequence()));
  }

  @Test
  void theListIsArrangedByClicksAndFoundSoAfterTheNextUnlock() throws IOException {
    Desk hq = Desks.headquarters(workspace());
    try (Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Desks.enrol(station, hq, folder, "A");
      for (int i = 1; i <= 2; i++) {
        station.people().register(List.of(new People.NewPerson("A-00" + i, "", "", "", "", "")));
        var sealed =
            station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
        hq.packages().take(station.packages().carry(sealed.id(), folder.resolve("usb")));
      }
    }
    hq.packages().take(Files.writeString(folder.resolve("x.sala"), "no package"));
    String name =
        hq.reception().came(Optional.empty(), Reception.Which.ALL, 9).came().stream()
            .map(Reception.Came::stationName)
            .filter(n -> !n.isEmpty())
            .findFirst()
            .orElseThrow();
    interact(() -> enter(hq));
    arrivals();
    soon(() -> chosen(LIST).isPresent());

    hide(LIST, "contents");
    head(LIST, "Package");
    soon(() -> number(0).equals("0") && number(2).equals("2"));
    head(LIST, "Package");
    soon(() -> number(0).equals("2") && number(2).equals("0"));
    filter(LIST, name + " 0001");
    soon(() -> rows("#" + LIST) == 1 && number(0).equals("1"));
    untilSaid("#arrival-side", "0001");
    interact(() -> shell.go(new Place.Cases()));
    until("#cases");
    push(KeyCode.ALT, KeyCode.LEFT);
    soon(() -> rows("#" + LIST) == 1);
    assertThat(filtered(LIST)).isEqualTo(name + " 0001");

    lockAndUnlock("zero");
    arrivals();
    assertThat(columns(LIST)).containsExactly("from", "number", "state", "answer");
    soon(() -> number(0).equals("2") && number(2).equals("0"));
    assertThat(filtered(LIST)).isEmpty();
  }
}
