package org.sala.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.bench.machine.Machine;
import org.sala.carrier.Carrier;
import org.sala.carrier.ObjectStore;
import org.sala.carrier.TestStore;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.exhibits.AttachedContent;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.casework.sync.StoreForm;
import org.sala.casework.sync.StoreForms;
import org.sala.domain.RecordId;

/**
 * The whole program is killed at every request of an upload and of a download, on its way there, in
 * its middle and on its way back; what the next one makes of it is whole, once, and truly told.
 */
class KilledSyncTest {
  /** Three parts of an upload, the last one small. */
  private static final int LARGE = (10 << 20) + 300_000;

  private static final Set<KillingLine.When> ALWAYS = EnumSet.allOf(KillingLine.When.class);
  private static final Set<KillingLine.When> NEVER = EnumSet.noneOf(KillingLine.When.class);

  @TempDir static Path root;
  private static TestStore store;
  private static KillingLine line;
  private static Machine program;

  @BeforeAll
  static void twoWorkspacesThatExchangeUndisturbedOnce() throws Exception {
    store = new TestStore();
    line = new KillingLine(store.port());
    Files.writeString(root.resolve("zero.txt"), "phrase of zero\n");
    Files.writeString(root.resolve("one.txt"), "phrase of one\n");
    StoreForm form = StoreForms.through(line.port(), store);
    try (Desk hq = Desks.headquarters(root.resolve("hq"));
        Desk one = Desks.create(root.resolve("a"), "Officer One Example", "one")) {
      Desks.enrol(one, hq, root, "A");
      hq.sync().carriers().addStore(form, "Store");
      one.sync().carriers().addStore(form, "Store");
    }
    Path cache = root.resolve("sync.aot");
    Machine leaving = Machine.of(SyncingProgram.class.getName()).leaving(cache, root);
    sealed(1, "Amber");
    program = leaving;
    // One process for all of it: what Java loaded stays for those that are killed.
    assertThat(run(SyncingProgram.Broken.NOTHING, NEVER, "a", "hq", "a")).isZero();
    program = leaving.from(cache);
  }

  @AfterAll
  static void close() throws IOException {
    line.close();
    store.close();
  }

  private record Sent(RecordId id, String fileName, Path file, byte[] ledger) {}

  /** A package with a large file in it. */
  private static Sent sealed(int seed, String word) throws IOException {
    byte[] ledger = new byte[LARGE];
    new Random(seed).nextBytes(ledger);
    try (Desk one = Desks.unlock(root.resolve("a"), "one")) {
      one.exhibits()
          .take(
              one.cases().open(new Cases.NewCase("A ledger", "rescue", "normal", "", "")),
              new Exhibits.NewExhibit(word, "", Optional.empty(), "Room 3", ""),
              Files.write(root.resolve("ledger-" + seed), ledger),
              Progress.none());
      PackageLine line =
          one.packages().seal(one.packages().plan(Optional.empty()), Progress.none());
      Path file = root.resolve("a").resolve("outbox").resolve(line.fileName());
      return new Sent(line.id(), line.fileName(), file, ledger);
    }
  }

