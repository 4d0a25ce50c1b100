package org.sala.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.journal.Sample;
import org.sala.journal.SegmentJournal;
import org.sala.store.file.FailingDisk;
import org.sala.store.file.FileHealth;
import org.sala.store.file.Underneath;

/** The view's database under bad disks, kills and strangers; the journal stays the judge. */
class ViewFileTest {
  @TempDir Path folder;
  private Path db;
  private Path journalFolder;
  private final Sample sample = new Sample(5);

  @BeforeEach
  void make() throws IOException {
    db = Files.createDirectories(folder.resolve("db"));
    journalFolder = Files.createDirectories(folder.resolve("journal"));
  }

  private void follow(SegmentJournal journal, int changes) {
    try (View view = Views.view(Views.ready(db), journal)) {
      for (int i = 0; i < changes; i++) {
        view.follow(journal.append(List.of(sample.change(4))));
      }
    }
  }

  private Map<String, List<String>> everything() {
    try (ViewFile file = Views.ready(db)) {
      return Views.everything(file);
    }
  }

  @Test
  void aViewHoldsAfterReopeningWhatItHeld() {
    try (SegmentJournal journal = sample.open(journalFolder)) {
      follow(journal, 30);
      Map<String, List<String>> before = everything();
      assertThat(before.get("revision")).hasSize(120);
      assertThat(before.get("case_row")).hasSize(60);
      assertThat(everything()).isEqualTo(before);
    }
  }

