package org.sala.casework.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.carrier.TestStore;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Tools;

/** Real workspaces that exchange over real folders and a real store. */
class SyncTest {
  @TempDir Path folder;
  private Path stick;
  private Desk hq;
  private Desk one;
  private Desk two;

  @BeforeEach
  void twoStationsAndTheirHeadquarters() throws IOException {
    stick = Files.createDirectory(folder.resolve("stick"));
    hq = Desks.headquarters(folder.resolve("hq"));
    one = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    two = Desks.create(folder.resolve("b"), "Officer Two Example", "two");
    Desks.enrol(one, hq, folder, "A");
    Desks.enrol(two, hq, folder, "B");
  }

  @AfterEach
  void everybodyGoesHome() {
    Stream.of(one, two, hq).forEach(Desk::close);
  }

  private static PackageLine seal(Desk desk, String wristband) {
    desk.people()
        .register(List.of(new People.NewPerson(wristband, "", "Person Example", "f", "", "th")));
    return desk.packages().seal(desk.packages().plan(Optional.empty()), Progress.none());
  }

  private static PackageState state(Desk desk, PackageLine line) {
    return desk.packages().list().stream()
        .filter(p -> p.id().equals(line.id()))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private static Tally once(Desk desk, Configured carrier) {
    return desk.sync().once(carrier.id());
  }

  private static long came(Desk desk) {
    return desk.packages().list().stream().filter(p -> !p.outgoing()).count();
  }

  private Configured stickOf(Desk desk) {
    return desk.sync().carriers().addFolder(stick, "Stick");
  }

  @Test
  void oneStickCarriesForSeveralStationsAndTheAnswersBack() throws IOException {
    PackageLine a = seal(one, "A-1");
    PackageLine b = seal(two, "B-1");
    Configured as = stickOf(one);
    Configured bs = stickOf(two);
    assertThat(once(one, as).count(Tally.Became.SENT)).isEqualTo(1);
    assertThat(state(one, a)).isEqualTo(PackageState.CARRIED);
    Tally second = once(two, bs);
    assertThat(second.count(Tally.Became.SENT)).isEqualTo(1);
    assertThat(second.count(Tally.Became.TAKEN_IN)).as("what is for others stays").isZero();
    Tally there = once(hq, stickOf(hq));
    assertThat(there.count(Tally.Became.TAKEN_IN)).isEqualTo(2);
    assertThat(there.count(Tally.Became.SENT)).as("the answers, at once").isEqualTo(2);
    assertThat(once(one, as).count(Tally.Became.TAKEN_IN)).isEqualTo(1);
    assertThat(once(two, bs).count(Tally.Became.TAKEN_IN)).isEqualTo(1);
    assertThat(state(one, a)).isEqualTo(PackageState.RECEIVED);
    assertThat(state(two, b)).isEqualTo(PackageState.RECEIVED);
    assertThat(once(one, as).items()).as("and then there is nothing to do").isEmpty();
    try (Stream<Path> left = Files.walk(folder.resolve("a").resolve("inbox"))) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  /** Each carrier has a thread of its own, and reports go onto every one of them. */
  @Test
  void twoSticksThatHoldTheSamePackageAreInNobodysWay() throws IOException {
    PackageLine a = seal(one, "A-1");
    once(one, stickOf(one));
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.copy(stick.resolve(a.fileName()), other.resolve(a.fileName()));
    Configured slow = stickOf(hq);
    Configured quick = hq.sync().carriers().addFolder(other, "Other");
    List<Tally> meanwhile = new ArrayList<>();
    Watch watch =
        new Watch(
            () -> false,
            far -> {
              if (far.phase() == Standing.Phase.FETCHING && meanwhile.isEmpty()) {
                meanwhile.add(once(hq, quick));
              }
            });
    Tally round = hq.sync().round(slow.id(), watch, Runnable::run, OptionalInt.empty());
    assertThat(meanwhile)
        .singleElement()
        .satisfies(t -> assertThat(t.count(Tally.Became.TAKEN_IN)).isEqualTo(1));
    assertThat(round.count(Tally.Became.TAKEN_IN)).as("it has it already").isEqualTo(1);
    assertThat(round.count(Tally.Became.STUCK) + round.count(Tally.Became.KEPT_OUT)).isZero();
  }

  @Test
  void aStoreCarriesBothWaysAndItsKeyLiesNowhereInTheClear() throws IOException {
    try (TestStore store = new TestStore()) {
      StoreForm form = StoreForms.to(store);
      PackageLine a = seal(one, "A-1");
      assertThat(one.sync().carriers().test(form)).isEmpty();
      Configured carrier = one.sync().carriers().addStore(form, "Store");
      assertThat(once(one, carrier).count(Tally.Became.SENT)).isEqualTo(1);
      Tally there = once(hq, hq.sync().carriers().addStore(form, "Store"));
      assertThat(there.count(Tally.Became.TAKEN_IN)).isEqualTo(1);
      assertThat(once(one, carrier).count(Tally.Became.TAKEN_IN)).isEqualTo(1);
      assertThat(state(one, a)).isEqualTo(PackageState.RECEIVED);
      assertThat(form.toString() + carrier + store.address()).doesNotContain(form.secret());
      one.close();
      assertNowhere(folder.resolve("a"), form.secret());
      assertNowhere(folder.resolve("a"), "127.0.0.1");
      one = Desks.unlock(folder.resolve("a"), "one");
      assertThat(one.sync().carriers().list()).extracting(Configured::id).contains(carrier.id());
      assertThat(one.sync().carriers().test(carrier.id())).isEmpty();
    }
    assertThat(one.sync().once(one.sync().carriers().list().getFirst().id()).why())
        .contains(WhyNot.AWAY);
  }

  private static void assertNowhere(Path workspace, String secret) throws IOException {
    try (Stream<Path> files = Files.walk(workspace)) {
      for (Path f : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(f), StandardCharsets.ISO_8859_1))
            .as(f.toString())
            .doesNotContain(secret);
      }
    }
  }

