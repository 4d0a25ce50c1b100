package org.sala.casework.headquarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Invitations;
import org.sala.casework.Pending;
import org.sala.casework.ServerLogin;
import org.sala.casework.ServerPlace;
import org.sala.casework.Workplace;
import org.sala.casework.exhibits.AttachedContent;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.store.Changes;
import org.sala.store.ServerAddress;
import org.sala.store.TestServer;

/** A headquarters on a real server with real logins, as its people and its stations meet it. */
class ServerHeadquartersTest {
  private static final int PACKAGES = 4;

  @TempDir Path folder;
  private final List<Desk> open = new ArrayList<>();
  private ServerAddress database;
  private ServerLogin importer;

  @BeforeEach
  void aPreparedServer() {
    database = TestServer.database();
    ServerPlace.prepare(login("owner", "sala_owner"));
    importer = login("importer", "sala_follower");
  }

  @AfterEach
  void everybodyGoesHome() {
    open.reversed().forEach(Desk::close);
  }

  private ServerLogin login(String name, String... roles) {
    ServerAddress made = TestServer.login(database, name, roles);
    return new ServerLogin(made.url(), Optional.of(made.user()), Optional.of(made.password()));
  }

  private Desk kept(Desk desk) {
    open.add(desk);
    return desk;
  }

  private void goes(Desk desk) {
    open.remove(desk);
    desk.close();
  }

  private Workplace.Entry create(Path at) {
    return new Workplace(at, Desks.CHEAP)
        .on(importer)
        .create(
            new Workplace.FirstStart(
                "en", "Officer Zero Example", "zero", "phrase of zero".toCharArray()));
  }

  private Desk founded() {
    Desk hq = kept(((Workplace.Entry.Entered) create(folder.resolve("one"))).desk());
    hq.headquarters()
        .found(
            new Headquarters.Founding(
                "Agency of Examples",
                "Headquarters",
                "EX-0000",
                Desks.stick(folder.resolve("authority")),
                Desks.AUTHORITY.toCharArray()));
    return hq;
  }

  private Desk invited(Desk by, String handle, ServerLogin login) {
    Path carried = folder.resolve("stick").resolve(handle);
    by.invitations()
        .invite(
            new Invitations.Guest(
                "Officer " + handle + " Example",
                handle,
                ("phrase of " + handle).toCharArray(),
                "EX-" + handle,
                login),
            carried);
    return kept(Desks.unlock(carried, handle));
  }

  private Path reported(Desk station) {
    station.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    PackageLine line =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    return station.packages().carry(line.id(), folder.resolve("usb"));
  }

  private Desk station(Desk hq, String letter) {
    Desk station =
        kept(Desks.create(folder.resolve("station " + letter), "Officer Example", letter));
    Desks.enrol(station, hq, folder, letter);
    return station;
  }

  private static List<Importing.Outcome> takeAll(Desk desk, List<Path> files) {
    List<Importing.Outcome> outcomes = new ArrayList<>();
    for (Path file : files) {
      while (true) {
        try {
          outcomes.add(desk.packages().take(file));
          break;
        } catch (CaseworkFault e) {
          assertThat(e.code()).isEqualTo(CaseworkFault.Code.IN_HAND);
          Thread.onSpinWait();
        }
      }
    }
    return outcomes;
  }

  private static void numbersAreUsedOnce(Desk desk) {
    Set<Changes.Place> seen = new HashSet<>();
    for (Changes.Row row : Desks.station(desk).view().changes().after(0)) {
      assertThat(seen.add(new Changes.Place(row.station(), row.incarnation(), row.number())))
          .as("number %s of %s", row.number(), row.incarnation())
          .isTrue();
    }
  }

