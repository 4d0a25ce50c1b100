package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.carrier.TestStore;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Halls;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.casework.sync.Standing;
import org.sala.casework.sync.StoreForms;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** What an officer sees of a carrier at work, and does beside it. */
class CarrierJourneyTest extends JourneyWindow {

  @TempDir static Path folder;
  private final Path mine = folder.resolve(UUID.randomUUID().toString());

  @Override
  protected Path workspace() {
    return mine.resolve("a");
  }

  @Test
  void aSlowLineShowsBytesRateAndTimeLeftAndNoKeyIsLostMeanwhile() throws Exception {
    Files.createDirectories(mine);
    try (Halls hall = Halls.of(mine, "A");
        TestStore store = new TestStore()) {
      Desk one = hall.station("A");
      RecordId caseId = one.cases().open(new Cases.NewCase("A ledger", "rescue", "normal", "", ""));
      byte[] ledger = new byte[1_200_000];
      new Random(7).nextBytes(ledger);
      one.exhibits()
          .take(
              caseId,
              new Exhibits.NewExhibit("Ledger", "", Optional.empty(), "Room 3", ""),
              Files.write(mine.resolve("ledger.bin"), ledger),
              Progress.none());
      PackageLine sealed =
          one.packages().seal(one.packages().plan(Optional.empty()), Progress.none());
      hall.leave("A");
      interact(() -> enter(Desks.unlock(workspace(), "a")));
      until("#next");
      interact(() -> shell.go(new Place.Packages()));
      until("#packages");
      desk.sync().carriers().addStore(StoreForms.slow(store, 80_000), "Store");
      desk.sync().refresh();
      // Bytes, a rate and a time, in one line that changes.
      await()
          .atMost(PATIENCE)
          .until(() -> reads(t -> t.contains(" of 1") && t.contains("/s") && t.contains("left")));
      AtomicInteger went = new AtomicInteger();
      desk.sync()
          .listen(
              now -> {
                if (now.phase() == Standing.Phase.SENDING) {
                  went.incrementAndGet();
                }
              });
      interact(() -> shell.go(new Place.Cases()));
      push(KeyCode.SHORTCUT, KeyCode.N);
      until("#verb");
      String typed = "the quick brown fox writes every word of it down";
      Optional<TextField> field =
          lookup(".dialog-box .text-field").queryAllAs(TextField.class).stream().findFirst();
      clickOn(field.orElseThrow());
      for (String word : typed.split("(?<= )")) {
        write(word);
        // Something is saved meanwhile: every save draws the page below anew.
        desk.people()
            .register(List.of(new People.NewPerson("", "", "Person Example", "f", "", "th")));
      }
      await("it goes on meanwhile").atMost(PATIENCE).until(() -> went.get() > 0);
      assertThat(
              lookup(".dialog-box .text-field").queryAllAs(TextField.class).stream()
                  .map(TextField::getText))
          .contains(typed);
      await().atMost(PATIENCE).until(() -> state(sealed) == PackageState.CARRIED);
    }
  }

  @Test
  void aStoreIsTypedInAsItsOperatorWroteItDownAndGetsItsNewKey() throws Exception {
    Files.createDirectories(mine);
    try (Halls hall = Halls.of(mine, "A");
        TestStore store = new TestStore()) {
      Desk one = hall.station("A");
      one.cases().open(new Cases.NewCase("A ledger", "rescue", "normal", "", ""));
      PackageLine sealed =
          one.packages().seal(one.packages().plan(Optional.empty()), Progress.none());
      hall.leave("A");
      interact(() -> enter(Desks.unlock(workspace(), "a")));
      until("#next");
      interact(() -> shell.go(new Place.Settings()));
      until("#carrier-store");
      clickOn("#carrier-store");
      until("#store-endpoint");
      fill("#store-endpoint", store.address().endpoint().toString());
      fill("#store-bucket", TestStore.BUCKET);
      fill("#store-key", TestStore.KEY.id());
      fill("#store-secret", "a key of last year");
      push(KeyCode.SHORTCUT, KeyCode.ENTER);
      await().atMost(PATIENCE).until(() -> desk.sync().carriers().list().size() == 1);
      interact(() -> shell.go(new Place.Packages()));
      await()
          .atMost(PATIENCE)
          .until(() -> reads(t -> t.contains("The store does not accept the key.")));
      interact(() -> shell.go(new Place.Settings()));
      until("#carrier-key");
      clickOn("#carrier-key");
      until("#new-store-key");
      fill("#new-store-key", TestStore.KEY.id());
      fill("#new-store-secret", TestStore.KEY.secret());
      push(KeyCode.SHORTCUT, KeyCode.ENTER);
      await().atMost(PATIENCE).until(() -> state(sealed) == PackageState.CARRIED);
    }
  }

  private void fill(String field, String words) {
    interact(() -> lookup(field).queryAs(TextField.class).setText(words));
  }

  private PackageState state(PackageLine line) {
    return desk.packages().list().stream()
        .filter(p -> p.id().equals(line.id()))
        .findFirst()
        .orElseThrow()
        .state();
  }

  @Test
  void roomIsMadeOnAStickOnceSomebodyHasReadHowMuch() throws Exception {
    Files.createDirectories(mine);
    try (Halls hall = Halls.of(mine, "A")) {
      hall.station("A").sync().carriers().addFolder(hall.stick(), "Stick");
      hall.leave("A");
      interact(() -> enter(Desks.unlock(workspace(), "a")));
      until("#next");
      interact(() -> shell.go(new Place.Packages()));
      until("#packages");
      await().atMost(PATIENCE).until(() -> reads(t -> t.contains("The stick can be taken out.")));
      Path package1 =
          hall.stick()
              .resolve(
                  desk.packages().list().stream()
                      .filter(PackageLine::outgoing)
                      .findFirst()
                      .orElseThrow()
                      .fileName());
      assertThat(package1).exists();
      clickOn("Make room…");
      await().atMost(PATIENCE).until(() -> reads(t -> t.startsWith("1 package, ")));
      push(KeyCode.ESCAPE);
      assertThat(package1).as("nothing goes before somebody says so").exists();
      clickOn("Make room…");
      await().atMost(PATIENCE).until(() -> reads(t -> t.startsWith("1 package, ")));
      push(KeyCode.SHORTCUT, KeyCode.ENTER);
      await().atMost(PATIENCE).until(() -> !Files.exists(package1));
      await().atMost(PATIENCE).until(() -> reads(t -> t.contains("1 package taken away")));
    }
  }
}
