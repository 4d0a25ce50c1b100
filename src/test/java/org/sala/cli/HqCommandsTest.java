package org.sala.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Invitations;
import org.sala.casework.Pending;
import org.sala.casework.ServerLogin;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.store.ServerAddress;
import org.sala.store.TestServer;

/** {@code sala hq} from nothing to two machines that import, as somebody types it. */
class HqCommandsTest {
  @TempDir Path folder;
  private ServerAddress database;
  private Path passphrase;
  private Path ofNine;
  private Path password;
  private final List<Optional<ServerLogin>> opened = new ArrayList<>();

  @BeforeEach
  void secrets() throws IOException {
    database = TestServer.database();
    passphrase = Files.writeString(folder.resolve("passphrase"), "phrase of zero\n");
    ofNine = Files.writeString(folder.resolve("of nine"), "phrase of nine\n");
    password = Files.writeString(folder.resolve("password"), "postgres\n");
  }

  private record Ran(int exit, String out, String err) {}

  private Ran sala(String... words) {
    PrintStream before = System.out;
    PrintStream beforeErr = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      Ports ports =
          TestPorts.with(
              (w, p, server) -> {
                opened.add(server);
                return Exit.NO_DISPLAY;
              },
              Optional.empty());
      int exit = SalaCommand.run(ports, words);
      return new Ran(
          exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
      System.setErr(beforeErr);
    }
  }

  private String login(String name, String role) {
    return TestServer.login(database, name, role).user();
  }

