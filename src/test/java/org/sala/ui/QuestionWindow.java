package org.sala.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.sala.bench.faults.TroubledPlaces;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.people.People;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.Opening;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** An interview at its first question, on a disk that can be full. */
abstract class QuestionWindow extends JourneyWindow {
  static final String FIRST = "/screening/recruitment/S1_01";

  @TempDir Path folder;
  final AtomicBoolean full = new AtomicBoolean();
  RecordId id;

  @Override
  protected Path workspace() {
    return folder.resolve("w");
  }

  /** Opens the workspace again, as the journey needs it. */
  Desk prepared(Desk made) throws IOException {
    made.close();
    return Desks.unlock(TroubledPlaces.noRoomForTheJournal(workspace(), full::get), "one");
  }

  @BeforeEach
  void theFirstQuestion() throws IOException {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    RecordId person =
        made.people()
            .register(List.of(new People.NewPerson("A-001", "", "", "", "24", "th")))
            .getFirst();
    id = made.screenings().begin(person, new Screenings.Setting("th", "", "Support Example"));
    made.openings().pointed(id, Opening.About.OFFICER, made.openings().me(), "yes");
    made.openings().heard(id, "th", "");
    for (String code : List.of("interview", "record")) {
      made.restedConsents().ask(made.screenings().page(id), code, Consents.Answer.YES, "");
    }
    made.restedConsents().done(made.screenings().page(id));
    Desk opened = prepared(made);
    interact(() -> enter(opened));
    interact(() -> shell.go(new Place.Interview(id)));
    until("#number-pad");
    for (int i = 0; i < 2; i++) {
      for (KeyCode digit :
          List.of(KeyCode.DIGIT2, KeyCode.DIGIT5, KeyCode.DIGIT8, KeyCode.DIGIT0)) {
        push(digit);
      }
    }
    until("#own-words");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#choice-yes");
  }

  ScreeningPage screening() {
    return desk.screenings().page(id);
  }

  Given first() {
    return screening().at(FIRST);
  }

  void press(ToggleButton... buttons) {
    List.of(buttons).forEach(ToggleButton::fire);
  }

  ToggleButton button(String selector) {
    return lookup(selector).queryAs(ToggleButton.class);
  }

  void say(String words) {
    lookup("#own-words").queryTextInputControl().setText(words);
  }
}
