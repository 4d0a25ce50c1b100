package org.sala.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.consent.Consents;
import org.sala.casework.practice.Practice;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.Openings;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.Opening;
import org.sala.domain.RecordId;
import org.sala.form.Catalogue;
import org.sala.ui.kit.Theme;
import org.sala.ui.route.Place;
import org.sala.ui.shell.Shell;
import org.testfx.api.FxToolkit;

/**
 * Pictures of practice, in target/screens: its doors, its people, an interview with one of them,
 * and a score. On each of them the frame says in words what it is.
 */
class PracticePicturesTest {
  @TempDir static Path folder;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
    PictureTaker.onFx(
        () -> {
          Theme.loadFonts();
          return true;
        });
  }

  @Test
  void everyScreenOfPracticeHasItsFrameAndFits() throws Exception {
    Fitting fitting = new Fitting();
    List<String> bare = new ArrayList<>();
    PictureTaker taker =
        new PictureTaker(
            Desks.CHEAP,
            Path.of("target/screens"),
            line -> {},
            (picture, scene) -> {
              fitting.sees(picture, scene);
              if (!(scene.getRoot().lookup("#practice-band") instanceof Label band)
                  || band.getText().isBlank()) {
                bare.add(picture);
              }
            });
    List<Path> taken = take(taker);
    assertThat(taken).hasSize(39);
    assertThat(bare).as("without the words of practice").isEmpty();
    for (Path p : taken) {
      assertThat(Files.size(p)).as("%s is not an empty area", p).isGreaterThan(6_000);
    }
    assertThat(fitting.found()).as("what does not fit its window").isEmpty();
  }

  private static List<Path> take(PictureTaker taker) {
    List<Path> taken = new ArrayList<>();
    Path practice = folder.resolve("practice");
    taken.addAll(
        taker.door(
            "practice-first",
            folder.resolve("nothing"),
            View.LOWEST,
            door -> {
              if (door.lookup("#practise") instanceof Button practise) {
                practise.fire();
              }
            }));
    Workplace.Entry entry =
        new Workplace(practice, Desks.CHEAP)
            .createForPractice(
                new Workplace.FirstStart(
                    "en", "Officer One Example", "one", "phrase of one".toCharArray()));
    try (Desk desk = ((Workplace.Entry.Entered) entry).desk()) {
      RecordId over = begun(desk, "sommut");
      Catalogue c = desk.screenings().page(over).catalogue().orElseThrow();
      for (String code : List.of("S1.01", "S5.02", "S2.01", "S4.01")) {
        var indicator = c.indicator(code).orElseThrow();
        desk.screenings().answer(over, c.path(indicator), new Given("yes", "", "direct", "th"));
        if (code.equals("S2.01")) {
          desk.practice().led(over, indicator);
        }
      }
      desk.screenings().review(over);
      RecordId open = begun(desk, "wela");
      Map<String, View> views = new LinkedHashMap<>();
      views.put("practice", View.of(new Place.Practice()));
      views.put("practice-score", View.of(new Place.PracticeScore(over)));
      Place interview = new Place.Interview(open);
      views.put("practice-listening", View.moment(interview, shell -> {}));
      views.put("practice-told", View.moment(interview, sh -> Hand.click(sh, "practice-invite")));
      views.put("practice-asking", View.moment(interview, PracticePicturesTest::toALeadingOne));
      views.put("practice-review", View.moment(new Place.Review(over), shell -> {}));
      views.put("practice-today", View.moment(new Place.Today(), shell -> {}));
      taken.addAll(taker.screens(desk, views));
    }
    taken.addAll(taker.door("practice-unlock", practice, View.LOWEST, door -> {}));
    return taken;
  }

  private static void toALeadingOne(Shell shell) {
    for (int i = 0; i < 60 && shell.node().lookup("#practice-lead") == null; i++) {
      shell.goOn();
    }
  }

  private static RecordId begun(Desk desk, String script) {
    Practice.Partner p =
        desk.practice().partners().stream()
            .filter(x -> x.script().id().equals(script))
            .findFirst()
            .orElseThrow();
    RecordId id =
        desk.screenings().begin(p.person().id(), new Screenings.Setting("th", "", "", "Example"));
    Openings openings = desk.openings();
    openings.pointed(id, Opening.About.OFFICER, openings.me(), "yes");
    openings.heard(id, "th", "");
    ScreeningPage page = desk.screenings().page(id);
    for (String code : List.of("interview", "record")) {
      desk.restedConsents().ask(page, code, Consents.Answer.YES, "");
    }
    desk.restedConsents().done(page);
    return id;
  }
}
