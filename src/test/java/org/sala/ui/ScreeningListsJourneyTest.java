package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.casework.screening.Screenings;
import org.sala.ui.roster.ScreeningTable;
import org.sala.ui.route.Place;

/** Who waits for a screening and what is not closed: sorted, filtered, found as they were left. */
class ScreeningListsJourneyTest extends ListWindow {
  private static final String WAITING = "waiting-screening";
  private static final String UNFINISHED = "unfinished";

  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("screenings");
  }

  private void screenings() {
    interact(() -> shell.go(new Place.Screenings()));
    soon(() -> rows("#" + WAITING) == 3 && rows("#" + UNFINISHED) == 3);
  }

  /** Whether the row at the top begins with this number. */
  private boolean begins(String list, String number) {
    return fx(
        () ->
            lookup("#" + list + " .table-row-cell .mono").queryAllAs(Labeled.class).stream()
                .min(Comparator.comparingDouble(n -> n.localToScene(0, 0).getY()))
                .map(Labeled::getText)
                .filter(number::equals)
                .isPresent());
  }

  private String unfinished(int row) {
    return row(UNFINISHED, row, (ScreeningTable.Row r) -> r.line().number());
  }

  @Test
  void bothListsAreArrangedByClicksAndFoundSoAfterTheNextUnlock() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    for (int i = 1; i <= 6; i++) {
      String language = List.of("th", "my", "en").get(i % 3);
      made.people()
          .register(
              List.of(
                  new People.NewPerson("P-00" + i, "Example " + i, "", "male", "30", language)));
    }
    for (People.PersonLine p : made.people().list("", "wristband", false, 3, 3)) {
      var id = made.screenings().begin(p.id(), new Screenings.Setting("th", "", ""));
      if (p.wristband().equals("P-005")) {
        made.screenings().pause(id, "");
      }
    }
    interact(() -> enter(made));
    screenings();
    assertThat(made.preferences().value("list." + WAITING)).as("nothing was changed").isEmpty();

    hide(WAITING, "language");
    head(WAITING, "Number");
    soon(() -> begins(WAITING, "P-001"));
    head(WAITING, "Number");
    soon(() -> begins(WAITING, "P-003"));
    hide(UNFINISHED, "form");
    head(UNFINISHED, "State");
    soon(() -> unfinished(2).equals("P-005"));

    filter(WAITING, "p-001");
    soon(() -> rows("#" + WAITING) == 1 && begins(WAITING, "P-001"));
    untilSaid("#" + WAITING + "-list", "1 shown");
    filter(UNFINISHED, "break");
    soon(() -> rows("#" + UNFINISHED) == 1 && unfinished(0).equals("P-005"));
    interact(() -> shell.go(new Place.Cases()));
    until("#cases");
    push(KeyCode.ALT, KeyCode.LEFT);
    soon(() -> rows("#" + WAITING) == 1 && rows("#" + UNFINISHED) == 1);
    assertThat(filtered(WAITING)).isEqualTo("p-001");
    assertThat(filtered(UNFINISHED)).isEqualTo("break");

    lockAndUnlock("one");
    screenings();
    assertThat(columns(WAITING)).containsExactly("number", "standing", "since", "step");
    assertThat(columns(UNFINISHED)).containsExactly("number", "state", "begun");
    soon(() -> begins(WAITING, "P-003"));
    soon(() -> unfinished(2).equals("P-005"));
    assertThat(filtered(WAITING)).as("a filter is often a name, and is kept nowhere").isEmpty();

    // The next in line is the next in line, however the list is sorted.
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#screening-support");
  }
}
