package org.sala.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.partner.Agencies;
import org.sala.casework.partner.CopyRequest;
import org.sala.casework.sync.Standing;
import org.sala.casework.sync.Sync;
import org.sala.ui.kit.Theme;
import org.sala.ui.route.Place;
import org.testfx.api.FxToolkit;

/**
 * The night is played with the tests' cheap keys, and every screen of it is rendered to
 * target/screens.
 */
class PicturesTest {
  @TempDir static Path folder;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
    // Before any picture: what was laid out without them shows boxes in this machine from then on.
    FxToolkit.setupFixture(Theme::loadFonts);
  }

  @Test
  void theNightIsPlayedAndEveryScreenOfItRendered() throws Exception {
    Path night = folder.resolve("night");
    StringBuilder said = new StringBuilder();
    assertThat(
            new WorkingNight(
                    Desks.CHEAP, night, line -> said.append(line).append('\n'), CheapTyping.class)
                .play())
        .as(said.toString())
        .isEmpty();
    Fitting fitting = new Fitting();
    PictureTaker taker =
        new PictureTaker(Desks.CHEAP, Path.of("target/screens"), line -> {}, fitting);
    List<Path> pictures = new ArrayList<>(taker.takeAll(night.resolve("station-a"), "a"));
    pictures.addAll(taker.takeExchange(night));
    try (Desk fresh = Desks.create(folder.resolve("fresh"), "Officer One Example", "one")) {
      Map<String, View> views = new LinkedHashMap<>();
      views.put("packages-empty", View.of(new Place.Packages()));
      views.put("founding", View.of(new Place.Founding()));
      List.of(
              new Place.Today(),
              new Place.PeopleHere(),
              new Place.Cases(),
              new Place.Exhibits(),
              new Place.Screenings(),
              new Place.Settings())
          .forEach(p -> views.put(name(p) + "-empty", View.moment(p, shell -> {})));
      pictures.addAll(taker.screens(fresh, views));
    }
    FailedPictures failed = new FailedPictures(taker, night, folder.resolve("aside"));
    pictures.addAll(failed.take());
    assertThat(failed.screensUnread()).isGreaterThan(90);
    assertThat(pictures).hasSize(729 + 3 * failed.screensUnread());
    for (Path p : pictures) {
      assertThat(Files.size(p)).as("%s is not an empty area", p).isGreaterThan(6_000);
    }
    assertThat(fitting.found()).as("what does not fit its window").isEmpty();
  }

  @Test
  void whatIsEmptySaysWhatComesThere() throws Exception {
    Fitting fitting = new Fitting();
    PictureTaker taker =
        new PictureTaker(Desks.CHEAP, Path.of("target/screens"), line -> {}, fitting);
    assertThat(new EmptyPictures(taker, folder.resolve("empty")).take()).hasSize(78);
    assertThat(fitting.found()).as("what does not fit its window").isEmpty();
  }

  @Test
  void aHallIsShownToItsSecondLaptop() throws Exception {
    Fitting fitting = new Fitting();
    PictureTaker taker =
        new PictureTaker(Desks.CHEAP, Path.of("target/screens"), line -> {}, fitting);
    assertThat(new HallPictures(taker, folder.resolve("hall")).take()).hasSize(24);
    assertThat(fitting.found()).as("what does not fit its window").isEmpty();
  }

  @Test
  void carriersAreShownAsTheyStand() throws Exception {
    Fitting fitting = new Fitting();
    PictureTaker taker =
        new PictureTaker(Desks.CHEAP, Path.of("target/screens"), line -> {}, fitting);
    try (Desk desk = Desks.create(folder.resolve("carrying"), "Officer One Example", "one")) {
      assertThat(carriers(taker, desk)).hasSize(21);
    }
  }

  /** A stick that is in, a store that does not answer, and a share that rests. */
  private static List<Path> carriers(PictureTaker taker, Desk desk) throws Exception {
    Sync sync = desk.sync();
    Path places = Files.createDirectories(folder.resolve("carriers"));
    sync.carriers().addFolder(Files.createDirectory(places.resolve("blue")), "Blue stick");
    sync.carriers().addStore(CarriedDialogs.SILENT, "Store of Examples");
    sync.carriers()
        .pause(
            sync.carriers()
                .addFolder(Files.createDirectory(places.resolve("share")), "Share of the hall")
                .id(),
            true);
    sync.start(Runnable::run);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                sync.standings().getFirst().phase() == Standing.Phase.DONE
                    && sync.standings().get(1).why().isPresent());
    Map<String, View> views = new LinkedHashMap<>();
    views.put("packages-carriers", View.of(new Place.Packages()));
    views.put("settings-carriers", View.of(new Place.Settings()));
    List<Path> taken = taker.screens(desk, views);
    taken.addAll(
        taker.screens(
            desk,
            Map.of(
                "dialog-store",
                View.moment(new Place.Settings(), shell -> Hand.click(shell, "carrier-store")))));
    return taken;
  }

  /** What is seen before any other agency is known; copies themselves are a scene of the night. */
  @Test
  void aCardComesBeforeAnyCopy() throws Exception {
    Fitting fitting = new Fitting();
    PictureTaker taker =
        new PictureTaker(Desks.CHEAP, Path.of("target/screens"), line -> {}, fitting);
    try (Desk ours = Agencies.founded(folder.resolve("ours"), "Agency of Examples", "TH")) {
      Place copy = new Place.CopyFor(new CopyRequest.Scope.OneCase(Agencies.aCase(ours)));
      Map<String, View> views = new LinkedHashMap<>();
      views.put("copy-unknown", View.moment(copy, shell -> {}));
      views.put("partners-none", View.moment(new Place.Partners(), shell -> {}));
      views.put(
          "dialog-import-card",
          View.moment(new Place.Partners(), shell -> Hand.click(shell, "import-card")));
      assertThat(taker.screens(ours, views)).hasSize(9);
    }
    assertThat(fitting.found()).as("what does not fit its window").isEmpty();
  }

  @Test
  void whatIsDoneWithThingsFromTheSafeIsShown() throws Exception {
    Fitting fitting = new Fitting();
    PictureTaker taker =
        new PictureTaker(Desks.CHEAP, Path.of("target/screens"), line -> {}, fitting);
    assertThat(new SafePictures(taker, folder.resolve("safe")).take()).hasSize(21);
    assertThat(fitting.found()).as("what does not fit its window").isEmpty();
  }

  @Test
  void whatIsRareIsShownAsWell() throws Exception {
    Fitting fitting = new Fitting();
    PictureTaker taker =
        new PictureTaker(Desks.CHEAP, Path.of("target/screens"), line -> {}, fitting);
    assertThat(new RarePictures(taker, folder.resolve("rare")).take()).hasSize(3 * (5 * 3 + 7));
    assertThat(fitting.found()).as("what does not fit its window").isEmpty();
  }

  @Test
  void whatIsErasedIsToldBeforeAndListedAfterwards() throws Exception {
    Fitting fitting = new Fitting();
    PictureTaker taker =
        new PictureTaker(Desks.CHEAP, Path.of("target/screens"), line -> {}, fitting);
    assertThat(new ErasedPictures(taker, folder.resolve("erased")).take()).hasSize(66);
    assertThat(fitting.found()).as("what does not fit its window").isEmpty();
  }

  @Test
  void aServerThatIsAwayOrSetBackIsToldAtTheDoorAndAboveTheScreens() throws Exception {
    PictureTaker taker = new PictureTaker(Desks.CHEAP, Path.of("target/screens"), line -> {});
    assertThat(new ServerPictures(taker, folder.resolve("server")).take()).hasSize(12);
  }

  private static String name(Place place) {
    return place.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
