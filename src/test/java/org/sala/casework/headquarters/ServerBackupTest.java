package org.sala.casework.headquarters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Backups;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Moved;
import org.sala.casework.Restoring;
import org.sala.casework.ServerLogin;
import org.sala.casework.Workplace;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.RecordId;
import org.sala.store.TestServer;

/** What was backed up of a headquarters on a real server comes back whole onto an empty one. */
class ServerBackupTest {
  @TempDir Path folder;
  private PreparedServer server;
  private PreparedServer empty;
  private ServerLogin onEmpty;

  @BeforeEach
  void twoServers() {
    server = new PreparedServer();
    empty = new PreparedServer();
    onEmpty = empty.login("importer", "sala_follower");
  }

  @AfterEach
  void everybodyGoesHome() {
    server.close();
    empty.close();
  }

  private Desk founded() {
    Path at = folder.resolve("one");
    Desks.headquarters(at).close();
    assertThat(
            new Workplace(at, Desks.CHEAP)
                .on(server.login("importer", "sala_follower"))
                .move("zero", "phrase of zero".toCharArray(), Progress.none()))
        .isInstanceOf(Moved.Done.class);
    return server.kept(Desks.unlock(at, "zero"));
  }

  private static RecordId newCase(Desk desk, String title) {
    return desk.cases().open(new Cases.NewCase(title, "rescue", "normal", "", ""));
  }

  private RecordId exhibit(Desk desk, RecordId of) throws IOException {
    return exhibit(desk, of, 7);
  }

  private RecordId exhibit(Desk desk, RecordId of, long seed) throws IOException {
    Path plain = folder.resolve("plain");
    byte[] bytes = new byte[70_000];
    new Random(seed).nextBytes(bytes);
    Files.write(plain, bytes);
    desk.exhibits()
        .take(
            of,
            new Exhibits.NewExhibit("Recording", "", Optional.empty(), "", ""),
            plain,
            Progress.none());
    return desk.exhibits().inCase(of).getFirst().id();
  }

  private Path reported(Desk station) {
    newCase(station, "A case of a station");
    PackageLine line =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    return station.packages().carry(line.id(), folder.resolve("usb"));
  }

  private Restoring.Outcome restore(Path backup, String to, ServerLogin login, Progress progress) {
    return new Restoring(Desks.CHEAP)
        .on(login)
        .restore(backup, folder.resolve(to), "zero", "phrase of zero".toCharArray(), progress);
  }

  private Path backedUp(Desk desk) throws IOException {
    return Path.of(
        desk.backups()
            .make(Files.createDirectories(folder.resolve("stick")), Progress.none())
            .place());
  }

  @Test
  void itComesBackAsOfOneMomentAndEveryOtherMachineGoesOnWhenItIsTold() throws Exception {
    Desk one = founded();
    Desk station =
        server.kept(Desks.create(folder.resolve("station"), "Officer One Example", "one"));
    Desks.enrol(station, one, folder, "A");
    one.packages().take(reported(station));
    RecordId exhibit = exhibit(one, newCase(one, "Of headquarters"));
    Desk two =
        server.invited(one, folder.resolve("two"), "nine", server.login("second", "sala_follower"));
    // While it is made another machine goes on writing.
    AtomicBoolean enough = new AtomicBoolean();
    Path backup;
    int written;
    try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
      Future<Integer> writing =
          pool.submit(
              () -> {
                int cases = 0;
                while (!enough.get()) {
                  newCase(two, "Meanwhile " + ++cases);
                }
                return cases;
              });
      backup = backedUp(one);
      enough.set(true);
      written = writing.get();
    }
    Path lost = reported(station);
    Importing.Outcome.Imported after = (Importing.Outcome.Imported) two.packages().take(lost);
    station
        .packages()
        .take(
            two.packages()
                .carry(after.receipt().orElseThrow(), Desks.stick(folder.resolve("answers"))));
    server.goes(two);
    server.goes(one);