  @Test
  void theDatabaseLeavesNothingButItsTwoFiles() throws IOException {
    try (SegmentJournal journal = sample.open(journalFolder)) {
      follow(journal, 10);
    }
    try (Stream<Path> files = Files.list(db)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "view-" + ViewFile.VERSION + ".mv.db", "view-" + ViewFile.VERSION + ".mv.db.closed");
    }
  }

  @Test
  void whatIsWrittenAgainAndAgainDoesNotFillTheDisk() throws Exception {
    int megabyte = 1 << 20;
    Random random = new Random(3);
    try (ViewFile file = Views.ready(db);
        Connection connection = file.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create table note(id int primary key, words varchar)");
      // What is dead stays for three seconds, for whoever is on the way to it; then it goes.
      for (int round = 0; round < 40; round++) {
        Thread.sleep(150);
        byte[] words = new byte[megabyte];
        random.nextBytes(words);
        try (var write = connection.prepareStatement("merge into note values (1, ?)")) {
          write.setString(1, java.util.HexFormat.of().formatHex(words));
          write.execute();
        }
        statement.execute("checkpoint sync");
      }
      long size = Files.size(db.resolve("view-" + ViewFile.VERSION + ".mv.db"));
      assertThat(size).as("of 40 times two megabytes the last half").isLessThan(60L * megabyte);
    }
  }

  @Test
  void twoViewsInOneProgramKeepTheirKeysApart() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other"));
    try (ViewFile one = Views.ready(db);
        ViewFile two = Views.ready(other)) {
      assertThat(Views.everything(one)).isEqualTo(Views.everything(two));
    }
  }

  @Test
  void anotherKeyOpensNothing() {
    try (ViewFile file = Views.ready(db)) {
      assertThat(file.trouble()).isEmpty();
    }
    assertThat(ViewFile.open(db, new byte[32], new java.security.SecureRandom()))
        .isInstanceOf(ViewFile.Opening.MustRebuild.class);
  }

  @Test
  void anotherVersionIsRebuilt() throws IOException {
    Files.write(db.resolve("view-0.mv.db"), new byte[10]);
    assertThat(Views.open(db, Underneath.disk())).isInstanceOf(ViewFile.Opening.MustRebuild.class);
  }

  @Test
  void anEmptyDatabaseInTheRightFilesIsNoView() throws Exception {
    try (ViewFile file = Views.ready(db);
        Connection connection = file.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("drop all objects");
    }
    assertThat(Views.open(db, Underneath.disk())).isInstanceOf(ViewFile.Opening.MustRebuild.class);
  }

  /** Opens, reads everything; a text of what was read, or why not. */
  private interface Reading {
    Object read(Path folder);
  }

  private record Outcome(int detected, int silentlyWrong) {}

  private Outcome flip(Path from, int trials, Reading reading) throws IOException {
    Object right = reading.read(from);
    int detected = 0;
    int wrong = 0;
    Random random = new Random(11);
    List<Path> files;
    try (Stream<Path> all = Files.list(from)) {
      files = all.sorted().toList();
    }
    for (int i = 0; i < trials; i++) {
      Path there = Files.createDirectories(folder.resolve("flip" + i));
      Path chosen = files.get(random.nextInt(files.size()));
      for (Path f : files) {
        byte[] bytes = Files.readAllBytes(f);
        if (f.equals(chosen)) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Files.write(there.resolve(f.getFileName()), bytes);
      }
      Object read = reading.read(there);
      if (read == null) {
        detected++;
      } else if (!read.equals(right)) {
        wrong++;
      }
    }
    return new Outcome(detected, wrong);
  }

  private static Object readView(Path there) {
    if (Views.open(there, Underneath.disk()) instanceof ViewFile.Opening.Ready ready) {
      try (ViewFile file = ready.file()) {
        return Views.everything(file);
      } catch (StoreFault e) {
        return null;
      }
    }
    return null;
  }

  @Test
  void noFlippedBitIsReadAsData() throws IOException {
    try (SegmentJournal journal = sample.open(journalFolder)) {
      follow(journal, 60);
    }
    Outcome outcome = flip(db, 240, ViewFileTest::readView);
    assertThat(outcome.silentlyWrong()).isZero();
    assertThat(outcome.detected()).isGreaterThan(100);
  }

  @Test
  void cutOlderAndMissingFilesAreFoundOut() throws IOException {
    Path older = Files.createDirectories(folder.resolve("older"));
    try (SegmentJournal journal = sample.open(journalFolder)) {
      follow(journal, 20);
      copy(db, older);
      follow(journal, 20);
      Object right = readView(db);
      Path data = Path.of("view-" + ViewFile.VERSION + ".mv.db");
      Path table = Path.of("view-" + ViewFile.VERSION + ".mv.db.closed");
      for (Path spoiled : List.of(data, table)) {
        byte[] whole = Files.readAllBytes(db.resolve(spoiled));
        for (int keep : new int[] {-1, 0, whole.length / 2, whole.length * 9 / 10}) {
          Path there = Files.createDirectories(folder.resolve(spoiled + "-" + keep));
          copy(db, there);
          if (keep < 0) {
            Files.delete(there.resolve(spoiled));
          } else {
            Files.write(there.resolve(spoiled), Arrays.copyOf(whole, keep));
          }
          assertThat(readView(there)).isIn(null, right);
        }
        Path there = Files.createDirectories(folder.resolve(spoiled + "-older"));
        copy(db, there);
        Files.write(there.resolve(spoiled), Files.readAllBytes(older.resolve(spoiled)));
        assertThat(readView(there)).isNull();
      }
      // Both older together are an older view: its applied sequence says from where to follow.
      try (View view = Views.view(Views.ready(older), journal)) {
        assertThat(view.applied()).isEqualTo(20);
        journal.replay(view.applied(), view::follow);
      }
      assertThat(readView(older)).isEqualTo(right);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path f : files.toList()) {
        Files.copy(f, to.resolve(f.getFileName()));
      }
    }
  }

  @Test
  void killingTheProgramLeavesAViewThatFollowsOn() throws Exception {
    int rebuilt = 0;
    for (int kill = 0; kill < 3; kill++) {
      Path there = Files.createDirectories(folder.resolve("kill" + kill));
      Path its = Files.createDirectories(there.resolve("db"));
      Files.createDirectories(there.resolve("journal"));
      long said = killAfter(there, 20 + 37 * kill);
      try (SegmentJournal journal = sample.open(there.resolve("journal"))) {
        assertThat(journal.last()).isGreaterThanOrEqualTo(said);
        ViewFile.Opening opening = Views.open(its, Underneath.disk());
        if (opening instanceof ViewFile.Opening.MustRebuild) {
          rebuilt++;
          ViewFile.drop(its);
          opening = Views.open(its, Underneath.disk());
        }
        try (View view = Views.view(((ViewFile.Opening.Ready) opening).file(), journal)) {
          assertThat(view.applied()).isLessThanOrEqualTo(journal.last());
          journal.replay(view.applied(), view::follow);
        }
        Path fresh = Files.createDirectories(there.resolve("fresh"));
        try (View view = Views.view(Views.ready(fresh), journal)) {
          journal.replay(0, view::follow);
        }
        assertThat(readView(its)).isEqualTo(readView(fresh));
      }
    }
    // What a kill leaves of the database may hold rows of an act that was never done.
    assertThat(rebuilt).isEqualTo(3);
  }

  private static long killAfter(Path there, int changes) throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FollowingProgram.class.getName(),
                there.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long said = 0;
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
      for (int i = 0; i < changes; i++) {
        said = Long.parseLong(out.readLine());
      }
      program.destroyForcibly();
    }
    program.waitFor();
    return said;
  }

  @Test
  void aFullDiskClosesTheViewAndItGoesOnOnceThereIsSpace() throws IOException {
    int failed = 0;
    try (SegmentJournal journal = sample.open(journalFolder)) {
      journal.append(Stream.generate(() -> sample.change(4)).limit(60).toList());
      Path right = Files.createDirectories(folder.resolve("right"));
      try (View view = Views.view(Views.ready(right), journal)) {
        journal.replay(0, view::follow);
      }
      for (int writes = 0; writes < 8; writes++) {
        FailingDisk disk = new FailingDisk(Integer.MAX_VALUE);
        Path there = Files.createDirectories(folder.resolve("full" + writes));
        ViewFile file = ((ViewFile.Opening.Ready) Views.open(there, disk)).file();
        disk.failAfter(writes);
        try (View view = Views.view(file, journal)) {
          journal.replay(view.applied(), run -> run.forEach(c -> view.follow(List.of(c))));
        } catch (StoreFault e) {
          assertThat(e.code()).isEqualTo(StoreFault.Code.DISK_FULL);
        }
        if (file.trouble().isPresent()) {
          failed++;
          assertThat(file.trouble()).contains(FileHealth.Trouble.DISK);
          assertThat(Views.open(there, Underneath.disk()))
              .isInstanceOf(ViewFile.Opening.MustRebuild.class);
          ViewFile.drop(there);
        }
        try (View view = Views.view(Views.ready(there), journal)) {
          journal.replay(view.applied(), view::follow);
        }
        assertThat(readView(there)).isEqualTo(readView(right));
      }
    }
    assertThat(failed).isGreaterThan(3);
  }

  @Test
  void anInterruptedThreadDoesNotCloseTheView() {
    try (ViewFile file = Views.ready(db)) {
      Thread.currentThread().interrupt();
      Views.everything(file);
      // The database may have taken the interrupt for itself, where it waited for a moment.
      Thread.interrupted();
      assertThat(file.trouble()).isEmpty();
      Views.everything(file);
    }
  }
}