  @Test
  void oneBadPackageStopsNoOther() throws IOException {
    PackageLine a = seal(one, "A-1");
    PackageLine b = seal(two, "B-1");
    once(one, stickOf(one));
    once(two, stickOf(two));
    Files.write(stick.resolve("aaaaaaaaaaaaaaaaaaaaaaaaaa.sala"), new byte[5000]);
    Path spoiled = stick.resolve(a.fileName());
    byte[] bytes = Files.readAllBytes(spoiled);
    bytes[bytes.length / 2] ^= 1;
    Files.write(spoiled, bytes);
    Configured there = stickOf(hq);
    Tally round = once(hq, there);
    assertThat(round.count(Tally.Became.TAKEN_IN)).isEqualTo(1);
    assertThat(round.count(Tally.Became.KEPT_OUT)).isEqualTo(1);
    assertThat(round.why()).isEmpty();
    assertThat(once(hq, there).items()).as("the bad one is not taken again").isEmpty();
    // The station sees that its copy was spoiled, and mends it.
    one.sync().once(one.sync().carriers().list().getFirst().id());
    Files.delete(spoiled);
    one.sync().once(one.sync().carriers().list().getFirst().id());
    assertThat(once(hq, there).count(Tally.Became.TAKEN_IN)).isEqualTo(1);
    once(two, two.sync().carriers().list().getFirst());
    assertThat(state(two, b)).isEqualTo(PackageState.RECEIVED);
  }

  @Test
  void whereSomebodyWantsToLookFirstNothingIsTakenInBeforeAndAnswersGoAllTheSame()
      throws IOException {
    PackageLine a = seal(one, "A-1");
    once(one, stickOf(one));
    Configured there = stickOf(hq);
    hq.sync().carriers().lookFirst(there.id(), true);
    Tally round = once(hq, there);
    assertThat(round.waiting()).isEqualTo(1);
    assertThat(round.items())
        .as("each station is told of the other, and nothing is taken in")
        .extracting(Tally.Item::became)
        .containsExactly(Tally.Became.SENT, Tally.Became.SENT);
    assertThat(came(hq)).as("nothing of it is here").isZero();
    Brought brought = hq.sync().bring(there.id(), Progress.none());
    assertThat(brought.files())
        .singleElement()
        .satisfies(f -> assertThat(Files.readAllBytes(f)).isEqualTo(onStick(a)));
    assertThat(hq.packages().look(brought.files().getFirst(), Progress.none()).takes()).isTrue();
    hq.packages().take(brought.files().getFirst());
    hq.sync().looked(brought, Set.copyOf(brought.files()));
    assertThat(brought.files().getFirst()).doesNotExist();
    Tally next = once(hq, there);
    assertThat(next.waiting()).isZero();
    assertThat(next.count(Tally.Became.SENT)).as("its answer").isEqualTo(1);
    once(one, one.sync().carriers().list().getFirst());
    assertThat(state(one, a)).isEqualTo(PackageState.RECEIVED);
  }

