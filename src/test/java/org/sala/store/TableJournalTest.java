package org.sala.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sala.crypto.Secret;
import org.sala.domain.Change;
import org.sala.domain.Compartment;
import org.sala.domain.ScopeId;
import org.sala.journal.Checkpoint;
import org.sala.journal.Committed;
import org.sala.journal.Heard;
import org.sala.journal.JournalFault;
import org.sala.journal.Sample;
import org.sala.journal.ScopeKeyring;
import org.sala.journal.TableJournal;

/** What only a table can meet: several writers, a lost line, a server that lies. */
class TableJournalTest {
  private final Sample sample = new Sample(78);
  private final Interrupting keyring = new Interrupting();
  private ServerAddress address;

  /** A keyring that is asked for a key in the middle of a run, and lets something happen then. */
  private static final class Interrupting implements ScopeKeyring {
    private final ScopeKeyring keys = new Sample.Keyring();
    private Runnable next = () -> {};

    @Override
    public synchronized Optional<Secret> find(ScopeId scope, Compartment compartment) {
      Runnable now = next;
      next = () -> {};
      now.run();
      return keys.find(scope, compartment);
    }

    @Override
    public void ensure(List<Wanted> wanted) {
      keys.ensure(wanted);
    }

    synchronized void once(Runnable what) {
      next = what;
    }
  }

  @BeforeEach
  void database() {
    address = TestServer.database();
    ServerSchema.make(address);
  }

  private TableJournal.Opening open(Optional<Checkpoint> from) {
    return sample.open(ServerFrames.open(address), keyring, from);
  }

  private TableJournal open() {
    TableJournal.Opening opening = open(Optional.empty());
    assertThat(opening).isInstanceOf(TableJournal.Opening.Opened.class);
    return ((TableJournal.Opening.Opened) opening).journal();
  }

  private long number(String question) {
    return Long.parseLong(
        new String(
            TestServer.bytes(address, "select convert_to((" + question + ")::text, 'UTF8')"),
            java.nio.charset.StandardCharsets.US_ASCII));
  }