    assertThat(restore(backup, "back", onEmpty, Progress.none()))
        .isInstanceOf(Restoring.Outcome.Restored.class);
    assertThat(folder.resolve("back").resolve("server")).doesNotExist();
    Desk back = empty.kept(Desks.unlock(folder.resolve("back"), "zero"));
    assertThat(back.cases().count("")).isBetween(2, 2 + written);
    assertThat(back.headquarters().stations()).hasSize(1);
    assertThat(back.exhibits().check(exhibit, Progress.none()))
        .isEqualTo(Exhibits.Condition.INTACT);
    assertThat(back.spoiledSegment()).isEmpty();
    assertThat(back.audit().verify()).isInstanceOf(AuditTrail.Verdict.Whole.class);
    assertThat(back.backups().beginning()).isPresent();

    // The other machine has seen more: it is not let in until somebody says so.
    Workplace other =
        new Workplace(folder.resolve("two"), Desks.CHEAP)
            .on(empty.login("second", "sala_follower"));
    assertThat(other.unlock("nine", "phrase of nine".toCharArray()))
        .isInstanceOf(Workplace.Entry.ServerDiffers.class);
    Desk again =
        empty.kept(
            ((Workplace.Entry.Entered)
                    other.setBack().unlock("nine", "phrase of nine".toCharArray()))
                .desk());
    assertThat(again.cases().count("")).isEqualTo(back.cases().count(""));
    assertThat(again.headquarters().stations()).hasSize(1);

