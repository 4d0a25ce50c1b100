package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Invitations;
import org.sala.casework.ServerLogin;
import org.sala.casework.ServerPlace;
import org.sala.casework.Workplace;
import org.sala.casework.people.Cases;
import org.sala.store.ServerAddress;
import org.sala.store.TestServer;
import org.sala.ui.route.Place;

/** An analyst's desktop on a server shows what somebody else writes, and writes beside them. */
class OnServerJourneyTest extends JourneyWindow {
  @TempDir static Path folder;
  private static Desk other;
  private static ServerAddress database;
  private static ServerLogin ana;

  private static ServerLogin login(ServerAddress database, String name, String... roles) {
    ServerAddress made = TestServer.login(database, name, roles);
    return new ServerLogin(made.url(), Optional.of(made.user()), Optional.of(made.password()));
  }

  @BeforeAll
  static void aHeadquartersOfTwoMachines() {
    database = TestServer.database();
    ana = login(database, "ana", "sala_analyst");
    ServerPlace.prepare(login(database, "owner", "sala_owner"));
    Workplace.Entry entry =
        new Workplace(folder.resolve("one"), Desks.CHEAP)
            .on(login(database, "importer", "sala_follower"))
            .create(
                new Workplace.FirstStart(
                    "en", "Officer Zero Example", "zero", "phrase of zero".toCharArray()));
    other = ((Workplace.Entry.Entered) entry).desk();
    other
        .invitations()
        .invite(
            new Invitations.Guest(
                "Officer Ana Example", "ana", "phrase of ana".toCharArray(), "EX-2", ana),
            folder.resolve("ana"));
  }

  @AfterAll
  static void theOtherGoesHome() {
    other.close();
  }

  @Override
  protected Path workspace() {
    return folder.resolve("ana");
  }

  @Test
  void aCaseOfSomebodyElseAppearsWithoutAKeyBeingPressed() {
    interact(() -> enter(Desks.unlock(workspace(), "ana")));
    until("#next");
    interact(() -> shell.go(new Place.Cases()));
    until("#cases");
    assertThat(rows("#cases")).isZero();
    other.cases().open(new Cases.NewCase("Of another", "rescue", "normal", "", ""));
    soon(() -> rows("#cases") == 1);
  }

  @Test
  void aServerThatGoesAwayIsToldOnALineOfItsOwnThatGoesWhenItIsBack() {
    interact(() -> enter(Desks.unlock(workspace(), "ana")));
    until("#next");
    soon(() -> standing().startsWith("This laptop: "));
    String role = ana.user().orElseThrow();
    TestServer.say(database, "alter role " + role + " nologin");
    TestServer.endAllConnections(database);
    soon(() -> lookup("#line-SERVER_AWAY").tryQuery().isPresent());
    soon(() -> standing().equals("Server: no answer"));
    TestServer.say(database, "alter role " + role + " login");
    soon(() -> lookup("#line-SERVER_AWAY").tryQuery().isEmpty());
    soon(() -> standing().startsWith("This laptop: "));
  }

  @Test
  void whoDoesNotSeeEverythingReadsInPackagesWhoTakesThemIn() {
    interact(() -> enter(Desks.unlock(workspace(), "ana")));
    until("#next");
    interact(() -> shell.go(new Place.Packages()));
    until("#hidden-here");
    soon(() -> lookup("#hidden-here").queryLabeled().isVisible());
    assertThat(lookup("#hidden-here").queryLabeled().getText()).contains("importer's login");
    assertThat(lookup(".button").queryAllAs(Button.class))
        .extracting(Button::getText)
        .contains("Check a package…")
        .doesNotContain("Seal new package…", "Copy to USB…");
  }

  private String standing() {
    return lookup("#standing").queryLabeled().getText();
  }
}