  /** Runs the program to its end, whichever that is; how it ended. */
  private static int run(
      SyncingProgram.Broken broken, Set<KillingLine.When> killed, String... names)
      throws Exception {
    List<String> words = new ArrayList<>(List.of(broken.name(), root.toString()));
    words.addAll(List.of(names));
    Path inbox = Files.createDirectories(root.resolve(names[0]).resolve("inbox"));
    // It hears of nobody before the line knows whom it serves.
    Process process;
    synchronized (line) {
      process =
          program
              .with(words.toArray(String[]::new))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(root.resolve("said").toFile()))
              .start();
      line.serve(process, inbox, killed);
    }
    return process.waitFor();
  }

  private static PackageState state(Desk desk, Sent sent) {
    return desk.packages().list().stream()
        .filter(p -> p.id().equals(sent.id()))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private interface Judge {
    List<String> judge() throws IOException;
  }

  /** Lets it be killed at every stage that there is; what was wrong after any of them. */
  private static List<String> killed(
      SyncingProgram.Broken broken, Set<KillingLine.When> when, String name, Judge judge)
      throws Exception {
    line.clear();
    List<String> wrong = new ArrayList<>();
    int exit = -1;
    for (int lives = 0; exit != Exit.OK && wrong.isEmpty(); lives++) {
      int before = line.stages().size();
      exit = run(broken, when, name);
      if (exit != Exit.OK && line.stages().size() == before || lives == 200) {
        return List.of(
            "it ended by itself with " + exit + ": " + Files.readString(root.resolve("said")));
      }
      for (String w : judge.judge()) {
        wrong.add(w + " after " + line.stages());
      }
    }
    return wrong;
  }

  private static List<String> killedAt(KillingLine.When when) {
    return line.stages().stream()
        .filter(s -> s.when() == when)
        .map(KillingLine.Stage::request)
        .toList();
  }

  private static List<String> judgeStation(Sent sent) throws IOException {
    List<String> wrong = new ArrayList<>();
    boolean there = names().contains(sent.fileName());
    if (there && !Arrays.equals(store.bytes(sent.fileName()), Files.readAllBytes(sent.file()))) {
      wrong.add("something else lies in the store");
    }
    if (store.blobs().listMultipartUploads(TestStore.BUCKET).size() > 1) {
      wrong.add("begun twice");
    }
    try (Desk one = Desks.unlock(root.resolve("a"), "one")) {
      PackageState state = state(one, sent);
      if (state == PackageState.CARRIED && !there) {
        wrong.add("carried, and not there");
      }
      if (state != PackageState.CARRIED && state != PackageState.SEALED) {
        wrong.add("told as " + state);
      }
    }
    return wrong;
  }

  private static List<String> judgeHeadquarters(Sent sent, String word) throws IOException {
    List<String> wrong = new ArrayList<>();
    try (Desk hq = Desks.unlock(root.resolve("hq"), "zero")) {
      List<PackageLine> came =
          hq.packages().list().stream().filter(p -> p.fileName().equals(sent.fileName())).toList();
      List<Exhibits.ExhibitLine> ledgers = hq.exhibits().list(word, "", false, 0, 9);
      if (came.size() > 1 || ledgers.size() != came.size()) {
        wrong.add(came.size() + " packages with " + ledgers.size() + " exhibits");
      }
      for (PackageLine p : came) {
        if (p.state() != PackageState.IMPORTED) {
          wrong.add("told as " + p.state());
        }
      }
      for (Exhibits.ExhibitLine l : ledgers) {
        if (!(hq.exhibits().open(l.id()) instanceof AttachedContent.Opening.Opened o)) {
          wrong.add("its file cannot be opened");
          continue;
        }
        try (AttachedContent content = o.content();
            var in = content.from(0)) {
          if (!Arrays.equals(in.readAllBytes(), sent.ledger())) {
            wrong.add("its file is another");
          }
        }
      }
    }
    return wrong;
  }

  private static List<String> names() throws IOException {
    try (ObjectStore direct = store.open()) {
      return direct.waiting().stream().map(Carrier.Waiting::name).toList();
    }
  }

  @Test
  void whereverItIsKilledTheNextOneMakesItWholeAndOnce() throws Exception {
    Sent sent = sealed(2, "Birch");
    line.names(sent.fileName(), "answer");
    int before = names().size();
    assertThat(killed(SyncingProgram.Broken.NOTHING, ALWAYS, "a", () -> judgeStation(sent)))
        .isEmpty();
    assertThat(killedAt(KillingLine.When.ASKED))
        .contains(
            "GET list-type&prefix",
            "HEAD report",
            "GET uploads&prefix",
            "POST report uploads",
            "PUT report part 1",
            "PUT report part 2",
            "PUT report part 3",
            "GET report uploadId",
            "HEAD report, time 2",
            "POST report uploadId");
    assertThat(killedAt(KillingLine.When.HALF))
        .containsExactlyInAnyOrder("PUT report part 1", "PUT report part 2");
    assertThat(killedAt(KillingLine.When.DONE))
        .containsExactlyInAnyOrder(
            "POST report uploads",
            "PUT report part 1",
            "PUT report part 2",
            "PUT report part 3",
            "POST report uploadId");
    assertThat(line.stored())
        .hasSize(3)
        .as("no part goes twice")
        .allSatisfy((p, n) -> assertThat(n).isOne());
    assertThat(store.bytes(sent.fileName())).isEqualTo(Files.readAllBytes(sent.file()));
    assertThat(store.blobs().listMultipartUploads(TestStore.BUCKET)).isEmpty();
    assertThat(names()).hasSize(before + 1);
    try (Desk one = Desks.unlock(root.resolve("a"), "one")) {
      assertThat(state(one, sent)).as("told by the last").isEqualTo(PackageState.CARRIED);
    }

    assertThat(
            killed(
                SyncingProgram.Broken.NOTHING,
                ALWAYS,
                "hq",
                () -> judgeHeadquarters(sent, "Birch")))
        .isEmpty();
    assertThat(killedAt(KillingLine.When.ASKED))
        .contains(
            "GET list-type&prefix",
            "GET report beginning",
            "HEAD report",
            "GET report content",
            "HEAD answer",
            "PUT answer");
    assertThat(killedAt(KillingLine.When.HALF)).containsExactly("GET report content");
    assertThat(killedAt(KillingLine.When.DONE)).containsExactly("PUT answer");
    assertThat(line.begins()).as("it goes on where it was cut off").anyMatch(b -> b > 0);
    assertThat(names()).as("one answer").hasSize(before + 2);

    assertThat(killed(SyncingProgram.Broken.NOTHING, ALWAYS, "a", List::of)).isEmpty();
    assertThat(killedAt(KillingLine.When.ASKED))
        .contains("GET answer beginning", "HEAD answer", "GET answer content");
    try (Desk one = Desks.unlock(root.resolve("a"), "one");
        Desk hq = Desks.unlock(root.resolve("hq"), "zero")) {
      assertThat(state(one, sent)).isEqualTo(PackageState.RECEIVED);
      assertThat(hq.packages().list())
          .filteredOn(PackageLine::outgoing)
          .extracting(PackageLine::state)
          .containsOnly(PackageState.CARRIED, PackageState.RECEIVED);
    }
    for (String name : List.of("a", "hq")) {
      try (var left = Files.walk(root.resolve(name).resolve("inbox"))) {
        assertThat(left.filter(Files::isRegularFile)).isEmpty();
      }
    }
  }

  @Test
  void whatTellsBeforeTheStoreHasItAndWhatForgetsIsFoundOut() throws Exception {
    Sent sent = sealed(3, "Cedar");
    line.names(sent.fileName(), "answer");
    assertThat(killed(SyncingProgram.Broken.EARLY, ALWAYS, "a", () -> judgeStation(sent)))
        .anyMatch(w -> w.startsWith("carried, and not there"));
    assertThat(run(SyncingProgram.Broken.NOTHING, NEVER, "a")).isZero();
    assertThat(
            killed(
                SyncingProgram.Broken.FORGETFUL,
                EnumSet.of(KillingLine.When.HALF),
                "hq",
                () -> judgeHeadquarters(sent, "Cedar")))
        .isEmpty();
    assertThat(line.begins()).as("it began anew each time").allMatch(b -> b == 0);
    assertThat(run(SyncingProgram.Broken.NOTHING, NEVER, "a")).isZero();
  }
}
