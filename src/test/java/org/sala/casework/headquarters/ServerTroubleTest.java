package org.sala.casework.headquarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
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
import org.sala.casework.FaultSeen;
import org.sala.casework.Pending;
import org.sala.casework.ServerLogin;
import org.sala.casework.Workplace;
import org.sala.casework.people.Cases;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.domain.AuditEntry;
import org.sala.domain.RecordId;
import org.sala.store.TestServer;

/** A server that goes away, or shows something else, beneath somebody who works on it. */
class ServerTroubleTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /** Less than an answer is waited for. */
  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path folder;
  private PreparedServer server;
  private ServerLogin importer;
  private Desk desk;

  @BeforeEach
  void aHeadquartersWithACase() {
    server = new PreparedServer();
    importer = server.login("importer", "sala_follower");
    Workplace.Entry entry =
        new Workplace(folder.resolve("one"), Desks.CHEAP)
            .on(importer)
            .create(
                new Workplace.FirstStart(
                    "en", "Officer Zero Example", "zero", "phrase of zero".toCharArray()));
    desk = server.kept(((Workplace.Entry.Entered) entry).desk());
    open("There");
  }

  @AfterEach
  void everybodyGoesHome() {
    server.close();
  }

  private void open(String title) {
    desk.cases().open(new Cases.NewCase(title, "rescue", "normal", "", ""));
  }

  /** In words that an officer is told, whoever meets it. */
  private static CaseworkFault.Code said(ThrowingCallable what) {
    Exception met = catchThrowableOfType(Exception.class, what);
    return FaultSeen.in(met).orElseThrow(() -> new AssertionError("no words for it", met)).code();
  }

  @Test
  void whileItIsAwayReadingAndWritingSaySoAndAfterwardsWorkGoesOn() {
    server.shutOut(importer);
    assertThat(said(() -> desk.cases().count(""))).isEqualTo(CaseworkFault.Code.SERVER_AWAY);
    assertThat(said(() -> open("Not there"))).isEqualTo(CaseworkFault.Code.SERVER_AWAY);
    await().atMost(PATIENCE).until(() -> desk.atServer().contains(Pending.SERVER_AWAY));
    server.letIn(importer);
    await().atMost(PATIENCE).until(() -> !desk.atServer().contains(Pending.SERVER_AWAY));
    assertThat(desk.cases().count("")).isEqualTo(1);
    open("Now");
    assertThat(desk.cases().count("")).isEqualTo(2);
  }

  @Test
  void nothingIsErasedHereAndThatIsSaidBeforeAnybodyTypesAnything() {
    RecordId there = desk.cases().open(new Cases.NewCase("Mine", "rescue", "normal", "", ""));
    assertThat(said(() -> desk.erasures().plan(there))).isEqualTo(CaseworkFault.Code.ON_SERVER);
    assertThat(desk.erasures().past()).isEmpty();
    assertThat(desk.cases().count("")).isEqualTo(2);
  }

  @Test
  void aLineThatStandsStillIsToldWhileItIsWaitedFor() {
    server.goes(desk);
    try (StillLine line = new StillLine(TestServer.server().getPort())) {
      Workplace there = new Workplace(folder.resolve("one"), Desks.CHEAP).on(line.of(importer));
      desk =
          ((Workplace.Entry.Entered) there.unlock("zero", "phrase of zero".toCharArray())).desk();
      line.stand();
      await().atMost(SOON).until(() -> desk.atServer().contains(Pending.SERVER_AWAY));
      line.go();
      await().atMost(SOON).until(() -> !desk.atServer().contains(Pending.SERVER_AWAY));
      open("Now");
      assertThat(desk.cases().count("")).isEqualTo(2);
      desk.close();
    }
  }

  @Test
  void nobodyIsLetInHereWithoutTheProtectionPart() {
    assertThat(
            said(
                () ->
                    desk.officers()
                        .add(
                            "Officer Nine Example", "nine", "phrase of nine".toCharArray(), false)))
        .as("whoever brings the view on for all others reads all of it")
        .isEqualTo(CaseworkFault.Code.ON_SERVER);
    assertThat(desk.officers().names()).as("nobody was introduced").hasSize(1);
    desk.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
    assertThat(desk.officers().names()).hasSize(2);
    server.goes(desk);
    Workplace there = new Workplace(folder.resolve("one"), Desks.CHEAP).on(importer);
    Workplace.Entry entry = there.unlock("nine", "phrase of nine".toCharArray());
    desk = server.kept(((Workplace.Entry.Entered) entry).desk());
    assertThat(desk.officers().mayOpenProtection()).isTrue();
  }

  @Test
  void whoLocksWhileItIsAwayLocksAllTheSame() {
    server.shutOut(importer);
    server.goes(desk);
    assertThat(
            new Workplace(folder.resolve("one"), Desks.CHEAP)
                .unlock("zero", "phrase of zero".toCharArray()))
        .as("the lock of the folder was given back")
        .isInstanceOf(Workplace.Entry.ServerAway.class);
  }

  @Test
  void whatCountedAndCouldNotBeSaidIsInTheAuditOnce() throws Exception {
    // Each run waits for a second server that is not there: it is on the disk, and not answered.
    String role = importer.user().orElseThrow();
    TestServer.say(server.database(), "alter role " + role + " set synchronous_commit = on");
    server.shutOut(importer);
    server.letIn(importer);
    await().atMost(PATIENCE).until(() -> !desk.atServer().contains(Pending.SERVER_AWAY));
    AuditTrail audit = desk.audit();
    audit.note(AuditEntry.Act.PRINTED, "before");
    TestServer.say(
        server.database(),
        "alter system set synchronous_standby_names = 'nobody'",
        "select pg_reload_conf()");
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      Future<CaseworkFault.Code> noting =
          pool.submit(() -> said(() -> audit.note(AuditEntry.Act.PRINTED, "unanswered")));
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  TestServer.bytes(
                          server.database(),
                          "select int4send(count(*)::int) from pg_stat_activity where"
                              + " wait_event = 'SyncRep' and datname = current_database()")[3]
                      > 0);
      server.shutOut(importer);
      assertThat(noting.get()).isEqualTo(CaseworkFault.Code.SERVER_AWAY);
    } finally {
      TestServer.say(
          server.database(),
          "alter system reset synchronous_standby_names",
          "select pg_reload_conf()");
      server.letIn(importer);
    }
    await().atMost(PATIENCE).until(() -> !desk.atServer().contains(Pending.SERVER_AWAY));
    audit.note(AuditEntry.Act.PRINTED, "after");
    assertThat(audit.entries(Desks.station(desk).identity().incarnation()))
        .extracting(e -> e.detail().orElse(""))
        .endsWith("before", "unanswered", "after");
    assertThat(audit.verify()).isInstanceOf(AuditTrail.Verdict.Whole.class);
  }

  @Test
  void whereItDiffersNothingIsWrittenTheAuditBlamesTheServerAndLockingGoesThrough() {
    server.endJournal();
    assertThat(said(() -> open("Lost"))).isEqualTo(CaseworkFault.Code.SERVER_DIFFERS);
    await().atMost(PATIENCE).until(() -> desk.atServer().contains(Pending.SERVER_DIFFERS));
    assertThat(desk.audit().verify()).isInstanceOf(AuditTrail.Verdict.Differs.class);
    server.goes(desk);
    assertThat(
            new Workplace(folder.resolve("one"), Desks.CHEAP)
                .unlock("zero", "phrase of zero".toCharArray()))
        .isInstanceOf(Workplace.Entry.ServerDiffers.class);
  }
}
