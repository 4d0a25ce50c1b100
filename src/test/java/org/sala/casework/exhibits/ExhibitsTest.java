package org.sala.casework.exhibits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Taking;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.Sha256;
import org.sala.domain.AttachedFile;
import org.sala.domain.AuditEntry;
import org.sala.domain.FileNames;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** Evidence comes in whole or not at all, is proved on demand, and leaves only on purpose. */
class ExhibitsTest {
  private static final Moment NOW = new Moment(Instant.now(), ZoneId.of("Asia/Bangkok"));

  private static final People.NewPerson ZAW =
      new People.NewPerson("A-009", "", "Zaw Min Example", "male", "24", "my");

  @TempDir Path folder;
  private final Random random = new Random(4);
  private Path workspace;

  @BeforeEach
  void where() {
    workspace = folder.resolve("station");
  }

  private static RecordId newCase(Desk desk) {
    return desk.cases()
        .open(new Cases.NewCase("Compound R-7", "rescue", "restricted", "Example Town", ""));
  }

  private static Exhibits.NewExhibit called(String title) {
    return new Exhibits.NewExhibit(
        title, "", Optional.empty(), "Room 3", "Person Nine Example, A-009");
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static RecordId taken(Taking taking) {
    assertThat(taking).isInstanceOf(Taking.Taken.class);
    return ((Taking.Taken) taking).record();
  }

  private static byte[] read(AttachedContent.Opening opening) throws IOException {
    assertThat(opening).isInstanceOf(AttachedContent.Opening.Opened.class);
    try (AttachedContent content = ((AttachedContent.Opening.Opened) opening).content()) {
      return content.from(0).readAllBytes();
    }
  }

  private List<String> objects() throws IOException {
    try (var files = Files.list(workspace.resolve("objects"))) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(n -> !n.startsWith("slab-"))
          .toList();
    }
  }

  private Path object() throws IOException {
    assertThat(objects()).hasSize(1);
    return workspace.resolve("objects").resolve(objects().getFirst());
  }

  @Test
  void aFileIsAnExhibitWithANumberItsDigestAndTheFirstEventOfItsCustodyInOneChange()
      throws Exception {
    byte[] content = bytes(3_000_000);
    RecordId id;
    RecordId caseId;
    int before;
    try (Desk desk = Desks.create(workspace, "Officer One Example", "one")) {
      caseId = newCase(desk);
      before = desk.histories().of(caseId).size();
      List<Long> told = new ArrayList<>();
      Progress progress =
          new Progress() {
            @Override
            public void done(long bytes, long ofBytes) {
              assertThat(ofBytes).isEqualTo(3_000_000);
              told.add(bytes);
            }

            @Override
            public boolean stopped() {
              return false;
            }
          };
      id =
          taken(
              desk.exhibits()
                  .take(caseId, called("Ledger"), file("ledger.bin", content), progress));
      assertThat(told).isSorted().hasSizeGreaterThan(5).endsWith(3_000_000L);
      assertThat(desk.histories().of(id)).singleElement();
      assertThat(desk.histories().of(id).getFirst().change())
          .isEqualTo(
              desk.histories()
                  .of(desk.exhibits().custody().of(id).getFirst().id())
                  .getFirst()
                  .change());
      assertThat(desk.histories().of(caseId)).hasSize(before);
    }
    try (Desk desk = Desks.unlock(workspace, "one")) {
      Exhibits.ExhibitLine line = desk.exhibits().find(id).orElseThrow();
      assertThat(line.number()).matches("[0-9A-F]{4}-20[0-9]{2}-E0001");
      assertThat(line.file().orElseThrow())
          .isEqualTo(
              new AttachedFile(
                  Sha256.hex(content), 3_000_000, "ledger.bin", "application/octet-stream"));
      assertThat(desk.exhibits().inCase(caseId)).containsExactly(line);
      assertThat(desk.exhibits().list("ledg", "number", false, 0, 10)).containsExactly(line);
      assertThat(desk.exhibits().countIn(caseId)).isEqualTo(1);
      assertThat(read(desk.exhibits().open(id))).isEqualTo(content);
      assertThat(desk.exhibits().check(id, Progress.none())).isEqualTo(Exhibits.Condition.INTACT);
      assertThat(desk.exhibits().custody().of(id))
          .singleElement()
          .satisfies(
              e -> {
                assertThat(e.event()).isEqualTo("taken");
                assertThat(e.from()).isEqualTo("Person Nine Example, A-009");
                assertThat(e.to()).isEqualTo("Officer One Example");
                assertThat(e.recordedBy()).isEqualTo("Officer One Example");
              });
    }
  }

