package org.sala.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Taking;
import org.sala.domain.RecordId;

/** One exhibit that a disk has spoiled is named, and takes nothing else along. */
class DamagedExhibitBackupTest {
  @TempDir Path folder;
  private final Random random = new Random(7);
  private final Set<Path> known = new HashSet<>();
  private Desk desk;
  private RecordId caseId;
  private Path stick;

  @BeforeEach
  void begin() throws Exception {
    stick = Files.createDirectories(folder.resolve("stick"));
    desk = Desks.create(folder.resolve("station"), "Officer One Example", "one");
    caseId = desk.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
  }

  @AfterEach
  void end() {
    desk.close();
  }

  private record Taken(RecordId id, String number, Path object) {}

  private Taken exhibit(int length) throws IOException {
    byte[] content = new byte[length];
    random.nextBytes(content);
    Path file = Files.write(folder.resolve("photo"), content);
    Taking taking =
        desk.exhibits()
            .take(
                caseId,
                new Exhibits.NewExhibit("photo", "", Optional.empty(), "Room 3", "A-009"),
                file,
                Progress.none());
    RecordId id = ((Taking.Taken) taking).record();
    try (Stream<Path> all = Files.list(folder.resolve("station/objects"))) {
      Path object =
          all.filter(f -> f.getFileName().toString().matches("[0-9a-f]{64}"))
              .filter(known::add)
              .findFirst()
              .orElseThrow();
      return new Taken(id, desk.exhibits().find(id).orElseThrow().number(), object);
    }
  }

  private static void flip(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void damagedOnesAreNamedTheRestIsBackedUpAndTheRestoreTellsItAgain() throws Exception {
    Taken whole = exhibit(700_000);
    Taken turned = exhibit(600_000);
    Taken cut = exhibit(500_000);
    Taken gone = exhibit(400_000);
    flip(turned.object());
    try (FileChannel c = FileChannel.open(cut.object(), StandardOpenOption.WRITE)) {
      c.truncate(1000);
    }
    Files.delete(gone.object());
    Backups.Made made = desk.backups().make(stick, Progress.none());
    List<String> named = Stream.of(turned, cut, gone).map(Taken::number).sorted().toList();
    assertThat(made.lost()).containsExactlyInAnyOrderElementsOf(named);
    assertThat(desk.backups().last().orElseThrow().lost()).hasSize(3);
    desk.close();

    Path again = folder.resolve("again");
    Restoring.Outcome outcome =
        new Restoring(Desks.CHEAP)
            .restore(
                Path.of(made.place()),
                again,
                "one",
                "phrase of one".toCharArray(),
                Progress.none());
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Restoring.Outcome.Restored.class,
            r -> assertThat(r.facts().damaged()).as("what never was in it is not").isEqualTo(2));
    desk = Desks.unlock(again, "one");
    assertThat(desk.backups().damaged()).containsExactlyInAnyOrderElementsOf(named);
    assertThat(desk.exhibits().check(whole.id(), Progress.none()))
        .isEqualTo(Exhibits.Condition.INTACT);
    assertThat(desk.exhibits().check(turned.id(), Progress.none()))
        .isEqualTo(Exhibits.Condition.ALTERED);
    desk.backups().told();
    assertThat(desk.backups().damaged()).isEmpty();
  }

  @Test
  void whereAllIsWholeNobodyIsToldOfAnything() throws Exception {
    exhibit(300_000);
    Backups.Made made = desk.backups().make(stick, Progress.none());
    assertThat(made.lost()).isEmpty();
    desk.close();
    Path again = folder.resolve("again");
    new Restoring(Desks.CHEAP)
        .restore(
            Path.of(made.place()), again, "one", "phrase of one".toCharArray(), Progress.none());
    desk = Desks.unlock(again, "one");
    assertThat(desk.backups().damaged()).isEmpty();
  }

  @Test
  void anIndexThatIsGoneIsNamedHoweverOftenItIsOpenedSince() throws Exception {
    exhibit(30_000);
    desk.close();
    try (Stream<Path> all = Files.list(folder.resolve("station/objects"))) {
      for (Path f : all.filter(f -> f.getFileName().toString().startsWith("slab")).toList()) {
        Files.delete(f);
      }
    }
    Desks.unlock(folder.resolve("station"), "one").close();
    desk = Desks.unlock(folder.resolve("station"), "one");
    assertThat(desk.backups().make(stick, Progress.none()).lost()).containsExactly("objects/slab");
  }

  @Test
  void aSealedPackageThatIsDamagedIsNamedAsWell() throws Exception {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      Desks.enrol(desk, hq, folder, "A");
    }
    PackageLine sealed =
        desk.packages().seal(desk.packages().plan(Optional.empty()), Progress.none());
    assertThat(desk.backups().make(stick.resolve("one"), Progress.none()).lost()).isEmpty();
    flip(folder.resolve("station/outbox").resolve(sealed.fileName()));
    assertThat(desk.backups().make(stick.resolve("two"), Progress.none()).lost())
        .containsExactly(sealed.fileName());
  }
}