  @Test
  void whatWasLookedAtAndNotWantedIsNotOfferedAgainAndAStationNeverWaits() throws IOException {
    seal(one, "A-1");
    once(one, stickOf(one));
    Configured there = stickOf(hq);
    hq.sync().carriers().lookFirst(there.id(), true);
    Brought unwanted = hq.sync().bring(there.id(), Progress.none());
    hq.sync().looked(unwanted, Set.copyOf(unwanted.files()));
    assertThat(once(hq, there).waiting()).isZero();
    assertThat(came(hq)).isZero();
    // Of two that came one was not come to: it is offered again, and it alone.
    seal(two, "B-1");
    once(two, stickOf(two));
    seal(two, "B-2");
    once(two, two.sync().carriers().list().getFirst());
    Brought both = hq.sync().bring(there.id(), Progress.none());
    assertThat(both.files()).hasSize(2);
    hq.sync().looked(both, Set.of(both.files().getFirst()));
    assertThat(once(hq, there).waiting()).isEqualTo(1);
    Brought left = hq.sync().bring(there.id(), Progress.none());
    assertThat(left.these()).containsExactly(both.these().getLast());
    hq.sync().looked(left, Set.copyOf(left.files()));
    Configured as = one.sync().carriers().list().getFirst();
    one.sync().carriers().lookFirst(as.id(), true);
    hq.sync().carriers().lookFirst(there.id(), false);
    PackageLine second = seal(one, "A-2");
    once(one, as);
    once(hq, there);
    assertThat(once(one, as).waiting()).as("it may be somebody in danger").isZero();
    assertThat(state(one, second)).isEqualTo(PackageState.RECEIVED);
  }

  private byte[] onStick(PackageLine line) throws IOException {
    return Files.readAllBytes(stick.resolve(line.fileName()));
  }

  @Test
  void anAnswerThatWasLostGoesAgainHoweverOldItIsWhereItsPackageLiesStill() throws IOException {
    PackageLine a = seal(one, "A-1");
    Configured as = stickOf(one);
    once(one, as);
    Configured there = stickOf(hq);
    once(hq, there);
    loseAllBut(a.fileName());
    hq.close();
    Tools later =
        new Tools(
            Clock.offset(Desks.CHEAP.clock(), Duration.ofDays(40)),
            Desks.CHEAP.random(),
            Desks.CHEAP.policy(),
            Desks.CHEAP.newWorkspaces().get());
    hq =
        ((Workplace.Entry.Entered)
                new Workplace(folder.resolve("hq"), later)
                    .unlock("zero", "phrase of zero".toCharArray()))
            .desk();
    String answer =
        hq.packages().list().stream()
            .filter(p -> p.purpose().equals("receipt"))
            .findFirst()
            .orElseThrow()
            .fileName();
    assertThat(once(hq, there).items()).extracting(Tally.Item::name).contains(answer);
    once(one, as);
    assertThat(state(one, a)).isEqualTo(PackageState.RECEIVED);
    loseAllBut("");
    assertThat(once(hq, there).items())
        .as("nobody asks for it")
        .extracting(Tally.Item::name)
        .doesNotContain(answer);
  }

  private void loseAllBut(String name) throws IOException {
    try (Stream<Path> files = Files.list(stick)) {
      for (Path f : files.filter(f -> f.toString().endsWith(".sala")).toList()) {
        if (!f.getFileName().toString().equals(name)) {
          Files.delete(f);
        }
      }
    }
  }

