package org.sala.casework.headquarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Folders;
import org.sala.casework.consent.Consents;
import org.sala.casework.packages.register.Doubt;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.packages.take.Quarantine;
import org.sala.casework.partner.Agencies;
import org.sala.casework.partner.CopyRequest;
import org.sala.casework.people.Cases;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Sharing;
import org.sala.domain.RecordId;
import org.sala.store.ServerAddress;
import org.sala.ui.text.Texts;

/** Two importers on one server, and packages of a laptop that works on twice under one number. */
class TwoDesksDecideTest {
  @TempDir Path folder;
  private PreparedServer server;
  private Desk one;
  private Desk two;
  private Path ofLaptop;
  private Path ofCopy;

  @BeforeEach
  void packagesOfALaptopAndOfItsCopy() throws Exception {
    server = new PreparedServer();
    one = server.founded(folder);
    Desk a = server.kept(Desks.create(folder.resolve("a"), "Officer Example", "A"));
    Desks.enrol(a, one, folder, "A");
    one.packages().take(reported(a));
    server.goes(a);
    Folders.copy(folder.resolve("a"), folder.resolve("copy"));
    ofLaptop = reported(server.kept(Desks.unlock(folder.resolve("a"), "A")));
    ofCopy = reported(server.kept(Desks.unlock(folder.resolve("copy"), "A")));
    two = server.invited(one, folder.resolve("two"), "nine", server.login("two", "sala_follower"));
  }

  @AfterEach
  void everybodyGoesHome() {
    server.close();
  }

  private Path reported(Desk station) {
    station.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    PackageLine line =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    return station.packages().carry(line.id(), folder.resolve("usb"));
  }

