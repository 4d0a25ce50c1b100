package org.sala.casework.headquarters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Moved;
import org.sala.casework.Restoring;
import org.sala.casework.ServerLogin;
import org.sala.casework.Workplace;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.casework.station.Taking;
import org.sala.crypto.SigningKey;
import org.sala.domain.Change;
import org.sala.domain.ChangeHeader;
import org.sala.domain.Compartment;
import org.sala.domain.Hlc;
import org.sala.domain.Kinds;
import org.sala.domain.Piece;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.Value;
import org.sala.domain.wire.ChangeWire;
import org.sala.domain.wire.RevisionWire;
import org.sala.store.TestServer;

/** A headquarters in a folder goes over onto a real server, whole or not at all. */
class MoveToServerTest {
  @TempDir Path folder;
  private PreparedServer server;
  private ServerLogin importer;
  private Path at;

  @BeforeEach
  void anEmptyServer() {
    server = new PreparedServer();
    importer = server.login("importer", "sala_follower");
    at = folder.resolve("hq");
  }

  @AfterEach
  void everybodyGoesHome() {
    server.close();
  }

  private Moved move(ServerLogin login, Progress progress) {
    return new Workplace(at, Desks.CHEAP)
        .on(login)
        .move("zero", "phrase of zero".toCharArray(), progress);
  }