    // The station goes on, and what was lost comes again.
    Importing.Outcome.Imported next =
        (Importing.Outcome.Imported) again.packages().take(reported(station));
    station
        .packages()
        .take(
            again
                .packages()
                .carry(next.receipt().orElseThrow(), Desks.stick(folder.resolve("answers"))));
    assertThat(back.packages().take(lost)).isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(again.spoiledSegment()).isEmpty();
  }

  /** Stops when it is asked for the so-and-so-many-th time. */
  private static final class StopAt implements Progress {
    private final int when;
    private int asked;

    StopAt(int when) {
      this.when = when;
    }

    @Override
    public void done(long bytes, long ofBytes) {
      // Counted when it is asked.
    }

    @Override
    public boolean stopped() {
      return ++asked >= when;
    }
  }

  @Test
  void brokenOffAnywhereItIsBegunAgainWithTheSameBackup() throws Exception {
    Desk one = founded();
    RecordId exhibit = exhibit(one, newCase(one, "One"));
    Path backup = backedUp(one);
    server.goes(one);
    Restoring.Outcome outcome = new Restoring.Outcome.Stopped();
    for (int when = 1; outcome instanceof Restoring.Outcome.Stopped; when += 1 + when / 2) {
      assertThat(when).isLessThan(500);
      outcome = restore(backup, "back", onEmpty, new StopAt(when));
      assertThat(Files.exists(folder.resolve("back")))
          .isEqualTo(outcome instanceof Restoring.Outcome.Restored);
    }
    assertThat(outcome).isInstanceOf(Restoring.Outcome.Restored.class);
    Desk back = empty.kept(Desks.unlock(folder.resolve("back"), "zero"));
    assertThat(back.cases().count("")).isEqualTo(1);
    assertThat(back.exhibits().check(exhibit, Progress.none()))
        .isEqualTo(Exhibits.Condition.INTACT);
    assertThat(back.spoiledSegment()).isEmpty();
  }

  @Test
  void whatTheServerLostOrAlteredIsNamedAndTheRestIsSavedAllTheSame() throws Exception {
    Desk one = founded();
    RecordId of = newCase(one, "One");
    RecordId lost = exhibit(one, of);
    RecordId altered = exhibit(one, newCase(one, "Two"), 11);
    RecordId whole = exhibit(one, newCase(one, "Three"), 13);
    assertThat(one.backups().make(stick("first"), Progress.none()).lost()).isEmpty();
    TestServer.say(
        server.database(),
        "alter table sala.sealed_piece disable trigger all",
        "delete from sala.sealed_piece where name = decode('" + sealed(one, lost) + "', 'hex')",
        "update sala.sealed_piece set bytes = set_byte(bytes, 5000, get_byte(bytes, 5000) # 1)"
            + " where name = decode('"
            + sealed(one, altered)
            + "', 'hex')");
    Backups.Made made = one.backups().make(stick("second"), Progress.none());
    assertThat(made.lost())
        .containsExactlyInAnyOrder(number(one, lost), number(one, altered))
        .doesNotContain(number(one, whole));
    assertThat(one.backups().last()).contains(made);
    server.goes(one);
    assertThat(restore(Path.of(made.place()), "back", onEmpty, Progress.none()))
        .isInstanceOf(Restoring.Outcome.Restored.class);
    Desk back = empty.kept(Desks.unlock(folder.resolve("back"), "zero"));
    assertThat(back.exhibits().check(whole, Progress.none())).isEqualTo(Exhibits.Condition.INTACT);
  }

  private Path stick(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  private static String number(Desk desk, RecordId exhibit) {
    return Stored.number(Desks.station(desk), exhibit, "number");
  }

  /** Under which name the server keeps an exhibit's file. */
  private static String sealed(Desk desk, RecordId exhibit) {
    Station station = Desks.station(desk);
    return station.objects().all().stream()
        .filter(o -> o.scope().equals(station.scopeOf(exhibit)))
        .findFirst()
        .orElseThrow()
        .facts()
        .sealedSha256();
  }

  @Test
  void whatIsAlteredOrBelongsElsewhereTouchesNoServer() throws Exception {
    Desk one = founded();
    newCase(one, "One");
    Path backup = backedUp(one);
    server.goes(one);
    byte[] bytes = Files.readAllBytes(backup);
    Random random = new Random(11);
    for (int i = 0; i < 5; i++) {
      byte[] altered = bytes.clone();
      altered[altered.length - 1 - random.nextInt(altered.length / 2)] ^= 1;
      Path file = Files.write(folder.resolve("altered"), altered);
      assertThat(restore(file, "back", onEmpty, Progress.none()))
          .isEqualTo(new Restoring.Outcome.Damaged());
    }
    assertThat(frames(empty)).isEqualTo("0");
    assertThat(
            new Restoring(Desks.CHEAP)
                .restore(
                    backup,
                    folder.resolve("back"),
                    "zero",
                    "phrase of zero".toCharArray(),
                    Progress.none()))
        .isEqualTo(new Restoring.Outcome.NeedsServer());

    Path folderBackup;
    try (Desk laptop = Desks.create(folder.resolve("laptop"), "Officer Zero Example", "zero")) {
      folderBackup =
          Path.of(laptop.backups().make(folder.resolve("of a laptop"), Progress.none()).place());
    }
    assertThat(restore(folderBackup, "back", onEmpty, Progress.none()))
        .isEqualTo(new Restoring.Outcome.OfFolder());
    String before = frames(server);
    Desks.headquarters(folder.resolve("another")).close();
    assertThat(
            new Workplace(folder.resolve("another"), Desks.CHEAP)
                .on(onEmpty)
                .move("zero", "phrase of zero".toCharArray(), Progress.none()))
        .isInstanceOf(Moved.Done.class);
    assertThat(restore(backup, "back", onEmpty, Progress.none()))
        .isEqualTo(new Restoring.Outcome.NotTaken(new Workplace.Entry.ServerDiffers()));
    assertThat(frames(server)).isEqualTo(before);
    assertThat(folder.resolve("back")).doesNotExist();
  }

  private static String frames(PreparedServer of) {
    return new String(
        TestServer.bytes(of.database(), "select count(*)::text::bytea from sala.frame"),
        java.nio.charset.StandardCharsets.US_ASCII);
  }
}
