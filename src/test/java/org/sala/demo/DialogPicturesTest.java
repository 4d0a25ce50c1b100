package org.sala.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.ui.kit.Theme;
import org.sala.ui.route.Place;
import org.testfx.api.FxToolkit;

/** What is asked of officers all night long, in every language and dress and the lowest window. */
class DialogPicturesTest {
  @TempDir static Path folder;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
    FxToolkit.setupFixture(Theme::loadFonts);
  }

  private final Fitting fitting = new Fitting();
  private final PictureTaker taker =
      new PictureTaker(Desks.CHEAP, Path.of("target/screens"), line -> {}, fitting);

  @AfterEach
  void everythingFits() {
    assertThat(fitting.found()).as("what does not fit its window").isEmpty();
  }

  @Test
  void whatAStationAsksFits() throws Exception {
    try (Desk desk = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Path stick = Files.createDirectory(folder.resolve("stick"));
      Asked first = new Asked();
      first.press("first-number", new Place.PeopleHere(), KeyCode.N);
      first.press("first-case", new Place.Cases(), KeyCode.N);
      assertThat(taker.choosing(stick).screens(desk, first.views())).hasSize(3 * 2);
      desk.numbering().letter("A");
      Asked asked = new StationDialogs(desk, stick).asked();
      assertThat(taker.choosing(stick).screens(desk, asked.views()))
          .hasSize(3 * asked.views().size());
    }
  }

  @Test
  void whatIsAskedBetweenHeadquartersAndOthersFits() throws Exception {
    Path here = Files.createDirectory(folder.resolve("headquarters"));
    assertThat(new HeadquartersDialogs(taker, here).take()).hasSize(3 * 20 + 9);
  }

  @Test
  void whatTwoOfficersWroteDifferentlyFits() throws Exception {
    DifferingDialogs dialogs = new DifferingDialogs(Files.createDirectory(folder.resolve("two")));
    try (Desk desk = dialogs.desk()) {
      Asked asked = dialogs.asked();
      assertThat(taker.screens(desk, asked.views())).hasSize(3 * asked.views().size());
      assertThat(taker.screens(desk, dialogs.pages())).isNotEmpty();
    }
  }

  @Test
  void whatIsAskedBesideFormsFits() throws Exception {
    try (Desk desk = Desks.create(folder.resolve("forms"), "Officer One Example", "one")) {
      Asked asked = new FormsDialogs(desk).asked();
      assertThat(taker.screens(desk, asked.views())).hasSize(3 * asked.views().size());
    }
  }

  @Test
  void whatTakesTwoOfficersFits() throws Exception {
    Path here = Files.createDirectory(folder.resolve("two officers"));
    assertThat(new TwoOfficersDialogs(taker, here).take()).hasSize(3 * 13 + 3 * 9);
  }

  @Test
  void whatIsAskedAroundCarriersAndRefusedFits() throws Exception {
    Path here = Files.createDirectory(folder.resolve("carried"));
    assertThat(new CarriedDialogs(taker, here).take()).hasSize(3 * 12);
  }

  @Test
  void whatIsAskedAroundABackupFits() throws Exception {
    Path here = Files.createDirectory(folder.resolve("backups"));
    assertThat(new RestoreDialogs(taker, here).take()).hasSize(3 * 6);
  }
}