  @Test
  void whoMayNotOpenTheProtectionPartNeitherMovesItThereNorComesInAfterwards() {
    try (Desk hq = Desks.headquarters(at)) {
      newCase(hq, "Before");
      hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray(), false);
    }
    Moved refused =
        new Workplace(at, Desks.CHEAP)
            .on(importer)
            .move("nine", "phrase of nine".toCharArray(), Progress.none());
    assertThat(refused).isEqualTo(new Moved.Refused(new Workplace.Entry.OpensTooLittle()));
    assertThat(move(importer, Progress.none())).isInstanceOf(Moved.Done.class);
    assertThat(new Workplace(at, Desks.CHEAP).unlock("nine", "phrase of nine".toCharArray()))
        .as("the view that others read would lack what nine cannot read")
        .isInstanceOf(Workplace.Entry.OpensTooLittle.class);
    Workplace.Entry zero =
        new Workplace(at, Desks.CHEAP).unlock("zero", "phrase of zero".toCharArray());
    Desk there = server.kept(((Workplace.Entry.Entered) zero).desk());
    assertThat(there.cases().count("")).isEqualTo(1);
  }

  private static RecordId newCase(Desk desk, String title) {
    return desk.cases().open(new Cases.NewCase(title, "rescue", "normal", "", ""));
  }

  private static RecordId exhibit(Desk desk, RecordId of, Path plain) throws Exception {
    byte[] bytes = new byte[70_000];
    new Random(plain.hashCode()).nextBytes(bytes);
    Files.write(plain, bytes);
    Taking taking =
        desk.exhibits()
            .take(
                of,
                new Exhibits.NewExhibit("Recording", "", Optional.empty(), "", ""),
                plain,
                Progress.none());
    assertThat(taking).isInstanceOf(Taking.Taken.class);
    return desk.exhibits().inCase(of).getFirst().id();
  }

  private Path reported(Desk station) {
    newCase(station, "A case of a station");
    PackageLine line =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    return station.packages().carry(line.id(), folder.resolve("usb"));
  }

  private static Map<String, Long> sizes(Path of) throws Exception {
    Map<String, Long> sizes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(of)) {
      for (Path f : files.filter(Files::isRegularFile).toList()) {
        sizes.put(of.relativize(f).toString(), Files.size(f));
      }
    }
    return sizes;
  }

  @Test
  void allThatItHasIsThereAfterwardsAndTheFolderIsWrittenToNoMore() throws Exception {
    Desk hq = Desks.headquarters(at);
    Desk station =
        server.kept(Desks.create(folder.resolve("station"), "Officer One Example", "one"));
    Desks.enrol(station, hq, folder, "A");
    Importing.Outcome.Imported first =
        (Importing.Outcome.Imported) hq.packages().take(reported(station));
    RecordId answer = first.receipt().orElseThrow();
    RecordId of = newCase(hq, "Of headquarters");
    RecordId exhibit = exhibit(hq, of, folder.resolve("plain"));
    hq.drafts().keep("case-new", Map.of("title", "half typed"));
    int audited = hq.audit().acts().size();
    hq.close();

    Moved moved = move(importer, Progress.none());
    assertThat(moved).isInstanceOf(Moved.Done.class);
    Moved.Done done = (Moved.Done) moved;
    assertThat(done.unknown()).as("every change bears a signature that was checked").isZero();
    assertThat(done.spoiled()).isZero();
    assertThat(done.files()).as("an attachment, and an answer").isGreaterThanOrEqualTo(2);

    Map<String, Long> journal = sizes(at.resolve("journal"));
    Map<String, Long> keys = sizes(at.resolve("keys"));
    Desk there = server.kept(Desks.unlock(at, "zero"));
    assertThat(there.onServer().orElseThrow().written()).isGreaterThanOrEqualTo(done.changes());
    assertThat(there.cases().count("")).isEqualTo(2);
    assertThat(there.headquarters().isHeadquarters()).isTrue();
    assertThat(there.headquarters().stations()).hasSize(1);
    assertThat(there.drafts().of("case-new").orElseThrow().typed())
        .containsEntry("title", "half typed");
    assertThat(there.audit().acts().size()).isGreaterThan(audited);
    assertThat(there.audit().verify()).isInstanceOf(AuditTrail.Verdict.Whole.class);
    assertThat(there.spoiledSegment()).isEmpty();
    newCase(there, "On the server");
    assertThat(sizes(at.resolve("journal"))).isEqualTo(journal);
    assertThat(sizes(at.resolve("keys"))).isEqualTo(keys);

    // Another machine has all of it: what is attached, what was sealed, and who is enrolled.
    Desk second =
        server.invited(
            there, folder.resolve("second"), "nine", server.login("second", "sala_follower"));
    assertThat(second.cases().count("")).isEqualTo(3);
    assertThat(second.exhibits().check(exhibit, Progress.none()))
        .isEqualTo(Exhibits.Condition.INTACT);
    station
        .packages()
        .take(second.packages().carry(answer, Desks.stick(folder.resolve("answers"))));
    assertThat(station.packages().list())
        .filteredOn(PackageLine::outgoing)
        .allMatch(p -> p.state() == PackageState.RECEIVED)
        .hasSize(1);
    Importing.Outcome.Imported next =
        (Importing.Outcome.Imported) second.packages().take(reported(station));
    assertThat(next.gap()).isZero();
    station
        .packages()
        .take(
            second
                .packages()
                .carry(next.receipt().orElseThrow(), Desks.stick(folder.resolve("answers"))));
    assertThat(station.packages().list())
        .filteredOn(PackageLine::outgoing)
        .allMatch(p -> p.state() == PackageState.RECEIVED)
        .hasSize(2);
    assertThat(Desks.station(second).state().shared())
        .isEqualTo(Desks.station(there).state().shared());
    assertThat(second.spoiledSegment()).isEmpty();
  }

  /** Stops, or does something, when it is asked for the so-and-so-many-th time. */
  private static final class At implements Progress {
    private final int when;
    private final Runnable what;
    private int asked;

    At(int when, Runnable what) {
      this.when = when;
      this.what = what;
    }

    @Override
    public void done(long bytes, long ofBytes) {
      // Counted when it is asked.
    }

    @Override
    public boolean stopped() {
      asked++;
      if (asked == when) {
        what.run();
      }
      return asked >= when && what == STOP;
    }
  }

  private static final Runnable STOP = () -> {};

  @Test
  void whereverItIsBrokenOffTheFolderGoesOnAndTheNextTimeFinishes() throws Exception {
    Desk hq = Desks.headquarters(at);
    RecordId of = newCase(hq, "First");
    RecordId exhibit = exhibit(hq, of, folder.resolve("plain"));
    hq.close();
    int cases = 1;
    Moved moved = new Moved.Stopped();
    // Further and further, so that every step of it is the one that it is broken off in.
    for (int when = 1; !(moved instanceof Moved.Done); when += 1 + when / 2) {
      assertThat(when).isLessThan(200);
      boolean line = cases % 2 == 0;
      moved =
          move(
              importer,
              new At(when, line ? () -> TestServer.endAllConnections(server.database()) : STOP));
      if (!(moved instanceof Moved.Done)) {
        assertThat(moved).isInstanceOfAny(Moved.Stopped.class, Moved.Refused.class);
        try (Desk still = Desks.unlock(at, "zero")) {
          assertThat(still.onServer()).as("the folder is the headquarters").isEmpty();
          newCase(still, "Meanwhile " + when);
          cases++;
        }
      }
    }
    Desk there = server.kept(Desks.unlock(at, "zero"));
    assertThat(there.onServer()).isPresent();
    assertThat(there.cases().count("")).isEqualTo(cases);
    assertThat(there.exhibits().check(exhibit, Progress.none()))
        .isEqualTo(Exhibits.Condition.INTACT);
    assertThat(there.spoiledSegment()).isEmpty();
    assertThat(there.audit().verify()).isInstanceOf(AuditTrail.Verdict.Whole.class);
    server.goes(there);
    assertThat(move(importer, Progress.none())).isEqualTo(new Moved.AlreadyThere(where(importer)));
  }

  private static String where(ServerLogin login) {
    return login.url().substring("jdbc:postgresql://".length());
  }

  @Test
  void whoOpensTheFolderWhileTheServerIsAwayIsToldWhereHeadquartersIs() {
    Desks.headquarters(at).close();
    assertThat(move(importer, Progress.none())).isInstanceOf(Moved.Done.class);
    server.shutOut(importer);
    Workplace place = new Workplace(at, Desks.CHEAP);
    assertThat(place.unlock("zero", "phrase of zero".toCharArray()))
        .isEqualTo(new Workplace.Entry.ServerAway(where(importer)));
    server.letIn(importer);
    assertThat(server.kept(Desks.unlock(at, "zero")).headquarters().isHeadquarters()).isTrue();
  }

  @Test
  void aBackupFromBeforeTheMoveMakesNoSecondHeadquartersUnseen() throws Exception {
    Path stick = Files.createDirectories(folder.resolve("stick"));
    Path backup;
    try (Desk hq = Desks.headquarters(at)) {
      newCase(hq, "First");
      backup = Path.of(hq.backups().make(stick, Progress.none()).place());
    }
    assertThat(move(importer, Progress.none())).isInstanceOf(Moved.Done.class);
    char[] phrase = "phrase of zero".toCharArray();
    Workplace place = new Workplace(at, Desks.CHEAP);
    assertThat(
            place.restore(
                place.restoring().asTheOnlyOne(), backup, "zero", phrase, Progress.none()))
        .as("the folder itself knows where it went")
        .isEqualTo(new Restoring.Outcome.MovedSince(where(importer)));
    Path elsewhere = folder.resolve("elsewhere");
    Restoring restoring = new Restoring(Desks.CHEAP);
    assertThat(restoring.restore(backup, elsewhere, "zero", phrase, Progress.none()))
        .isInstanceOf(Restoring.Outcome.OfHeadquarters.class);
    assertThat(elsewhere).doesNotExist();
    assertThat(folder.resolve("elsewhere.restoring")).doesNotExist();
    Desk there = server.kept(Desks.unlock(at, "zero"));
    assertThat(there.cases().count("")).isEqualTo(1);
  }

  @Test
  void nothingGoesWhereAnotherHeadquartersIsNorByALoginThatMayNotShowIt() throws Exception {
    Desks.headquarters(at).close();
    Path other = folder.resolve("other");
    Desks.headquarters(other).close();
    assertThat(
            new Workplace(other, Desks.CHEAP)
                .on(importer)
                .move("zero", "phrase of zero".toCharArray(), Progress.none()))
        .isInstanceOf(Moved.Done.class);
    byte[] before = everything();
    assertThat(move(importer, Progress.none()))
        .isEqualTo(new Moved.Refused(new Workplace.Entry.ServerDiffers()));
    assertThat(move(server.login("ana", "sala_analyst"), Progress.none()))
        .isEqualTo(new Moved.NotAnImporter());
    assertThat(everything()).isEqualTo(before);
    // Named without being moved, a folder is not bound to the server.
    assertThat(
            new Workplace(at, Desks.CHEAP)
                .on(importer)
                .unlock("zero", "phrase of zero".toCharArray()))
        .isEqualTo(new Workplace.Entry.InFolder());
    try (Desk still = Desks.unlock(at, "zero")) {
      assertThat(still.onServer()).isEmpty();
    }
  }

  private byte[] everything() {
    return TestServer.bytes(
        server.database(),
        "select sha256(string_agg(x, '' order by x)) from (select clear || sealed x from sala.frame"
            + " union all select entry from sala.scope_key union all select entry from"
            + " sala.object_entry union all select bytes from sala.sealed_piece) t");
  }

  @Test
  void aChangeThatDoesNotBearItsAuthorsSignatureKeepsAllOfItHere() {
    Desk hq = Desks.headquarters(at);
    newCase(hq, "First");
    Station station = Desks.station(hq);
    Revision revision =
        RevisionWire.write(
            station.ids().record(),
            Kinds.CASE.key(),
            List.of(),
            station.scope(),
            Compartment.INVESTIGATION,
            Map.of("title", Value.text("Nobody wrote this")),
            Optional.empty(),
            station.ids().nonce(station.me()));
    ChangeHeader header =
        ChangeWire.writeHeader(
            station.ids().change(),
            station.me(),
            station.ids().station(),
            station.ids().incarnation(),
            1,
            station.now(),
            new Hlc(1, 0),
            List.of(revision.id()));
    byte[] forged = SigningKey.generate(Desks.CHEAP.random()).sign(header.bytes());
    Desks.take(hq, List.of(new Change(header, forged, List.of(new Piece.Whole(revision)))));
    hq.close();
    assertThat(move(importer, Progress.none())).isInstanceOf(Moved.SignatureWrong.class);
    assertThat(TestServer.bytes(server.database(), "select count(*)::text::bytea from sala.frame"))
        .isEqualTo("0".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    try (Desk still = Desks.unlock(at, "zero")) {
      assertThat(still.onServer()).isEmpty();
    }
  }
}