  @Test
  void writersAtOnceMakeOneChainWithoutAGap() throws Exception {
    int writers = 3;
    List<Change> all = new ArrayList<>();
    Set<Long> sequences = new HashSet<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(writers)) {
      List<Future<List<Committed>>> works = new ArrayList<>();
      for (int w = 0; w < writers; w++) {
        List<List<Change>> runs = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
          runs.add(List.of(sample.change(2), sample.change(1)));
        }
        runs.forEach(all::addAll);
        works.add(
            pool.submit(
                () -> {
                  List<Committed> written = new ArrayList<>();
                  try (TableJournal journal = open()) {
                    runs.forEach(run -> written.addAll(journal.append(run)));
                  }
                  return written;
                }));
      }
      for (Future<List<Committed>> one : works) {
        one.get().forEach(c -> assertThat(sequences.add(c.sequence())).isTrue());
      }
    }
    assertThat(sequences).hasSize(all.size()).contains(1L, (long) all.size());
    try (TableJournal journal = open()) {
      List<Change> read = new ArrayList<>();
      journal.replay(0, run -> run.forEach(c -> read.add(c.change())));
      assertThat(read).containsExactlyInAnyOrderElementsOf(all);
      assertThat(journal.check()).isEmpty();
    }
    assertThat(number("select count(*) from sala.segment")).isEqualTo(writers);
  }

  @Test
  void whoDoesNotWriteReadsWhatOthersWrote() {
    try (TableJournal one = open();
        TableJournal other = open()) {
      one.append(List.of(sample.change(2)));
      assertThat(other.last()).isZero();
      assertThat(other.catchUp()).isEqualTo(1);
      assertThat(other.head()).isEqualTo(one.head());
      assertThat(other.append(List.of(sample.change(1))).getFirst().sequence()).isEqualTo(2);
    }
  }

  @Test
  void whatIsSharedCountsWithItsRunOrKeepsItOut() {
    List<String> shared = new ArrayList<>();
    Heard hearing =
        new Heard() {
          @Override
          public void changes(List<Committed> run) {
            shared.add(run.size() + " changes");
          }

          @Override
          public void state(byte[] content) {
            shared.add(new String(content, java.nio.charset.StandardCharsets.US_ASCII));
          }
        };
    try (TableJournal one = open();
        TableJournal other = sample.open(ServerFrames.open(address), keyring, hearing)) {
      one.append(
          List.of(sample.change(2)),
          List.of(sample.entry(1, one.head())),
          () -> Optional.of(new byte[] {'n', '1'}));
      Change keptOut = sample.change(1);
      assertThatThrownBy(
              () ->
                  one.append(
                      List.of(keptOut),
                      List.of(),
                      () -> {
                        throw new IllegalStateException("taken");
                      }))
          .hasMessage("taken");
      one.append(List.of(sample.change(1)), List.of(), Optional::empty);
      assertThat(other.catchUp()).isEqualTo(2);
      assertThat(shared).containsExactly("1 changes", "n1", "1 changes");
      assertThat(one.check()).isEmpty();
    }
  }

  @Test
  void aConnectionThatEndsInTheMiddleOfARunLeavesNothingOfItAndNoKeyIsUsedTwice() {
    try (TableJournal journal = open()) {
      journal.append(List.of(sample.change(2)));
      Change lost = sample.change(3);
      keyring.once(() -> TestServer.endAllConnections(address));
      assertThatThrownBy(() -> journal.append(List.of(lost)))
          .isInstanceOfSatisfying(
              JournalFault.class, e -> assertThat(e.code()).isEqualTo(JournalFault.Code.IO));
      assertThat(journal.last()).isEqualTo(1);
      journal.append(List.of(lost));
      assertThat(journal.last()).isEqualTo(2);
      assertThat(journal.check()).isEmpty();
    }
    assertThat(number("select count(*) from sala.segment"))
        .as("what was sealed and taken back may have been seen: its key seals nothing else")
        .isEqualTo(2);
  }

  @Test
  void nobodyChangesOrTakesAwayARow() {
    try (TableJournal journal = open()) {
      journal.append(List.of(sample.change(2)));
    }
    for (String sql :
        List.of(
            "update sala.frame set segment = 1",
            "delete from sala.frame where sequence = 1",
            "truncate sala.frame",
            "delete from sala.segment",
            "delete from sala.journal_end")) {
      assertThatThrownBy(() -> TestServer.say(address, sql))
          .hasStackTraceContaining("the journal is only added to");
    }
  }

  @Test
  void aServerThatLiesIsFound() {
    Checkpoint left;
    try (TableJournal journal = open()) {
      for (int i = 0; i < 5; i++) {
        journal.append(List.of(sample.change(2)));
      }
      left = journal.checkpoint();
    }
    String free =
        "alter table sala.frame disable trigger all; alter table sala.journal_end disable trigger"
            + " all; create table kept as select * from sala.frame; create table kept_end as"
            + " select * from sala.journal_end";
    String back =
        "delete from sala.frame; insert into sala.frame select * from kept; delete from"
            + " sala.journal_end; insert into sala.journal_end select * from kept_end";
    TestServer.say(address, free);
    long last = left.nextFrame() - 1;
    List<String> lies =
        List.of(
            // a frame that is missing, two that changed places, one that stands twice
            "delete from sala.frame where sequence = 7",
            "update sala.frame set clear = (select clear from kept where sequence = 3), sealed ="
                + " (select sealed from kept where sequence = 3) where sequence = 2",
            "update sala.frame set sealed = (select sealed from kept where sequence = 6) where"
                + " sequence = 7",
            // an end that is not where the frames end
            "update sala.journal_end set next_frame = next_frame + 1",
            "update sala.journal_end set hash = decode(repeat('11', 32), 'hex')",
            "update sala.journal_end set last_change = 4");
    for (String lie : lies) {
      TestServer.say(address, lie);
      assertThat(isFound(Optional.empty())).as(lie).isTrue();
      TestServer.say(address, back);
    }
    // Cut off as a whole, and the end moved back to match: only who was here before can tell.
    long third = last - 4;
    TestServer.say(
        address,
        "delete from sala.frame where sequence >= " + third,
        "update sala.journal_end set next_frame = "
            + third
            + ", last_change = 4, hash = (select sha256(clear || sealed) from sala.frame where"
            + " sequence = "
            + (third - 1)
            + ")");
    assertThat(isFound(Optional.of(left))).isTrue();
    TestServer.say(address, back);
    assertThat(isFound(Optional.of(left))).isFalse();
    assertThat(isFound(Optional.empty())).isFalse();
  }

  private boolean isFound(Optional<Checkpoint> from) {
    if (open(from) instanceof TableJournal.Opening.Opened o) {
      try (TableJournal journal = o.journal()) {
        if (journal.check().isPresent()) {
          return true;
        }
        journal.catchUp();
        return false;
      } catch (JournalFault e) {
        return e.code() == JournalFault.Code.DIFFERS;
      }
    }
    return true;
  }
}