  @Test
  void custodyGoesOnFromHandToHandAndNumbersRunOverAllCases() throws Exception {
    try (Desk desk = Desks.create(workspace, "Officer One Example", "one")) {
      RecordId phone = desk.exhibits().add(newCase(desk), called("Phone, no file"));
      desk.exhibits()
          .custody()
          .add(
              phone,
              new Custody.NewEvent(
                  Custody.Event.SEALED, NOW, "", "", "Store", "BAG-77", "two seals"));
      assertThat(desk.exhibits().custody().of(phone))
          .extracting(Custody.Entry::event)
          .containsExactly("taken", "sealed");
      Exhibits.ExhibitLine line = desk.exhibits().find(phone).orElseThrow();
      assertThat(line.custody()).isEqualTo(2);
      assertThat(line.lastEvent()).isEqualTo("sealed");
      assertThat(line.file()).isEmpty();
      assertThat(desk.exhibits().check(phone, Progress.none()))
          .isEqualTo(Exhibits.Condition.NO_FILE);
      RecordId second = desk.exhibits().add(newCase(desk), called("Notebook"));
      assertThat(desk.exhibits().find(second).orElseThrow().number()).endsWith("E0002");
      assertThat(desk.exhibits().count("")).isEqualTo(2);
    }
    assertThatThrownBy(() -> new Custody.NewEvent(Custody.Event.SEALED, NOW, "", "", "", " ", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingIsLeftWhenItIsStoppedOrTheFileIsNoneOrTheChangeCannotBeWritten() throws Exception {
    try (Desk desk = Desks.create(workspace, "Officer One Example", "one")) {
      RecordId caseId = newCase(desk);
      Path big = file("big.bin", bytes(2_000_000));
      Progress stopping =
          new Progress() {
            private long at;

            @Override
            public void done(long bytes, long ofBytes) {
              at = bytes;
            }

            @Override
            public boolean stopped() {
              return at > 1_000_000;
            }
          };
      assertThat(desk.exhibits().take(caseId, called("Stopped"), big, stopping))
          .isInstanceOf(Taking.Stopped.class);
      assertThat(desk.exhibits().take(caseId, called("Folder"), folder, Progress.none()))
          .isInstanceOf(Taking.Unreadable.class);
      assertThat(
              desk.exhibits()
                  .take(caseId, called("Gone"), folder.resolve("nothing"), Progress.none()))
          .isInstanceOf(Taking.Unreadable.class);
      Attachments attachments = Desks.attachments(desk);
      assertThatThrownBy(
              () ->
                  attachments.take(
                      big,
                      attachments.placeOf(caseId, Kinds.CASE),
                      type -> true,
                      Progress.none(),
                      f -> {
                        throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
                      }))
          .isInstanceOf(CaseworkFault.class);
      assertThat(objects()).isEmpty();
      assertThat(desk.exhibits().count("")).isZero();
      long one = desk.exhibits().room(List.of(big)).needed();
      assertThat(one).isGreaterThan(2_000_000);
      assertThat(desk.exhibits().room(List.of(big, big)).needed())
          .as("what has to stay free is counted once")
          .isBetween(one + 2_000_000, one + 2_010_000);
    }
  }

  /** The program ends before the change that names the object, or just after it. */
  @Test
  void anObjectThatNoRecordNamesIsGoneAfterTheNextStartAndOneThatIsNamedStays() throws Exception {
    byte[] content = bytes(50_000);
    RecordId person;
    try (Desk desk = Desks.create(workspace, "Officer One Example", "one")) {
      person = desk.people().add(newCase(desk), ZAW, "said", "");
      Attachments attachments = Desks.attachments(desk);
      Attachments.Place place = attachments.placeOf(person, Kinds.PERSON);
      Path file = file("before", bytes(60_000));
      assertThatThrownBy(
              () ->
                  attachments.take(
                      file,
                      place,
                      type -> true,
                      Progress.none(),
                      f -> {
                        throw new IllegalStateException("the program ends here");
                      }))
          .isInstanceOf(IllegalStateException.class);
      Path other = file("after", content);
      assertThatThrownBy(
              () ->
                  attachments.take(
                      other,
                      place,
                      type -> true,
                      Progress.none(),
                      f -> {
                        desk.people().edit(person, Map.of("photo", f.toValue()), "");
                        throw new IllegalStateException("the program ends here");
                      }))
          .isInstanceOf(IllegalStateException.class);
      assertThat(objects()).hasSize(4);
    }
    try (Desk desk = Desks.unlock(workspace, "one")) {
      assertThat(objects()).hasSize(1);
      assertThat(read(desk.photos().photo(person))).isEqualTo(content);
    }
  }

  @Test
  void anAlteredAMissingAndAnErasedFileAreToldApartAndNoneIsExported() throws Exception {
    byte[] content = bytes(100_000);
    Path out = folder.resolve("out.bin");
    try (Desk desk = Desks.create(workspace, "Officer One Example", "one")) {
      RecordId id =
          taken(
              desk.exhibits()
                  .take(newCase(desk), called("Scan"), file("scan", content), Progress.none()));
      byte[] sealed = Files.readAllBytes(object());
      byte[] spoiled = sealed.clone();
      spoiled[30_000] ^= 1;
      Files.write(object(), spoiled);
      assertThat(desk.exhibits().check(id, Progress.none())).isEqualTo(Exhibits.Condition.ALTERED);
      assertThat(desk.exhibits().export(id, out, Progress.none()))
          .isEqualTo(new Exhibits.Exported.Unfit(Exhibits.Condition.ALTERED));
      Path there = object();
      Files.delete(there);
      assertThat(desk.exhibits().check(id, Progress.none())).isEqualTo(Exhibits.Condition.MISSING);
      assertThat(desk.exhibits().open(id)).isInstanceOf(AttachedContent.Opening.Missing.class);
      assertThat(desk.exhibits().export(id, out, Progress.none()))
          .isEqualTo(new Exhibits.Exported.Unfit(Exhibits.Condition.MISSING));
      assertThat(out).doesNotExist();
      // What opens and cannot be read, as a bad place of a disk: nobody says that it was altered.
      Files.createDirectory(there);
      assertThat(desk.exhibits().check(id, Progress.none()))
          .isEqualTo(Exhibits.Condition.UNREADABLE);
      assertThat(desk.exhibits().export(id, out, Progress.none()))
          .isEqualTo(new Exhibits.Exported.Unfit(Exhibits.Condition.UNREADABLE));
      assertThat(desk.faults().written()).contains("java.io.IOException", "ObjectReader");
      Files.delete(there);
      Files.write(there, sealed);
      assertThat(desk.exhibits().check(id, Progress.none())).isEqualTo(Exhibits.Condition.INTACT);
    }
  }

  @Test
  void anExportIsProvedAndAuditedAndLeavesNothingWhenItIsStopped() throws Exception {
    byte[] content = bytes(1_000_000);
    Path out = folder.resolve("out");
    Files.createDirectory(out);
    try (Desk desk = Desks.create(workspace, "Officer One Example", "one")) {
      RecordId id =
          taken(
              desk.exhibits()
                  .take(newCase(desk), called("Scan"), file("scan", content), Progress.none()));
      Progress stopped =
          new Progress() {
            @Override
            public void done(long bytes, long ofBytes) {
              // Only the stop matters here.
            }

            @Override
            public boolean stopped() {
              return true;
            }
          };
      assertThat(desk.exhibits().export(id, out.resolve("a"), stopped))
          .isInstanceOf(Exhibits.Exported.Stopped.class);
      assertThat(out).isEmptyDirectory();
      assertThat(exports(desk)).isZero();
      assertThat(desk.exhibits().export(id, workspace.resolve("tmp/a"), Progress.none()))
          .as("no plain copy inside the workspace")
          .isInstanceOf(Exhibits.Exported.NotThere.class);
      assertThat(desk.exhibits().export(id, out.resolve("a"), Progress.none()))
          .isInstanceOf(Exhibits.Exported.Written.class);
      assertThat(out.resolve("a")).hasBinaryContent(content);
      assertThat(out.toFile().list()).containsExactly("a");
      assertThat(exports(desk)).isEqualTo(1);
    }
  }

  private static long exports(Desk desk) {
    return desk.audit().acts().stream().filter(a -> a == AuditEntry.Act.EXPORTED).count();
  }

  @Test
  void noPlainByteOfAFileOrItsNameTouchesTheWorkspace() throws Exception {
    String secret = "INVENTED-WORDS-THAT-NOBODY-ELSE-WROTE";
    try (Desk desk = Desks.create(workspace, "Officer One Example", "one")) {
      byte[] content = secret.repeat(5_000).getBytes(StandardCharsets.UTF_8);
      RecordId id =
          taken(
              desk.exhibits()
                  .take(
                      newCase(desk),
                      called(secret),
                      file(secret + ".txt", content),
                      Progress.none()));
      assertThat(read(desk.exhibits().open(id))).isEqualTo(content);
    }
    try (var files = Files.walk(workspace)) {
      for (Path f : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(f), StandardCharsets.ISO_8859_1))
            .doesNotContain(secret);
      }
    }
  }

  @Test
  void aFileIsWhatItsContentSaysWhateverItsName() throws Exception {
    try (Desk desk = Desks.create(workspace, "Officer One Example", "one")) {
      RecordId caseId = newCase(desk);
      Path picture =
          file(
              "holiday\u202Etxt.png",
              "MZ this program cannot run".getBytes(StandardCharsets.US_ASCII));
      RecordId id = taken(desk.exhibits().take(caseId, called("x"), picture, Progress.none()));
      AttachedFile kept = desk.exhibits().find(id).orElseThrow().file().orElseThrow();
      assertThat(kept.type()).isEqualTo("application/vnd.microsoft.portable-executable");
      assertThat(kept.name()).isEqualTo("holiday\u202Etxt.png");
      assertThat(FileNames.shown(kept.name())).isEqualTo("holiday<U+202E>txt.png");
    }
    assertThat(type("สวัสดี\nสอง")).isEqualTo("text/plain");
    assertThat(type("")).isEqualTo("text/plain");
    assertThat(type("a\0b")).isEqualTo("application/octet-stream");
    assertThat(type("<svg xmlns='http://www.w3.org/2000/svg'/>")).isEqualTo("text/plain");
    byte[] cut =
        Arrays.copyOf(
            "ก".repeat(ContentType.HEAD).getBytes(StandardCharsets.UTF_8), ContentType.HEAD);
    assertThat(ContentType.of(cut, cut.length)).isEqualTo("text/plain");
    byte[] broken = {'a', (byte) 0xe0, (byte) 0xb8};
    assertThat(ContentType.of(broken, 3)).isEqualTo("application/octet-stream");
  }

  private static String type(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ContentType.of(bytes, bytes.length);
  }

  @Test
  void aPersonsPhotoTakesTheSameRoadAndOnlyAPictureWillDo() throws Exception {
    byte[] png = new byte[5_000];
    System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, 0, png, 0, 8);
    try (Desk desk = Desks.create(workspace, "Officer One Example", "one")) {
      RecordId person = desk.people().add(newCase(desk), ZAW, "said", "");
      assertThat(desk.photos().photo(person)).isInstanceOf(AttachedContent.Opening.NoFile.class);
      assertThat(
              desk.photos()
                  .attach(
                      person,
                      file("words.png", "words".getBytes(StandardCharsets.UTF_8)),
                      Progress.none()))
          .isInstanceOf(Taking.NotAPicture.class);
      assertThat(objects()).isEmpty();
      desk.photos().ask(Map.of(person, file("p", png)));
      assertThat(desk.photos().left()).containsOnlyKeys(person);
      assertThat(desk.photos().attach(person, file("p", png), Progress.none()))
          .isEqualTo(new Taking.Taken(person));
      assertThat(new ByteArrayInputStream(read(desk.photos().photo(person)))).hasBinaryContent(png);
      assertThat(desk.photos().left()).isEmpty();
      desk.people().edit(person, Map.of("photo", Value.Nothing.HERE), "asked to");
      assertThat(desk.photos().photo(person)).isInstanceOf(AttachedContent.Opening.NoFile.class);
      assertThat(desk.photos().left()).as("nor does it come back by itself").isEmpty();
    }
  }

  @Test
  void readingThatEndsForWantOfADiskAccusesNobody() throws Exception {
    try (Desk desk = Desks.create(workspace, "Officer One Example", "one")) {
      RecordId id =
          taken(
              desk.exhibits()
                  .take(newCase(desk), called("Scan"), file("scan", bytes(900)), Progress.none()));
      AttachedContent content =
          ((AttachedContent.Opening.Opened) desk.exhibits().open(id)).content();
      content.close();
      IOException gone = catchThrowableOfType(IOException.class, () -> content.first(10));
      assertThat(content.ended(gone)).isInstanceOf(AttachedContent.Opening.Unreadable.class);
      assertThat(desk.faults().written()).contains("java.nio.channels.ClosedChannelException");
      for (IOException spoiled :
          List.of(
              new EOFException("shorter"),
              new IOException("altered", new NotAuthenticException("altered")))) {
        assertThat(content.ended(spoiled)).isInstanceOf(AttachedContent.Opening.Altered.class);
      }
    }
  }
}
