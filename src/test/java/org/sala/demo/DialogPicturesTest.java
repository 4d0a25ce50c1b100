package org.sala.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Theme;
import org.sala.ui.route.Place;
import org.sala.ui.shell.Shell;
import org.testfx.api.FxToolkit;

/** What is asked of officers all night long, in every language and dress and the lowest window. */
class DialogPicturesTest {
  @TempDir static Path folder;
  private final Map<String, View> views = new LinkedHashMap<>();

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
    FxToolkit.setupFixture(Theme::loadFonts);
  }

  @Test
  void everythingThatIsAskedFitsAndBeginsAtOnePlace() throws Exception {
    Fitting fitting = new Fitting(picture -> true);
    PictureTaker taker =
        new PictureTaker(Desks.CHEAP, Path.of("target/screens"), line -> {}, fitting);
    try (Desk desk = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      RecordId caseId =
          desk.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
      RecordId person =
          desk.people()
              .add(
                  caseId,
                  new People.NewPerson("A-001", "", "Somebody Example", "f", "24", "my"),
                  "said",
                  "");
      desk.exhibits()
          .take(
              caseId,
              new Exhibits.NewExhibit("Ledger", "", Optional.empty(), "", ""),
              Files.writeString(folder.resolve("ledger.txt"), "a ledger"),
              Progress.none());
      atHome();
      ofPerson(person);
      ofCase(caseId, desk.exhibits().inCase(caseId).getFirst().id());
      assertThat(taker.screens(desk, views)).hasSize(3 * views.size());
    }
    assertThat(fitting.found()).as("what does not fit its window").isEmpty();
  }

  private void atHome() {
    click("print-night", new Place.Today(), "print-night");
    press("agency", new Place.Directory(), KeyCode.N);
    click("passphrase", new Place.Settings(), "passphrase-change");
  }

  private void ofPerson(RecordId person) {
    Place place = new Place.OnePerson(person);
    press("person-edit", place, KeyCode.E);
    press("person-more", place, KeyCode.N);
    click("consent-ask", place, "consent-ask");
    click("consent-without", place, "consent-without");
    click("refer", place, "refer");
    click("identified", place, "identified-add");
    click("fear-add", place, "fear-add");
  }

  private void ofCase(RecordId caseId, RecordId exhibit) {
    press("case-edit", new Place.OneCase(caseId, "overview"), KeyCode.E);
    press("case-people", new Place.OneCase(caseId, "people"), KeyCode.N);
    press("statement", new Place.OneCase(caseId, "statements"), KeyCode.N);
    press("exhibit", new Place.OneCase(caseId, "exhibits"), KeyCode.N);
    press("custody", new Place.OneExhibit(exhibit), KeyCode.N);
    press("exhibit-edit", new Place.OneExhibit(exhibit), KeyCode.E);
  }

  private void click(String name, Place place, String button) {
    asked(name, place, shell -> Hand.click(shell, button));
  }

  private void press(String name, Place place, KeyCode key) {
    asked(name, place, shell -> Hand.control(shell, key));
  }

  private void asked(String name, Place place, Consumer<Shell> ask) {
    views.put(
        "asked-" + name,
        View.moment(
            place,
            shell -> {
              ask.accept(shell);
              assertThat(shell.node().lookup(".dialog-box")).as(name).isNotNull();
            }));
  }
}
