package org.sala.casework.packages.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Restoring;
import org.sala.casework.exhibits.AttachedContent;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.packages.take.Quarantine;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Taking;
import org.sala.crypto.Sha256;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** Files travel with the records that name them, under new keys, and arrive byte for byte. */
class EnclosedFilesTest {
  @TempDir Path folder;
  private final Random random = new Random(11);
  private Desk hq;
  private Desk station;
  private RecordId caseId;

  @BeforeEach
  void anEnrolledStationWithACase() {
    hq = Desks.headquarters(folder.resolve("hq"));
    hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
    hq.headquarters().certify(hq.headquarters().uncertified().keySet().iterator().next(), "EX-9");
    station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(station, hq, folder, "A");
    caseId = newCase("Compound R-7");
  }

  @AfterEach
  void everybodyGoesHome() {
    station.close();
    hq.close();
  }

  private RecordId newCase(String title) {
    return station.cases().open(new Cases.NewCase(title, "rescue", "normal", "Example Town", ""));
  }

  private RecordId exhibit(RecordId in, String name, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    Taking taking =
        station
            .exhibits()
            .take(
                in,
                new Exhibits.NewExhibit(name, "", Optional.empty(), "", ""),
                file,
                Progress.none());
    assertThat(taking).isInstanceOf(Taking.Taken.class);
    return ((Taking.Taken) taking).record();
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private Path sealed(Optional<RecordId> of) {
    PackageLine line = station.packages().seal(station.packages().plan(of), Progress.none());
    return station.packages().carry(line.id(), folder.resolve("usb"));
  }

  private static byte[] read(AttachedContent.Opening opening) throws IOException {
    assertThat(opening).isInstanceOf(AttachedContent.Opening.Opened.class);
    try (AttachedContent content = ((AttachedContent.Opening.Opened) opening).content()) {
      return content.from(0).readAllBytes();
    }
  }

  private static byte[] bytesOf(Path file) throws IOException {
    return Files.readAllBytes(file);
  }

  /** Digests of every file that headquarters keeps of what it took in, finished or not. */
  private List<String> originals() throws IOException {
    List<String> all = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder.resolve("hq/originals"))) {
      for (Path f : files) {
        all.add(Sha256.hex(bytesOf(f)));
      }
    }
    return all;
  }

  private List<String> objects(String workspace) throws IOException {
    try (var files = Files.list(folder.resolve(workspace).resolve("objects"))) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(n -> !n.startsWith("slab-"))
          .toList();
    }
  }

  @Test
  void anExhibitOfSeveralMegabytesArrivesByteForByteAndTheReceiptMakesItReceived()
      throws Exception {
    byte[] content = bytes(5_300_000);
    byte[] note = "said on the first night".getBytes(StandardCharsets.UTF_8);
    RecordId scan = exhibit(caseId, "scan", content);
    RecordId words = exhibit(caseId, "words.txt", note);
    RecordId again = exhibit(newCase("Another"), "the same scan", content);
    SealPlan plan = station.packages().plan(Optional.empty());
    assertThat(plan.files()).as("each content once").hasSize(2);
    assertThat(plan.files().stream().mapToLong(f -> f.file().size()).sum())
        .isEqualTo(content.length + note.length);
    assertThat(plan.needed()).isGreaterThan(content.length);
    Path file = sealed(Optional.empty());
    assertThat(Files.size(file)).isBetween(5_300_000L, plan.needed());

    Importing.Outcome.Imported in = (Importing.Outcome.Imported) hq.packages().take(file);
    assertThat(originals()).as("the package as it came").containsExactly(Sha256.hex(bytesOf(file)));
    assertThat(read(hq.exhibits().open(scan))).isEqualTo(content);
    assertThat(read(hq.exhibits().open(words))).isEqualTo(note);
    assertThat(read(hq.exhibits().open(again))).isEqualTo(content);
    assertThat(hq.exhibits().check(scan, Progress.none())).isEqualTo(Exhibits.Condition.INTACT);
    assertThat(hq.exhibits().inCase(caseId)).hasSize(2);
    assertThat(hq.exhibits().custody().of(scan)).hasSize(1);
    assertThat(objects("hq")).as("under a key for each case, nothing unclaimed").hasSize(3);
    assertThat(objects("hq")).doesNotContainAnyElementsOf(objects("a"));

    assertThat(station.packages().reached(scan)).isEqualTo(RecordStates.Reached.CARRIED);
    Path receipt = hq.packages().carry(in.receipt().orElseThrow(), folder.resolve("usb"));
    assertThat(station.packages().take(receipt)).isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(station.packages().reached(scan)).isEqualTo(RecordStates.Reached.RECEIVED);
    assertThat(station.packages().plan(Optional.empty()).files())
        .as("what headquarters has does not go again")
        .isEmpty();
  }

  @Test
  void onlyTheFilesOfTheCaseThatIsSealedGoAlongAndAPersonsPhotoGoesWithThePerson()
      throws Exception {
    RecordId other = newCase("Another");
    exhibit(other, "other", bytes(1_000));
    RecordId mine = exhibit(caseId, "mine", bytes(2_000));
    RecordId person =
        station
            .people()
            .add(
                caseId,
                new People.NewPerson("A-009", "", "Zaw Min Example", "male", "24", "my"),
                "said",
                "");
    byte[] png = new byte[3_000];
    System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, 0, png, 0, 8);
    station.photos().attach(person, Files.write(folder.resolve("photo"), png), Progress.none());
    assertThat(station.packages().plan(Optional.of(caseId)).files())
        .extracting(f -> f.record())
        .containsExactlyInAnyOrder(mine, person);
    hq.packages().take(sealed(Optional.of(caseId)));
    assertThat(read(hq.photos().photo(person))).isEqualTo(png);
    assertThat(hq.exhibits().count("")).isEqualTo(1);
  }

  @Test
  void aFileThatHasChangedSinceIntakeEndsTheSealingAndItsExhibitIsNamed() throws Exception {
    RecordId scan = exhibit(caseId, "scan", bytes(400_000));
    String number = station.exhibits().find(scan).orElseThrow().number();
    SealPlan plan = station.packages().plan(Optional.empty());
    Path object = folder.resolve("a/objects").resolve(objects("a").getFirst());
    byte[] whole = Files.readAllBytes(object);
    byte[] spoiled = whole.clone();
    spoiled[200_000] ^= 1;
    Files.write(object, spoiled);
    assertThatThrownBy(() -> station.packages().seal(plan, Progress.none()))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> {
              assertThat(f.code()).isEqualTo(CaseworkFault.Code.EXHIBIT_CHANGED);
              assertThat(f.number()).isEqualTo(number);
            });
    Files.delete(object);
    assertThatThrownBy(() -> station.packages().seal(plan, Progress.none()))
        .isInstanceOfSatisfying(CaseworkFault.class, f -> assertThat(f.number()).isEqualTo(number));
    assertThat(folder.resolve("a/outbox")).isEmptyDirectory();
    assertThat(station.packages().list()).isEmpty();
    Files.write(object, whole);
    assertThat(station.packages().seal(plan, Progress.none()).state())
        .isEqualTo(PackageState.SEALED);
  }

  @Test
  void anImportThatIsStoppedLeavesNothingAndCanBeDoneAgain() throws Exception {
    RecordId scan = exhibit(caseId, "scan", bytes(3_000_000));
    Path file = sealed(Optional.empty());
    String came = Sha256.hex(bytesOf(file));
    for (double when : new double[] {0.1, 0.25, 0.4, 0.49}) {
      Progress stopping =
          new Progress() {
            private double at;

            @Override
            public void done(long bytes, long ofBytes) {
              at = (double) bytes / ofBytes;
            }

            @Override
            public boolean stopped() {
              return at > when;
            }
          };
      assertThatThrownBy(() -> hq.packages().take(file, stopping))
          .isInstanceOfSatisfying(
              CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.STOPPED));
      assertThat(objects("hq")).isEmpty();
      assertThat(folder.resolve("hq/tmp")).isEmptyDirectory();
      assertThat(originals()).as("the whole of it, or nothing").allMatch(came::equals);
      assertThat(hq.exhibits().count("")).isZero();
    }
    List<Double> told = new ArrayList<>();
    Progress tooLate =
        new Progress() {
          @Override
          public void done(long bytes, long ofBytes) {
            told.add((double) bytes / ofBytes);
          }

          @Override
          public boolean stopped() {
            return !told.isEmpty() && told.getLast() > 0.5;
          }
        };
    assertThat(hq.packages().take(file, tooLate)).isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(told)
        .as("told while changes are written, too")
        .isSorted()
        .last()
        .satisfies(d -> assertThat(d).isGreaterThan(0.5));
    assertThat(originals()).containsExactly(Sha256.hex(bytesOf(file)));
    assertThat(hq.exhibits().check(scan, Progress.none())).isEqualTo(Exhibits.Condition.INTACT);
  }

  @Test
  void ofAPackageThatIsSpoiledBehindItsFilesNothingIsKeptButThePackage() throws Exception {
    RecordId scan = exhibit(caseId, "scan", bytes(5_000_000));
    Path file = sealed(Optional.empty());
    byte[] whole = bytesOf(file);
    for (int from : new int[] {2_500_000, whole.length - 200}) {
      byte[] spoiled = whole.clone();
      spoiled[from] ^= 1;
      Path other = Files.write(folder.resolve("spoiled" + from), spoiled);
      assertThat(hq.packages().take(other)).isInstanceOf(Importing.Outcome.Refused.class);
      assertThat(objects("hq")).isEmpty();
      assertThat(folder.resolve("hq/tmp")).isEmptyDirectory();
    }
    assertThat(hq.packages().take(file)).isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(hq.exhibits().check(scan, Progress.none())).isEqualTo(Exhibits.Condition.INTACT);
  }

  @Test
  void whatIsHeldBringsItsFilesOnlyOnceTwoOfficersHaveAdmittedIt() throws Exception {
    byte[] content = bytes(300_000);
    RecordId scan = exhibit(caseId, "scan", content);
    Path file = sealed(Optional.empty());
    hq.headquarters()
        .revoke(hq.headquarters().stations().getFirst().officers().getFirst().serial(), "left");
    Importing.Outcome.Held held = (Importing.Outcome.Held) hq.packages().take(file);
    assertThat(objects("hq")).isEmpty();
    assertThat(originals()).isEmpty();
    assertThat(folder.resolve("hq/quarantine").resolve(Sha256.hex(bytesOf(file)) + ".sala"))
        .hasSameBinaryContentAs(file);
    hq.quarantine().propose(held.id(), "called the station");
    assertThat(hq.quarantine().admit(held.id(), "agreed", "nine", "phrase of nine".toCharArray()))
        .isInstanceOf(Quarantine.Decision.Admitted.class);
    assertThat(read(hq.exhibits().open(scan))).isEqualTo(content);
  }

  @Test
  void aPackageThatComesAgainAddsNothingAndBringsBackAFileThatWasLost() throws Exception {
    byte[] content = bytes(200_000);
    RecordId scan = exhibit(caseId, "scan", content);
    hq.packages().take(sealed(Optional.empty()));
    assertThat(objects("hq")).hasSize(1);
    station.cases().edit(caseId, Map.of("title", Value.text("Compound R-8")), "");
    Files.delete(folder.resolve("hq/objects").resolve(objects("hq").getFirst()));
    assertThat(hq.exhibits().check(scan, Progress.none())).isEqualTo(Exhibits.Condition.MISSING);
    hq.packages().take(sealed(Optional.empty()));
    assertThat(objects("hq")).hasSize(1);
    assertThat(Sha256.hex(read(hq.exhibits().open(scan)))).isEqualTo(Sha256.hex(content));
  }

  @Test
  void aRestoredLaptopGetsTheFilesBackThatHeadquartersHasAndTheRestOfTheReceiptAllTheSame()
      throws Exception {
    Path stick = Files.createDirectory(folder.resolve("stick"));
    Path backup = Path.of(station.backups().make(stick, Progress.none()).place());
    byte[] content = bytes(150_000);
    RecordId scan = exhibit(caseId, "scan", content);
    hq.packages().take(sealed(Optional.empty()));
    String kept = objects("hq").getFirst();
    RecordId lost = exhibit(caseId, "lost at headquarters", bytes(150_000));
    hq.packages().take(sealed(Optional.empty()));
    String gone = objects("hq").stream().filter(n -> !n.equals(kept)).findFirst().orElseThrow();
    Files.delete(folder.resolve("hq/objects").resolve(gone));
    station.close();
    assertThat(
            new Restoring(Desks.CHEAP)
                .restore(
                    backup,
                    folder.resolve("back"),
                    "one",
                    "phrase of one".toCharArray(),
                    Progress.none()))
        .isInstanceOf(Restoring.Outcome.Restored.class);
    station = Desks.unlock(folder.resolve("back"), "one");
    station.cases().edit(caseId, Map.of("place", Value.text("West")), "");
    Importing.Outcome.Imported in =
        (Importing.Outcome.Imported) hq.packages().take(sealed(Optional.empty()));
    Path receipt = hq.packages().carry(in.receipt().orElseThrow(), folder.resolve("usb"));
    assertThat(station.packages().take(receipt)).isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(read(station.exhibits().open(scan))).isEqualTo(content);
    assertThat(station.exhibits().find(lost)).as("its words were kept back").isEmpty();
    assertThat(station.packages().reached(caseId)).isEqualTo(RecordStates.Reached.RECEIVED);
  }

  @Test
  void aLostFileStaysBehindForAReasonAndGoesOnceItIsBack() throws Exception {
    RecordId lost = exhibit(caseId, "lost.bin", new byte[] {1, 2, 3});
    byte[] content = {4, 5, 6};
    RecordId whole = exhibit(caseId, "whole.bin", content);
    Path objects = folder.resolve("a/objects");
    SealPlan everything = station.packages().plan(Optional.empty());
    Path aside = folder.resolve("aside");
    for (Path f : filesIn(objects)) {
      Path kept = aside.resolve(objects.relativize(f).toString());
      Files.createDirectories(kept.getParent());
      Files.move(f, kept);
      if (station.packages().damaged(everything).stream().anyMatch(e -> e.id().equals(lost))) {
        break;
      }
      Files.move(kept, f);
    }
    assertThatThrownBy(() -> station.packages().seal(everything, Progress.none()))
        .isInstanceOf(CaseworkFault.class)
        .hasMessage("EXHIBIT_CHANGED");
    OmittedExhibits left =
        new OmittedExhibits(station.packages().damaged(everything), "the disk failed");
    assertThat(left.exhibits()).extracting(OmittedExhibits.Exhibit::id).containsExactly(lost);
    SealPlan plan = station.packages().plan(Optional.empty(), left);
    PackageLine line = station.packages().seal(plan, left, Progress.none());
    Importing.Outcome.Imported first =
        (Importing.Outcome.Imported)
            hq.packages().take(station.packages().carry(line.id(), folder.resolve("usb")));
    assertThat(hq.exhibits().inCase(caseId))
        .extracting(Exhibits.ExhibitLine::id)
        .containsExactly(whole);
    String number = left.exhibits().getFirst().number();
    assertThat(station.packages().details(line.id()).leftOut()).containsExactly(number);
    assertThat(hq.packages().details(Desks.came(hq).getFirst().id()).leftOut())
        .as("headquarters sees what did not come")
        .containsExactly(number);
    assertThat(OmittedExhibits.read("EX-A-1 <b>x</b> ../y EX-A-2")).isEqualTo("EX-A-1 EX-A-2");
    assertThat(station.histories().of(line.id()))
        .anySatisfy(h -> assertThat(h.reason()).contains("the disk failed"));

    station
        .packages()
        .take(hq.packages().carry(first.receipt().orElseThrow(), folder.resolve("usb")));
    for (Path f : filesIn(aside)) {
      Files.copy(f, objects.resolve(aside.relativize(f).toString()));
    }
    PackageLine next =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    hq.packages().take(station.packages().carry(next.id(), folder.resolve("usb")));
    assertThat(hq.exhibits().inCase(caseId)).hasSize(2);
  }

  private static List<Path> filesIn(Path top) throws IOException {
    try (var all = Files.walk(top)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