  @Test
  void aStoreThatGivesOutAnotherKeyIsGoneOnWith() throws IOException {
    try (TestStore store = new TestStore()) {
      StoreForm form = StoreForms.to(store);
      Configured carrier =
          one.sync()
              .carriers()
              .addStore(
                  new StoreForm(
                      form.endpoint(),
                      "",
                      form.bucket(),
                      "",
                      true,
                      "",
                      "",
                      0,
                      form.keyId(),
                      "a key of last year"),
                  "Store");
      PackageLine a = seal(one, "A-1");
      assertThat(once(one, carrier).why()).contains(WhyNot.DENIED);
      one.sync().carriers().key(carrier.id(), " " + form.keyId(), form.secret() + " ");
      assertThat(once(one, carrier).count(Tally.Became.SENT)).isEqualTo(1);
      assertThat(state(one, a)).isEqualTo(PackageState.CARRIED);
    }
  }

  @Test
  void aStickThatAppearsIsNoticedAndEverythingGoesByItself() throws IOException {
    Configured as = stickOf(one);
    stickOf(hq);
    Path pocket = folder.resolve("pocket");
    Files.move(stick, pocket);
    PackageLine a = seal(one, "A-1");
    one.sync().start(Runnable::run);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> standing(one, as).why().equals(Optional.of(WhyNot.AWAY)));
    Files.move(pocket, stick);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> standing(one, as).phase() == Standing.Phase.DONE);
    assertThat(state(one, a)).isEqualTo(PackageState.CARRIED);
    hq.sync().start(Runnable::run);
    await().atMost(Duration.ofSeconds(60)).until(() -> state(one, a) == PackageState.RECEIVED);
  }

  @Test
  void aThreadThatMetAnErrorCarriesOn() {
    Configured as = stickOf(one);
    PackageLine a = seal(one, "A-1");
    AtomicInteger errors = new AtomicInteger(5);
    one.sync()
        .listen(
            s -> {
              if (errors.getAndDecrement() > 0) {
                throw new StackOverflowError();
              }
            });
    one.sync().start(Runnable::run);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              one.sync().wake();
              return standing(one, as).phase() == Standing.Phase.DONE;
            });
    assertThat(errors.get()).as("all of them were met").isNotPositive();
    assertThat(state(one, a)).isEqualTo(PackageState.CARRIED);
  }

  private static Standing standing(Desk desk, Configured carrier) {
    return desk.sync().standings().stream()
        .filter(s -> s.carrier().id().equals(carrier.id()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPauseInTheMiddleOfATransferEndsItAndItGoesOnLater() throws IOException {
    try (TestStore store = new TestStore()) {
      byte[] ledger = new byte[700_000];
      new java.util.Random(7).nextBytes(ledger);
      one.exhibits()
          .take(
              one.cases().open(new Cases.NewCase("A ledger", "rescue", "normal", "", "")),
              new Exhibits.NewExhibit("Ledger", "", Optional.empty(), "Room 3", ""),
              Files.write(folder.resolve("ledger.bin"), ledger),
              Progress.none());
      PackageLine a = seal(one, "A-1");
      Configured slow = one.sync().carriers().addStore(StoreForms.slow(store, 60_000), "Store");
      one.sync().start(Runnable::run);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> standing(one, slow).phase() == Standing.Phase.SENDING);
      one.sync().carriers().pause(slow.id(), true);
      one.sync().refresh();
      assertThat(standing(one, slow).phase()).isEqualTo(Standing.Phase.PAUSED);
      one.sync().stop();
      assertThat(state(one, a)).isEqualTo(PackageState.SEALED);
      assertThat(store.open().waiting()).as("nothing half is there").isEmpty();
      one.sync().carriers().pause(slow.id(), false);
      assertThat(once(one, slow).count(Tally.Became.SENT)).isEqualTo(1);
      assertThat(state(one, a)).isEqualTo(PackageState.CARRIED);
    }
  }

  @Test
  void whatIsPausedRestsAndAnotherStickGetsNothing() throws IOException {
    Configured as = stickOf(one);
    PackageLine a = seal(one, "A-1");
    one.sync().carriers().pause(as.id(), true);
    one.sync().start(Runnable::run);
    assertThat(standing(one, as).phase()).isEqualTo(Standing.Phase.PAUSED);
    Files.move(stick, folder.resolve("pocket"));
    Files.createDirectory(stick);
    one.sync().carriers().pause(as.id(), false);
    one.sync().refresh();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> standing(one, as).why().equals(Optional.of(WhyNot.OTHER_STICK)));
    assertThat(stick).isEmptyDirectory();
    assertThat(state(one, a)).isEqualTo(PackageState.SEALED);
    assertThat(came(one)).isZero();
  }
}
