package org.sala.casework.headquarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.FaultSeen;
import org.sala.casework.ServerLogin;
import org.sala.casework.Workplace;
import org.sala.casework.people.Cases;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Station;
import org.sala.crypto.CryptoFault;
import org.sala.store.ServerAddress;
import org.sala.store.TestServer;

/** Whoever locks is rid of the keys at once, whatever hangs on a line that stands still. */
class LockOnStillLineTest {
  /** Against the minutes that an answer is waited for; what is tried takes two seconds. */
  private static final Duration HANG = Duration.ofSeconds(20);

  @TempDir Path folder;
  private PreparedServer server;
  private ServerLogin straight;
  private StillLine line;
  private Desk desk;

  @BeforeEach
  void aHeadquartersOverALine() {
    server = new PreparedServer();
    straight = server.login("importer", "sala_follower");
    ((Workplace.Entry.Entered)
            new Workplace(folder.resolve("one"), Desks.CHEAP)
                .on(straight)
                .create(
                    new Workplace.FirstStart(
                        "en", "Officer Zero Example", "zero", "phrase of zero".toCharArray())))
        .desk()
        .close();
    line = new StillLine(TestServer.server().getPort());
    desk = unlock(line.of(straight));
    open(desk, "There");
  }

  @AfterEach
  void everybodyGoesHome() {
    line.close();
    server.close();
  }

  private Desk unlock(ServerLogin login) {
    return ((Workplace.Entry.Entered)
            new Workplace(folder.resolve("one"), Desks.CHEAP)
                .on(login)
                .unlock("zero", "phrase of zero".toCharArray()))
        .desk();
  }

  private static void open(Desk at, String title) {
    at.cases().open(new Cases.NewCase(title, "rescue", "normal", "", ""));
  }

  /** Something that is asked on a thread of its own, and what came of it. */
  private static final class Asked {
    private final FutureTask<CaseworkFault.Code> outcome;
    private final Thread thread;

    Asked(String name, Runnable work) {
      outcome =
          new FutureTask<>(
              () -> {
                try {
                  work.run();
                } catch (RuntimeException e) {
                  return FaultSeen.in(e).orElseThrow(() -> e).code();
                }
                throw new AssertionError("it was answered");
              });
      thread = Thread.ofPlatform().name(name).daemon().start(outcome);
    }

    boolean hangs() {
      return thread.getState() == Thread.State.BLOCKED
          || Arrays.stream(thread.getStackTrace())
              .anyMatch(f -> f.getClassName().equals("sun.nio.ch.NioSocketImpl"));
    }

    CaseworkFault.Code outcome() throws Exception {
      return outcome.get(HANG.toSeconds(), TimeUnit.SECONDS);
    }
  }

  /** Locks, and shows where every thread stands if that does not end. */
  private static void lock(Desk at) throws Exception {
    FutureTask<Boolean> locked = new FutureTask<>(at::close, true);
    Thread.ofPlatform().name("locks").daemon().start(locked);
    try {
      locked.get(HANG.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("not locked yet:\n" + threads(), e);
    }
  }

  private static String threads() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(e -> Arrays.stream(e.getValue()).anyMatch(f -> f.getClassName().contains("sala")))
        .sorted(Map.Entry.comparingByKey((a, b) -> a.getName().compareTo(b.getName())))
        .map(
            e ->
                e.getKey().getName()
                    + Arrays.stream(e.getValue())
                        .map(f -> "\n    " + f)
                        .collect(Collectors.joining()))
        .collect(Collectors.joining("\n"));
  }

  private static void assertWiped(Station station) {
    assertThatThrownBy(() -> station.keys().workspace().copy())
        .isInstanceOfSatisfying(
            CryptoFault.class, e -> assertThat(e.code()).isEqualTo(CryptoFault.Code.WIPED));
  }

  @Test
  void aQuestionAndASaveThatHangEndAndTheKeysAreGone() throws Exception {
    Station station = Desks.station(desk);
    line.stand();
    Asked question = new Asked("question", () -> desk.cases().count(""));
    Asked save = new Asked("save", () -> open(desk, "Never"));
    await().atMost(HANG).until(() -> question.hangs() && save.hangs());
    lock(desk);
    assertWiped(station);
    assertThat(question.outcome()).isEqualTo(CaseworkFault.Code.SERVER_AWAY);
    assertThat(save.outcome()).isEqualTo(CaseworkFault.Code.SERVER_AWAY);
    desk = server.kept(unlock(straight));
    assertThat(desk.cases().count("")).as("nothing of it was written").isEqualTo(1);
    open(desk, "Now");
    assertThat(desk.cases().count("")).isEqualTo(2);
  }

  @Test
  void aServerThatAnswersAndLetsNobodyWriteKeepsNobodyEither() throws Exception {
    Station station = Desks.station(desk);
    ServerAddress owner = server.database();
    try (Connection other =
            DriverManager.getConnection(owner.url(), owner.user(), new String(owner.password()));
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select * from sala.journal_end for update");
      Asked save = new Asked("save", () -> open(desk, "Never"));
      await().atMost(HANG).until(save::hangs);
      lock(desk);
      assertWiped(station);
      assertThat(save.outcome()).isEqualTo(CaseworkFault.Code.SERVER_AWAY);
    }
    desk = server.kept(unlock(straight));
    assertThat(desk.cases().count("")).isEqualTo(1);
    open(desk, "Now");
    assertThat(desk.cases().count("")).isEqualTo(2);
    assertThat(desk.audit().verify()).isInstanceOf(AuditTrail.Verdict.Whole.class);
  }
}
