package org.sala.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.domain.Change;
import org.sala.domain.ScopeId;
import org.sala.journal.Committed;
import org.sala.journal.Sample;
import org.sala.journal.SegmentJournal;
import org.sala.journal.TableJournal;

/** What only a server can do to a view: others at work, a lost line, another version. */
class ViewServerTest {
  @TempDir Path folder;
  private final Histories histories = new Histories(21);
  private ServerAddress address;

  @BeforeEach
  void database() {
    address = TestServer.database();
  }

  private static ViewServer ready(ServerAddress address) {
    ViewServer.Opening opening = ViewServer.open(address);
    assertThat(opening).isInstanceOf(ViewServer.Opening.Ready.class);
    return ((ViewServer.Opening.Ready) opening).server();
  }

  private SegmentJournal journal() throws IOException {
    return histories.journal(Files.createDirectories(folder.resolve("journal")));
  }

  @Test
  void manyWhoOpenAtOnceMakeOneView() throws Exception {
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> all = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        all.add(
            pool.submit(
                () -> {
                  try (ViewServer one = ready(address);
                      Sql sql = one.sql()) {
                    return sql.number("select count(*) from applied");
                  }
                }));
      }
      for (Future<Long> one : all) {
        assertThat(one.get()).isEqualTo(1);
      }
    }
  }

  @Test
  void anOlderViewGoesAndANewerOneIsLeftAlone() throws Exception {
    TestServer.say(address, "set role sala_follower", "create schema view3");
    TestServer.say(address, "create table view3.case_row(title varchar)");
    ready(address).close();
    try (Connection c = TestServer.connection(address);
        Statement s = c.createStatement();
        ResultSet r =
            s.executeQuery(
                "select string_agg(nspname, ' ') from pg_namespace where nspname ~ '^view'")) {
      r.next();
      assertThat(r.getString(1)).isEqualTo("view" + ViewFile.VERSION);
    }
    TestServer.say(address, "create schema view999");
    assertThat(ViewServer.open(address)).isEqualTo(new ViewServer.Opening.TooNew(999));
  }

  @Test
  void aServerThatIsNotThereIsToldWithoutItsWords() {
    ServerAddress nobody =
        new ServerAddress(
            address.url().replace("/sala", "/nothing"), "postgres", "postgres".toCharArray());
    assertThatThrownBy(() -> ViewServer.open(nobody))
        .isInstanceOf(StoreFault.class)
        .hasMessageStartingWith("AWAY")
        .hasMessageNotContaining("nothing");
  }

  @Test
  void aLostConnectionIsReplacedAndNothingIsLost() throws Exception {
    try (SegmentJournal journal = journal();
        ViewServer server = ready(address);
        View view = Views.view(server, journal)) {
      List<Committed> all = journal.append(histories.changes(60));
      view.follow(all.subList(0, 20));
      TestServer.endAllConnections(address);
      assertThat(view.changes().after(0)).as("reading goes on").hasSize(20);
      TestServer.endAllConnections(address);
      view.follow(all.subList(20, 40));
      assertThat(view.applied()).isEqualTo(40);
      endTheNextSlice();
      view.follow(all.subList(40, 60));
      assertThat(view.applied()).isEqualTo(60);
      try (View right =
          Views.view(Views.ready(Files.createDirectories(folder.resolve("right"))), journal)) {
        right.follow(all);
        assertThat(Views.everything(server)).isEqualTo(Views.everything(right.database()));
        assertThat(view.digest()).isEqualTo(right.digest());
      }
    }
  }

  /** In its middle: the rows are written, and the connection goes before they count. Once. */
  private void endTheNextSlice() {
    TestServer.say(
        address,
        "set search_path to view" + ViewFile.VERSION,
        "create sequence ended",
        "create function end_once() returns trigger language plpgsql security definer as $$ begin"
            + " if nextval('view%d.ended') = 1 then perform pg_terminate_backend(pg_backend_pid());"
                .formatted(ViewFile.VERSION)
            + " perform pg_sleep(1); end if; return new; end $$",
        "create trigger end_once before update on applied for each row execute function"
            + " end_once()");
  }

  @Test
  void twoProgramsThatFollowOneJournalMakeOneView() throws Exception {
    try (SegmentJournal journal = journal();
        ViewServer server = ready(address)) {
      List<Committed> all = journal.append(histories.changes(150));
      try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
        List<Future<?>> both = new ArrayList<>();
        for (int who = 0; who < 2; who++) {
          Random random = new Random(who);
          both.add(
              pool.submit(
                  () -> {
                    ViewServer own = ready(address);
                    try (View view = Views.view(own, journal)) {
                      for (int from = 0; from < all.size(); ) {
                        int to = Math.min(all.size(), from + 1 + random.nextInt(9));
                        view.follow(all.subList(from, to));
                        from = to;
                      }
                    }
                  }));
        }
        for (Future<?> one : both) {
          one.get();
        }
      }
      try (View right =
              Views.view(Views.ready(Files.createDirectories(folder.resolve("right"))), journal);
          View view = Views.view(server, journal)) {
        right.follow(all);
        assertThat(view.applied()).isEqualTo(150);
        assertThat(view.digest()).isEqualTo(right.digest());
        assertThat(Views.everything(server)).isEqualTo(Views.everything(right.database()));
      }
    }
  }

  @Test
  void importersThatEachFollowTheirOwnRunsMakeOneView() throws Exception {
    ServerSchema.make(address);
    int importers = 2;
    List<List<List<Change>>> works = new ArrayList<>();
    for (int i = 0; i < importers; i++) {
      // Each brings the records of other stations, in runs of a few changes.
      List<Change> changes = new Histories(100 + i).changes(120);
      List<List<Change>> runs = new ArrayList<>();
      for (int from = 0; from < changes.size(); from += 4) {
        runs.add(changes.subList(from, from + 4));
      }
      works.add(runs);
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(importers)) {
      List<Future<?>> all = new ArrayList<>();
      for (List<List<Change>> runs : works) {
        all.add(
            pool.submit(
                () -> {
                  try (TableJournal journal = shared();
                      View view = new View(ready(address), journal::revision)) {
                    runs.forEach(run -> view.follow(journal.append(run)));
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    try (TableJournal journal = shared();
        ViewServer server = ready(address);
        View view = new View(server, journal::revision);
        View right =
            new View(
                Views.ready(Files.createDirectories(folder.resolve("right"))), journal::revision)) {
      assertThat(view.applied()).isEqualTo(journal.last()).isEqualTo(240);
      journal.replay(0, right::follow);
      assertThat(view.digest()).isEqualTo(right.digest());
      assertThat(Views.everything(server)).isEqualTo(Views.everything(right.database()));
    }
  }

  @Test
  void whoOnlyReadsHearsSoonThatOthersFollowedAndAgainAfterALostConnection() throws Exception {
    try (SegmentJournal journal = journal();
        View writer = Views.view(ready(address), journal);
        ViewServer reading = ready(address);
        View reader = Views.view(reading, journal)) {
      List<Committed> all = journal.append(histories.changes(20));
      BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
      try (AutoCloseable hearing = reading.hear(heard::add)) {
        assertThat(hearing).isNotNull();
        assertThat(heard.poll(60, TimeUnit.SECONDS)).as("what is there already").isZero();
        writer.follow(all.subList(0, 10));
        assertThat(heard.poll(60, TimeUnit.SECONDS)).isEqualTo(10);
        assertThat(reader.changes().after(0)).hasSize(10);
        TestServer.endAllConnections(address);
        assertThat(heard.poll(60, TimeUnit.SECONDS)).as("ask, for it was away").isZero();
        writer.follow(all.subList(10, 20));
        assertThat(heard.poll(60, TimeUnit.SECONDS)).isEqualTo(20);
        assertThat(reader.applied()).isEqualTo(20);
      }
    }
  }

  private TableJournal shared() {
    Sample.Keyring keyring = new Sample.Keyring();
    keyring.deny(new ScopeId(new UUID(0, 0)));
    TableJournal.Opening opening =
        new Sample(3).open(ServerFrames.open(address), keyring, Optional.empty());
    return ((TableJournal.Opening.Opened) opening).journal();
  }
}
