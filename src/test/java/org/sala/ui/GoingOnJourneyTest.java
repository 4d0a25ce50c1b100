package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.exhibits.AskedExhibits;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.ui.kit.Choice;

/** Whoever unlocks after a lock in the midst of long work finds it going on, and is told. */
class GoingOnJourneyTest extends JourneyWindow {
  @TempDir Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("hq");
  }

  @Test
  void filesThatTheLockStoppedAreTakenInOnceWithTheirWordsAndWhatIsGoneIsTypedNoSecondTime()
      throws IOException {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    RecordId caseId = made.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    Path image = Files.write(folder.resolve("image.bin"), new byte[100_000]);
    Path gone = folder.resolve("gone.bin");
    Exhibits.NewExhibit words =
        new Exhibits.NewExhibit("x", "A telephone, as an example", Optional.empty(), "Hall", "He");
    List<AskedExhibits.Asked> asked =
        made.exhibits()
            .asked()
            .ask(
                caseId,
                words,
                List.of(
                    new AskedExhibits.Named("Taken already", image),
                    new AskedExhibits.Named("A telephone", image),
                    new AskedExhibits.Named("A tablet", gone)));
    // As a power cut leaves it: one was taken in, and nobody was told.
    made.exhibits().take(asked.getFirst(), Progress.none());
    made.close();
    interact(() -> enter(Desks.unlock(workspace(), "one")));
    untilSaid("could not be read to its end");
    soon(() -> desk.exhibits().asked().left().isEmpty());
    assertThat(desk.exhibits().inCase(caseId))
        .extracting(Exhibits.ExhibitLine::title)
        .containsExactly("Taken already", "A telephone");
    RecordId telephone = desk.exhibits().inCase(caseId).getLast().id();
    assertThat(telephone).isEqualTo(asked.get(1).id());
    assertThat(desk.exhibits().fields(telephone).get("description").value())
        .isEqualTo(Value.text("A telephone, as an example"));
    push(KeyCode.ESCAPE);
    until("#exhibit-title");
    assertThat(lookup("#exhibit-title").queryTextInputControl().getText()).isEqualTo("A tablet");
    assertThat(says("gone.bin")).isTrue();
  }

  @Test
  void anExhibitThatThereIsNoRoomForWaitsUntilSomebodyGivesItUp() throws IOException {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    RecordId caseId = made.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    Path image = folder.resolve("image.bin");
    try (RandomAccessFile hole = new RandomAccessFile(image.toFile(), "rw")) {
      // Nothing but a hole: no disk has room for what it would become.
      hole.setLength(15L << 40);
    }
    made.exhibits()
        .asked()
        .ask(
            caseId,
            new Exhibits.NewExhibit("x", "", Optional.empty(), "", ""),
            List.of(new AskedExhibits.Named("An image", image)));
    made.close();
    interact(() -> enter(Desks.unlock(workspace(), "one")));
    untilSaid("It waits, with what was read of it so far");
    assertThat(desk.exhibits().asked().left()).hasSize(1);
    push(KeyCode.CONTROL, KeyCode.ENTER);
    untilSaid("It waits, with what was read of it so far");
    Choice next = lookup(".dialog-box .combo-box").queryAs(Choice.class);
    interact(() -> next.setValue("never"));
    push(KeyCode.CONTROL, KeyCode.ENTER);
    soon(() -> desk.exhibits().asked().left().isEmpty());
    assertThat(desk.exhibits().inCase(caseId)).isEmpty();
  }

  @Test
  void photosOfArrivalsThatTheLockStoppedAreTakenInAndWhoIsLeftWithoutIsToldByNumber()
      throws IOException {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    List<RecordId> people =
        made.people()
            .register(
                List.of(
                    new People.NewPerson("A-001", "", "Person Example", "f", "", "th"),
                    new People.NewPerson("A-002", "", "Person Example", "f", "", "th")));
    made.photos()
        .ask(Map.of(people.get(0), picture("one.png"), people.get(1), folder.resolve("gone.png")));
    made.close();
    interact(() -> enter(Desks.unlock(workspace(), "one")));
    untilSaid("A-002");
    soon(() -> desk.photos().left().isEmpty());
    assertThat(desk.people().fields(people.get(0))).containsKey("photo");
    assertThat(desk.people().fields(people.get(1))).doesNotContainKey("photo");
  }

  private Path picture(String name) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(3, 3, BufferedImage.TYPE_INT_RGB), "png", out);
    return Files.write(folder.resolve(name), out.toByteArray());
  }

  @Test
  void whatWasBeingTakenInIsTakenInAndWhatIsGoneAndWhatWasSealedIsTold() {
    Desk hq = Desks.headquarters(workspace());
    Path file;
    try (Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Desks.enrol(station, hq, folder, "A");
      station.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
      Packages packages = station.packages();
      file =
          packages.carry(
              packages.seal(packages.plan(Optional.empty()), Progress.none()).id(),
              folder.resolve("usb"));
    }
    // As a lock, or a power cut, leaves it.
    hq.packages().unfinished().takes(List.of(file, folder.resolve("gone.sala")));
    Desks.station(hq).state().set("sealingStopped", Value.flag(true));
    interact(() -> enter(hq));
    untilSaid("being sealed when this was locked");
    untilSaid("1 package that the lock had stopped is taken in");
    untilSaid("not there any more");
    assertThat(hq.packages().list())
        .filteredOn(p -> !p.outgoing())
        .extracting(PackageLine::state)
        .containsExactly(PackageState.IMPORTED);
    assertThat(hq.packages().unfinished().takingIn()).isEmpty();
    assertThat(hq.packages().unfinished().sealingStopped()).isFalse();
  }
}