  private static void isInHand(ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            CaseworkFault.class, e -> assertThat(e.code()).isEqualTo(CaseworkFault.Code.IN_HAND));
  }

  private RecordId held() {
    assertThat(one.packages().take(ofLaptop)).isInstanceOf(Importing.Outcome.Imported.class);
    return ((Importing.Outcome.Held) one.packages().take(ofCopy)).id();
  }

  /** All that were sealed, also those that a later one has taken the place of. */
  private long answers() {
    return one.packages().list().stream().filter(p -> p.purpose().equals("receipt")).count();
  }

  private Quarantine.Decision admittedByTwo(RecordId parcel) {
    return two.quarantine().admit(parcel, "agreed", "zero", "phrase of zero".toCharArray());
  }

  @Test
  void whatOneDeskDecidesOnNoOtherDoesMeanwhile() {
    RecordId parcel = held();
    String digest = one.quarantine().waiting().getFirst().digest();
    long answers = answers();
    two.quarantine().propose(parcel, "a reason");
    try (Sharing.InHand hand =
        Desks.station(two).state().sharing().orElseThrow().take(digest).orElseThrow()) {
      hand.stillOurs();
      isInHand(() -> one.quarantine().reject(parcel, "a reason"));
      isInHand(() -> one.quarantine().sendBack(parcel, "a reason"));
      isInHand(() -> one.quarantine().again(parcel));
      isInHand(() -> admittedByTwo(parcel));
    }
    assertThat(one.quarantine().waiting()).hasSize(1);
    assertThat(answers()).isEqualTo(answers);
    assertThat(one.quarantine().reject(parcel, "a reason")).isPresent();
    assertThat(answers()).isEqualTo(answers + 1);
    assertThatThrownBy(() -> admittedByTwo(parcel))
        .isInstanceOfSatisfying(
            CaseworkFault.class, e -> assertThat(e.code()).isEqualTo(CaseworkFault.Code.NOT_FOUND));
    assertThat(one.cases().count("")).isEqualTo(2);
  }

  @Test
  void whatAnotherAgencySentIsTakenInByOneDeskAlone() {
    Path copy;
    String digest;
    try (Desk theirs = Agencies.founded(folder.resolve("theirs"), "Agency of Elsewhere", "PH")) {
      RecordId ours = Agencies.introduce(theirs, one);
      Agencies.introduce(one, theirs);
      RecordId theirCase = Agencies.aCase(theirs);
      Agencies.person(theirs, theirCase, "A-1", "Agency of Examples", Consents.Answer.YES);
      CopyRequest asked =
          new CopyRequest(ours, Agencies.PURPOSE, new CopyRequest.Scope.OneCase(theirCase));
      PackageLine sealed =
          theirs
              .copies()
              .seal(
                  theirs.copies().look(asked),
                  Texts.in("en", ZoneId.of("Asia/Bangkok")),
                  Progress.none());
      copy = theirs.packages().carry(sealed.id(), folder.resolve("usb"));
      digest = theirs.packages().details(sealed.id()).digest();
    }
    try (Sharing.InHand hand =
        Desks.station(two).state().sharing().orElseThrow().take(digest).orElseThrow()) {
      hand.stillOurs();
      isInHand(() -> one.packages().take(copy));
    }
    assertThat(one.packages().take(copy)).isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(two.packages().take(copy)).isInstanceOf(Importing.Outcome.AlreadyImported.class);
  }

  @Test
  void oneRejectsWhileAnotherAdmitsAndOneOfTheTwoHappens() throws Exception {
    RecordId parcel = held();
    two.quarantine().propose(parcel, "a reason");
    long answers = answers();
    List<Object> happened = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      List<Callable<Object>> both =
          List.of(() -> one.quarantine().reject(parcel, "a reason"), () -> admittedByTwo(parcel));
      for (Future<Object> f : pool.invokeAll(both)) {
        try {
          happened.add(f.get());
        } catch (ExecutionException e) {
          assertThat(e.getCause())
              .isInstanceOfSatisfying(
                  CaseworkFault.class,
                  c ->
                      assertThat(c.code())
                          .isIn(CaseworkFault.Code.IN_HAND, CaseworkFault.Code.NOT_FOUND));
        }
      }
    }
    assertThat(happened).hasSize(1);
    boolean admitted = happened.getFirst() instanceof Quarantine.Decision.Admitted;
    assertThat(admitted || happened.getFirst() instanceof Optional).isTrue();
    assertThat(answers()).isEqualTo(answers + 1);
    assertThat(one.cases().count("")).isEqualTo(admitted ? 3 : 2);
  }

  @Test
  void twoFilesWithOneNumberThatComeAtOnceAreSeenToBeOfTwoCopies() throws Exception {
    ServerAddress database = server.database();
    List<Importing.Outcome> outcomes = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(
                database.url(), database.user(), new String(database.password()));
        Statement statement = connection.createStatement();
        ExecutorService pool = Executors.newFixedThreadPool(2)) {
      connection.setAutoCommit(false);
      // Nobody writes a frame: whoever has worked out what is doubtful stands still there.
      statement.execute("lock table sala.frame in share mode");
      Future<Importing.Outcome> first = pool.submit(() -> one.packages().take(ofLaptop));
      until(statement, "select count(*) >= 1" + STANDING);
      Future<Importing.Outcome> second = pool.submit(() -> two.packages().take(ofCopy));
      // The other one stands still as well: for its turn, or because nobody keeps it from going on.
      until(statement, "select count(*) >= 2" + STANDING);
      connection.rollback();
      outcomes.add(first.get());
      outcomes.add(second.get());
    }
    assertThat(outcomes.getFirst()).isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(outcomes.getLast())
        .isInstanceOfSatisfying(
            Importing.Outcome.Held.class,
            h -> assertThat(h.doubts()).containsExactly(Doubt.TWO_COPIES));
  }

  private static final String STANDING =
      " from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

  private static void until(Statement statement, String asked) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              // What a session saw of the others it goes on seeing within a transaction.
              statement.execute("select pg_stat_clear_snapshot()");
              return is(statement, asked);
            });
  }

  private static boolean is(Statement statement, String asked) throws SQLException {
    try (ResultSet row = statement.executeQuery(asked)) {
      return row.next() && row.getBoolean(1);
    }
  }
}
