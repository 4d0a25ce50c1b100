package org.sala.casework.headquarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Pending;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.sync.WhyNot;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.store.TestServer;
import org.sala.store.ViewFile;

/** A view on a real server that a crash has emptied, while it is made anew. */
class ViewMadeAnewTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String VIEW = "view" + ViewFile.VERSION;

  @TempDir Path folder;
  private PreparedServer server;
  private Desk hq;
  private Desk a;
  private RecordId known;

  @BeforeEach
  void aHeadquartersThatHasTakenAPackage() {
    server = new PreparedServer();
    hq = server.founded(folder);
    a = server.kept(Desks.create(folder.resolve("station A"), "Officer Example", "A"));
    Desks.enrol(a, hq, folder, "A");
    known = a.cases().open(new Cases.NewCase("A title", "rescue", "normal", "place0", ""));
  }

  @AfterEach
  void everybodyGoesHome() {
    server.close();
  }

  private Path sealed() {
    PackageLine line = a.packages().seal(a.packages().plan(Optional.empty()), Progress.none());
    return a.packages().carry(line.id(), folder.resolve("usb"));
  }

  private static void waits(ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            CaseworkFault.class, e -> assertThat(e.code()).isEqualTo(CaseworkFault.Code.MADE_ANEW));
  }

  @Test
  void nothingIsTakenInOrAnsweredOrSentBeforeItShowsEverythingAgain() throws Exception {
    Path first = sealed();
    Importing.Outcome.Imported taken = (Importing.Outcome.Imported) hq.packages().take(first);
    hq.cases().edit(known, Map.of("place", Value.text("place of headquarters")), "known");
    a.cases().edit(known, Map.of("place", Value.text("place of A")), "seen");
    Path second = sealed();
    Path share = Files.createDirectories(folder.resolve("share"));
    Files.copy(second, share.resolve(second.getFileName()));
    long before;
    try (Connection holding = server.held()) {
      Desks.station(hq).view().clear();
      before = hq.onServer().orElseThrow().written();
      waits(() -> hq.packages().take(first));
      waits(() -> hq.packages().take(second));
      waits(
          () ->
              hq.packages()
                  .carry(taken.receipt().orElseThrow(), Desks.stick(folder.resolve("answers"))));
      assertThat(hq.sync().once(share).why()).contains(WhyNot.MADE_ANEW);
      await().atMost(PATIENCE).until(() -> hq.atServer().contains(Pending.MADE_ANEW));
      assertThat(holding.isClosed()).isFalse();
    }
    await().atMost(PATIENCE).until(() -> !hq.atServer().contains(Pending.MADE_ANEW));
    assertThat(hq.onServer().orElseThrow().written()).isEqualTo(before);
    assertThat(hq.packages().take(first)).isInstanceOf(Importing.Outcome.AlreadyImported.class);
    assertThat(((Importing.Outcome.Imported) hq.packages().take(second)).disputed()).isEqualTo(1);
  }

  @Test
  void screensHearAgainOnceItShowsEverything() {
    hq.packages().take(sealed());
    hq.cases().open(new Cases.NewCase("Another", "rescue", "normal", "", ""));
    AtomicInteger shown = new AtomicInteger(-1);
    await()
        .atMost(PATIENCE)
        .until(() -> hq.onServer().filter(s -> s.written() == s.shown()).isPresent());
    hq.listenForOthers(() -> shown.set(hq.cases().count("")));
    TestServer.say(
        server.database(),
        "do $$ begin execute (select 'truncate ' || string_agg(format('%I.%I', schemaname,"
            + " tablename), ', ') from pg_tables where schemaname = '"
            + VIEW
            + "'); end $$");
    await().atMost(PATIENCE).until(() -> shown.get() == 2);
    await().atMost(PATIENCE).until(() -> !hq.atServer().contains(Pending.MADE_ANEW));
  }
}