  private Ran hq(Path dir, String login, String... words) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "hq",
                "--database",
                database.url(),
                "--dir",
                dir.toString(),
                "--login",
                login,
                "--login-password-file",
                password.toString()));
    all.addAll(List.of(words));
    return sala(all.toArray(new String[0]));
  }

  private Ran at(Path dir, String handle, String... words) {
    List<String> all = new ArrayList<>(List.of("hq", "--dir", dir.toString()));
    all.addAll(List.of(words));
    all.addAll(
        List.of(
            "--handle",
            handle,
            "--passphrase-file",
            (handle.equals("nine") ? ofNine : passphrase).toString()));
    return sala(all.toArray(new String[0]));
  }

  @Test
  void aHeadquartersIsMadeJoinedImportedIntoAndLookedAt() throws Exception {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    String importer = login("imp", "sala_follower");
    assertThat(hq(one, login("own", "sala_owner"), "prepare").exit()).isEqualTo(Exit.OK);
    Ran made =
        hq(
            one,
            importer,
            "create",
            "--name",
            "Officer Zero Example",
            "--handle",
            "zero",
            "--passphrase-file",
            passphrase.toString());
    assertThat(made.exit()).as(made.err()).isEqualTo(Exit.OK);
    Ran founded =
        sala(
            "enrol",
            "found",
            "--workspace",
            one.toString(),
            "--handle",
            "zero",
            "--passphrase-file",
            passphrase.toString(),
            "--agency",
            "Agency of Examples",
            "--name",
            "Headquarters",
            "--number",
            "EX-0000",
            "--country",
            "TH",
            "--authority-folder",
            Desks.stick(folder.resolve("authority")).toString(),
            "--authority-passphrase-file",
            passphrase.toString());
    assertThat(founded.exit()).as(founded.err()).isEqualTo(Exit.OK);
    Ran invited =
        hq(
            one,
            importer,
            "invite",
            "--to",
            two.toString(),
            "--name",
            "Officer Nine Example",
            "--number",
            "EX-0009",
            "--guest-handle",
            "nine",
            "--guest-passphrase-file",
            ofNine.toString(),
            "--guest-login",
            login("second", "sala_follower"),
            "--guest-login-password-file",
            password.toString(),
            "--handle",
            "zero",
            "--passphrase-file",
            passphrase.toString());
    assertThat(invited.exit()).as(invited.err()).isEqualTo(Exit.OK);
    assertThat(invited.out()).contains("certified");
    report(one);
    Ran imported =
        at(
            two,
            "nine",
            "import",
            folder.resolve("usb").toString(),
            "--receipt-to",
            Desks.stick(folder.resolve("answers")).toString());
    assertThat(imported.exit()).as(imported.err()).isEqualTo(Exit.OK);
    assertThat(imported.out()).contains("imported").contains("receipt at");
    Ran again = at(one, "zero", "import", folder.resolve("usb").toString());
    assertThat(again.out()).contains("already imported");
    Ran status = at(one, "zero", "status");
    assertThat(status.exit()).isEqualTo(Exit.OK);
    assertThat(status.out()).contains("brings the view on");
    assertThat(sala("hq", "--dir", one.toString()).exit()).isEqualTo(Exit.NO_DISPLAY);
    assertThat(opened).containsExactly(Optional.empty());
    refusals(one);
  }

  /** A station reports to the headquarters that lies on the server. */
  private void report(Path hq) {
    try (Desk headquarters = Desks.unlock(hq, "zero");
        Desk station = Desks.create(folder.resolve("station"), "Officer One Example", "one")) {
      Desks.enrol(station, headquarters, folder, "A");
      station.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
      PackageLine line =
          station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
      station.packages().carry(line.id(), folder.resolve("usb"));
    }
  }

  private void refusals(Path one) {
    Ran none = sala("hq", "--dir", folder.resolve("nothing").toString());
    assertThat(none.exit()).isEqualTo(Exit.USAGE);
    assertThat(none.err()).contains("sala hq create");
    Ran open =
        sala("hq", "--database", "jdbc:postgresql://db.example/sala", "--dir", one.toString());
    assertThat(open.exit()).isEqualTo(Exit.USAGE);
    assertThat(open.err()).contains("verify-full");
    Ran taken =
        hq(
            folder.resolve("three"),
            "postgres",
            "create",
            "--name",
            "Officer Three Example",
            "--handle",
            "three",
            "--passphrase-file",
            passphrase.toString());
    assertThat(taken.exit()).isEqualTo(Exit.FAILED);
  }

  private Ran backup(Path of, Path to) {
    return sala(
        "backup",
        "--workspace",
        of.toString(),
        "--to",
        to.toString(),
        "--handle",
        "zero",
        "--passphrase-file",
        passphrase.toString());
  }

  private Ran byZero(Path dir, String login, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--handle", "zero", "--passphrase-file", passphrase.toString()));
    return hq(dir, login, all.toArray(new String[0]));
  }

  @Test
  void aHeadquartersOfAFolderIsMovedBackedUpAndRestored() {
    Path at = folder.resolve("one");
    try (Desk made = Desks.headquarters(at)) {
      made.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    }
    String importer = login("imp", "sala_follower");
    assertThat(hq(at, login("own", "sala_owner"), "prepare").exit()).isEqualTo(Exit.OK);
    Ran not = byZero(at, importer, "status");
    assertThat(not.exit()).isEqualTo(Exit.USAGE);
    assertThat(not.err()).contains("sala hq move");
    Ran moved = byZero(at, importer, "move");
    assertThat(moved.exit()).as(moved.err()).isEqualTo(Exit.OK);
    assertThat(moved.out()).contains("Moved: ").contains("0 changes are by authors");
    Ran again = byZero(at, importer, "move");
    assertThat(again.exit()).isEqualTo(Exit.USAGE);
    assertThat(again.err()).contains("lies on the server localhost");
    assertThat(at(at, "zero", "status").exit()).isEqualTo(Exit.OK);

    Path file = folder.resolve("hq.salabackup");
    Ran backedUp = backup(at, file);
    assertThat(backedUp.exit()).as(backedUp.err()).isEqualTo(Exit.OK);
    Path back = folder.resolve("back");
    Ran alone =
        sala(
            "restore",
            "--from",
            file.toString(),
            "--to",
            back.toString(),
            "--handle",
            "zero",
            "--passphrase-file",
            passphrase.toString());
    assertThat(alone.exit()).isEqualTo(Exit.USAGE);
    assertThat(alone.err()).contains("sala hq restore");
    database = TestServer.database();
    String elsewhere = login("imp", "sala_follower");
    assertThat(hq(back, login("own", "sala_owner"), "prepare").exit()).isEqualTo(Exit.OK);
    Ran restored = byZero(back, elsewhere, "restore", "--from", file.toString());
    assertThat(restored.exit()).as(restored.err()).isEqualTo(Exit.OK);
    assertThat(restored.err()).contains("sala hq resume");
    try (Desk desk = Desks.unlock(back, "zero")) {
      assertThat(desk.cases().count("")).isEqualTo(1);
    }
  }

  @Test
  void followShowsWhatAnAnalystWritesUntilItIsStopped() throws Exception {
    Path one = folder.resolve("one");
    Desks.headquarters(one).close();
    String importer = login("imp", "sala_follower");
    assertThat(hq(one, login("own", "sala_owner"), "prepare").exit()).isEqualTo(Exit.OK);
    assertThat(byZero(one, importer, "move").exit()).isEqualTo(Exit.OK);
    ServerAddress ana = TestServer.login(database, "ana", "sala_analyst");
    Desk analyst;
    try (Desk inviting = Desks.unlock(one, "zero")) {
      inviting
          .invitations()
          .invite(
              new Invitations.Guest(
                  "Officer Ana Example",
                  "ana",
                  "phrase of ana".toCharArray(),
                  "EX-2",
                  new ServerLogin(ana.url(), Optional.of(ana.user()), Optional.of(ana.password()))),
              folder.resolve("ana"));
      analyst = Desks.unlock(folder.resolve("ana"), "ana");
    }
    try (analyst) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> analyst.pending().contains(Pending.NOT_FOLLOWED));
      AtomicInteger exit = new AtomicInteger(-1);
      Thread following =
          Thread.ofPlatform().start(() -> exit.set(at(one, "zero", "follow").exit()));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> !analyst.pending().contains(Pending.NOT_FOLLOWED));
      RecordId written =
          analyst.cases().open(new Cases.NewCase("Of Ana", "rescue", "normal", "", ""));
      assertThat(analyst.cases().find(written)).isPresent();
      following.interrupt();
      following.join();
      assertThat(exit.get()).isEqualTo(Exit.OK);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> analyst.pending().contains(Pending.NOT_FOLLOWED));
    }
  }
}