  @Test
  void twoProgramsTakePackagesInAtOnceAnAnalystSeesThemAndTheStationsTakeTheAnswers()
      throws Exception {
    Desk first = founded();
    Desk a = station(first, "A");
    Desk b = station(first, "B");
    Desk second = invited(first, "nine", login("second", "sala_follower"));
    Desk analyst = invited(first, "ana", login("ana", "sala_analyst", "sala_protection"));
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < PACKAGES; i++) {
      files.add(reported(a));
      files.add(reported(b));
    }
    Semaphore told = new Semaphore(0);
    analyst.listenForOthers(told::release);
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      Future<List<Importing.Outcome>> one = pool.submit(() -> takeAll(first, files));
      Future<List<Importing.Outcome>> two = pool.submit(() -> takeAll(second, files.reversed()));
      List<Importing.Outcome> all = new ArrayList<>(one.get());
      all.addAll(two.get());
      assertThat(all)
          .filteredOn(Importing.Outcome.Imported.class::isInstance)
          .hasSize(2 * PACKAGES);
      assertThat(all)
          .filteredOn(Importing.Outcome.AlreadyImported.class::isInstance)
          .hasSize(2 * PACKAGES);
    }
    assertThat(told.tryAcquire(60, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    await().atMost(Duration.ofSeconds(60)).until(() -> analyst.cases().count("") == 2 * PACKAGES);
    assertThat(first.cases().count("")).isEqualTo(2 * PACKAGES);
    numbersAreUsedOnce(first);

    // What an analyst writes becomes visible to others, by whoever follows.
    RecordId written =
        analyst.cases().open(new Cases.NewCase("Of Ana", "rescue", "normal", "", ""));
    assertThat(analyst.cases().find(written)).isPresent();
    assertThat(first.cases().find(written)).isPresent();
    assertThat(first.cases().find(written).orElseThrow().number()).startsWith("HQ3-");
    assertThat(first.audit().verify())
        .isInstanceOf(org.sala.casework.station.AuditTrail.Verdict.Whole.class);
    assertThat(second.spoiledSegment()).isEmpty();

    // Answers from whichever machine: each station takes all of its own.
    List<Path> answers = new ArrayList<>();
    for (RecordId receipt : second.reception().receiptsHere()) {
      answers.add(second.packages().carry(receipt, Desks.stick(folder.resolve("answers"))));
    }
    assertThat(answers).hasSize(2 * PACKAGES);
    for (Desk station : List.of(a, b)) {
      for (Path answer : answers) {
        station.packages().take(answer);
      }
      assertThat(station.packages().list())
          .filteredOn(PackageLine::outgoing)
          .hasSize(PACKAGES)
          .allMatch(p -> p.state() == PackageState.RECEIVED);
    }
    numbersOfAnswersAreDense(first, a, b);
  }

  @Test
  void thatAPackageWasTakenIsWrittenWithItsAnswerInOneRun() throws Exception {
    Desk first = founded();
    Desk a = station(first, "A");
    first.packages().take(reported(a));
    Path next = reported(a);
    long before = runs();
    Importing.Outcome.Imported taken = (Importing.Outcome.Imported) first.packages().take(next);
    // What came; the answer, and with it how far the audit was right; all that is said of the two.
    assertThat(runs() - before).isLessThanOrEqualTo(3);
    List<Long> places = new ArrayList<>();
    for (RecordId parcel : List.of(taken.id(), taken.receipt().orElseThrow())) {
      places.add(Desks.station(first).view().records().revisions(parcel).getFirst().sequence());
    }
    assertThat(places.getFirst()).isEqualTo(places.getLast());
    assertThat(first.audit().acts())
        .endsWith(org.sala.domain.AuditEntry.Act.SEALED, org.sala.domain.AuditEntry.Act.IMPORTED);
    assertThat(first.audit().verify())
        .isInstanceOf(org.sala.casework.station.AuditTrail.Verdict.Whole.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void anImportThatIsCutOffInAnyOfItsRunsIsDoneAgainAndEndsTheSame(int run) throws Exception {
    Desk first = founded();
    Desk a = station(first, "A");
    first.packages().take(reported(a));
    Path next = reported(a);
    endInRun(run);
    assertThatThrownBy(() -> first.packages().take(next)).isInstanceOf(CaseworkFault.class);
    assertThat(first.packages().take(next)).isInstanceOf(Importing.Outcome.Imported.class);
    List<RecordId> answers = first.reception().receiptsHere();
    assertThat(answers).as("one answer a package, whatever was begun").hasSize(2);
    for (RecordId answer : answers) {
      a.packages().take(first.packages().carry(answer, Desks.stick(folder.resolve("answers"))));
    }
    assertThat(a.packages().list())
        .filteredOn(PackageLine::outgoing)
        .hasSize(2)
        .allMatch(p -> p.state() == PackageState.RECEIVED);
    // Countersigned is what is known, and no more: the station's next report goes on from there.
    long witnessed = first.audit().stations().getFirst().witnessed();
    assertThat(a.audit().witnessed().orElseThrow().number()).isEqualTo(witnessed);
    first.packages().take(reported(a));
    assertThat(first.audit().stations().getFirst().verdict())
        .isInstanceOf(org.sala.casework.station.AuditTrail.Verdict.Whole.class);
    assertThat(first.audit().stations().getFirst().witnessed()).isGreaterThan(witnessed);
    assertThat(first.audit().verify())
        .isInstanceOf(org.sala.casework.station.AuditTrail.Verdict.Whole.class);
    numbersAreUsedOnce(first);
  }

  /** The line goes when a run from now on has been written and does not count yet. Once. */
  private void endInRun(int run) {
    TestServer.say(
        database,
        "create sequence sala.ended",
        "create function sala.end_once() returns trigger language plpgsql security definer as $$"
            + " begin if nextval('sala.ended') = "
            + run
            + " then perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(1); end if;"
            + " return new; end $$",
        "create trigger end_once before update on sala.journal_end for each row execute function"
            + " sala.end_once()");
  }

  /** How often something was committed to the journal: each run ends with a frame of its own. */
  private long runs() {
    // The kind of a frame stands in its clear head (docs/formats/journal.md).
    return new java.math.BigInteger(
            1,
            TestServer.bytes(
                database, "select int8send(count(*)) from sala.frame where get_byte(clear, 4) = 2"))
        .longValueExact();
  }

  private static void numbersOfAnswersAreDense(Desk hq, Desk... stations) {
    for (Desk station : stations) {
      String peer = Desks.station(station).identity().station().toString();
      List<Long> numbers = new ArrayList<>();
      hq.packages()
          .list()
          .forEach(
              p -> {
                String to =
                    Desks.station(hq)
                        .view()
                        .records()
                        .fields(p.id())
                        .get("peer")
                        .value()
                        .asText()
                        .orElse("");
                if (p.outgoing() && to.equals(peer)) {
                  numbers.add(p.sequence());
                }
              });
      assertThat(numbers).doesNotHaveDuplicates().hasSize(PACKAGES);
      assertThat(numbers.stream().mapToLong(n -> n).max()).hasValue(PACKAGES);
    }
  }

  @Test
  void whatOneMachineImportedWithAPackageIsOpenedOnAnother() throws Exception {
    Desk first = founded();
    Desk a = station(first, "A");
    Desk second = invited(first, "nine", login("second", "sala_follower"));
    byte[] content = new byte[300_000];
    new java.util.Random(3).nextBytes(content);
    RecordId of = a.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    a.exhibits()
        .take(
            of,
            new Exhibits.NewExhibit("Recording", "", Optional.empty(), "", ""),
            Files.write(folder.resolve("plain"), content),
            Progress.none());
    PackageLine line = a.packages().seal(a.packages().plan(Optional.of(of)), Progress.none());
    Importing.Outcome.Imported came =
        (Importing.Outcome.Imported)
            first.packages().take(a.packages().carry(line.id(), folder.resolve("usb")));
    // It lies with the server: nothing here has to outlast a power cut, and is waited for.
    for (String empty : List.of("objects", "outbox", "tmp")) {
      assertThat(folder.resolve("one").resolve(empty)).isEmptyDirectory();
    }
    Path answer =
        first
            .packages()
            .carry(came.receipt().orElseThrow(), Desks.stick(folder.resolve("answers")));
    assertThat(a.packages().take(answer)).isInstanceOf(Importing.Outcome.Imported.class);
    RecordId here = first.exhibits().inCase(of).getFirst().id();
    assertThat(first.exhibits().check(here, Progress.none())).isEqualTo(Exhibits.Condition.INTACT);
    await().atMost(Duration.ofSeconds(20)).until(() -> second.exhibits().countIn(of) == 1);
    RecordId exhibit = second.exhibits().inCase(of).getFirst().id();
    try (AttachedContent opened =
        ((AttachedContent.Opening.Opened) second.exhibits().open(exhibit)).content()) {
      assertThat(opened.from(0).readAllBytes()).isEqualTo(content);
    }
    // The file itself is with the server, for every machine.
    RecordId taken = Desks.came(second).getFirst().id();
    Path given =
        second
            .packages()
            .original(taken, Files.createDirectories(folder.resolve("court")), Progress.none());
    assertThat(given).hasSameBinaryContentAs(folder.resolve("usb").resolve(line.fileName()));
    assertThat(folder.resolve("one/originals")).isEmptyDirectory();
    // What the server alters is not shown to a machine that has not brought it yet.
    Desk third = invited(first, "ten", login("third", "sala_follower"));
    TestServer.say(
        database,
        "alter table sala.sealed_piece disable trigger all",
        "update sala.sealed_piece set bytes = set_byte(bytes, 70000, get_byte(bytes, 70000) # 1)"
            + " where length(bytes) > 70000");
    assertThat(third.exhibits().open(exhibit)).isInstanceOf(AttachedContent.Opening.Missing.class);
    assertThat(second.exhibits().check(exhibit, Progress.none()))
        .isEqualTo(Exhibits.Condition.INTACT);
  }

  @Test
  void aLineThatGoesInTheMiddleOfAnImportLosesNothingAndDoublesNothing() throws Exception {
    Desk first = founded();
    Desk a = station(first, "A");
    Path file = reported(a);
    try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
      Future<?> killing =
          pool.submit(
              () -> {
                for (int i = 0; i < 20; i++) {
                  TestServer.endAllConnections(database);
                  Thread.sleep(10);
                }
                return true;
              });
      while (!killing.isDone()) {
        try {
          first.packages().take(file);
        } catch (CaseworkFault | org.sala.store.StoreFault e) {
          assertThat(e.getMessage()).doesNotContain("A case");
        }
      }
      killing.get();
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(
            () ->
                first.packages().take(file) instanceof Importing.Outcome.AlreadyImported
                    && first.cases().count("") == 1);
    assertThat(first.spoiledSegment()).isEmpty();
    numbersAreUsedOnce(first);
    goes(first);
    Desk again = kept(Desks.unlock(folder.resolve("one"), "zero"));
    assertThat(again.cases().count("")).isEqualTo(1);
    again.cases().open(new Cases.NewCase("Another", "rescue", "normal", "", ""));
    numbersAreUsedOnce(again);
  }

  @Test
  void whoHasSeenMoreThanTheServerHoldsIsNotLetInAndNothingIsWritten() throws Exception {
    Desk first = founded();
    first.cases().open(new Cases.NewCase("Seen", "rescue", "normal", "", ""));
    goes(first);
    TestServer.say(
        database,
        "alter table sala.frame disable trigger all",
        "alter table sala.journal_end disable trigger all",
        "delete from sala.frame where sequence > (select max(sequence) - 3 from sala.frame)");
    assertThat(
            new Workplace(folder.resolve("one"), Desks.CHEAP)
                .unlock("zero", "phrase of zero".toCharArray()))
        .isInstanceOf(Workplace.Entry.ServerDiffers.class);
    assertThat(create(folder.resolve("elsewhere")))
        .as("no second headquarters on the same server")
        .isInstanceOf(Workplace.Entry.ServerDiffers.class);
    assertThat(folder.resolve("elsewhere").resolve("key.a")).doesNotExist();
  }

  @Test
  void fromAServerThatWasSetBackOneGoesOnWhenTold() throws Exception {
    Desk first = founded();
    Desk a = station(first, "A");
    first.packages().take(reported(a));
    goes(first);
    TestServer.say(
        database,
        "create schema kept",
        "create table kept.frame as table sala.frame",
        "create table kept.segment as table sala.segment",
        "create table kept.journal_end as table sala.journal_end");
    first = kept(Desks.unlock(folder.resolve("one"), "zero"));
    Path later = reported(a);
    Importing.Outcome.Imported lost = (Importing.Outcome.Imported) first.packages().take(later);
    a.packages()
        .take(
            first
                .packages()
                .carry(lost.receipt().orElseThrow(), Desks.stick(folder.resolve("answers"))));
    goes(first);
    TestServer.say(
        database,
        "alter table sala.frame disable trigger all",
        "alter table sala.segment disable trigger all",
        "alter table sala.journal_end disable trigger all",
        "delete from sala.frame",
        "delete from sala.segment",
        "delete from sala.journal_end",
        "insert into sala.segment table kept.segment",
        "insert into sala.frame table kept.frame",
        "insert into sala.journal_end table kept.journal_end");
    Workplace place = new Workplace(folder.resolve("one"), Desks.CHEAP);
    assertThat(place.unlock("zero", "phrase of zero".toCharArray()))
        .isInstanceOf(Workplace.Entry.ServerDiffers.class);
    Workplace.Entry entry = place.setBack().unlock("zero", "phrase of zero".toCharArray());
    Desk again = kept(((Workplace.Entry.Entered) entry).desk());
    assertThat(again.headquarters().isHeadquarters()).isTrue();
    assertThat(again.cases().count("")).as("what came since is lost").isEqualTo(1);
    // A next report is answered under the new count, and the answer says what is there.
    Path next = reported(a);
    Importing.Outcome.Imported taken = (Importing.Outcome.Imported) again.packages().take(next);
    a.packages()
        .take(
            again
                .packages()
                .carry(taken.receipt().orElseThrow(), Desks.stick(folder.resolve("answers"))));
    assertThat(again.packages().take(later)).isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(again.cases().count("")).isEqualTo(3);
    numbersAreUsedOnce(again);
  }

  @Test
  void withoutAnImporterAnAnalystReadsAndIsToldBeforeAnythingIsWritten() {
    Desk first = founded();
    RecordId there = first.cases().open(new Cases.NewCase("There", "rescue", "normal", "", ""));
    Desk analyst = invited(first, "ana", login("ana", "sala_analyst"));
    goes(first);
    assertThat(analyst.cases().find(there)).isPresent();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> analyst.pending().contains(Pending.NOT_FOLLOWED));
    assertThatThrownBy(
            () -> analyst.cases().open(new Cases.NewCase("Lost", "rescue", "normal", "", "")))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            e -> assertThat(e.code()).isEqualTo(CaseworkFault.Code.NOT_FOLLOWED));
    Desk again = kept(Desks.unlock(folder.resolve("one"), "zero"));
    assertThat(again.cases().count("")).isEqualTo(1);
    analyst.cases().open(new Cases.NewCase("Now", "rescue", "normal", "", ""));
    assertThat(again.cases().count("")).isEqualTo(2);
  }

  @Test
  void aFolderThatWasCopiedGoesOnUnderNumbersOfItsOwn() throws Exception {
    Desk first = founded();
    goes(first);
    Path copy = folder.resolve("copy");
    copy(folder.resolve("one"), copy);
    Desk one = kept(Desks.unlock(folder.resolve("one"), "zero"));
    Desk two = kept(Desks.unlock(copy, "zero"));
    one.cases().open(new Cases.NewCase("Of one", "rescue", "normal", "", ""));
    assertThatThrownBy(
            () -> two.cases().open(new Cases.NewCase("Of two", "rescue", "normal", "", "")))
        .isInstanceOf(CaseworkFault.class);
    goes(two);
    Desk anew = kept(Desks.unlock(copy, "zero"));
    anew.cases().open(new Cases.NewCase("Of two", "rescue", "normal", "", ""));
    one.cases().open(new Cases.NewCase("Of one again", "rescue", "normal", "", ""));
    numbersAreUsedOnce(one);
    assertThat(one.cases().count("")).isEqualTo(3);
  }

  private static void copy(Path from, Path to) throws Exception {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path p : all.toList()) {
        Files.copy(p, to.resolve(from.relativize(p).toString()));
      }
    }
  }

  @Test
  void whatIsSharedIsTheSameForAllAndTheServerReadsNoneOfIt() {
    Desk first = founded();
    Desk second = invited(first, "nine", login("second", "sala_follower"));
    station(second, "C");
    await().atMost(Duration.ofSeconds(60)).until(() -> first.headquarters().stations().size() == 1);
    assertThat(Desks.station(first).state().shared())
        .isEqualTo(Desks.station(second).state().shared())
        .containsKeys("issuingKey", "stations", "officers")
        .doesNotContainKeys("incarnation", "server.password", "journalRead");
    String key = Desks.station(first).state().text("issuingKey").orElseThrow();
    byte[] all =
        TestServer.bytes(
            database, "select string_agg(clear || sealed, '' order by sequence) from sala.frame");
    assertThat(new String(all, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain(key)
        .doesNotContain("Agency of Examples");
  }
}
