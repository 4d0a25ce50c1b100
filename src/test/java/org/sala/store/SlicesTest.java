package org.sala.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.domain.Change;
import org.sala.domain.ChangeId;
import org.sala.journal.Committed;
import org.sala.journal.SegmentJournal;

/** However a history is cut into slices, the view holds the same rows; in either database. */
@ParameterizedClass
@EnumSource(Databases.class)
class SlicesTest {
  @Parameter Databases on;
  @TempDir Path folder;

  /** Follows a journal in one way, and says all that the view then holds. */
  private interface Way {
    void follow(View view, List<Committed> all);
  }

  private Map<String, List<String>> rows(SegmentJournal journal, String name, Way way)
      throws IOException {
    Path db = Files.createDirectories(folder.resolve(name));
    List<Committed> all = new ArrayList<>();
    journal.replay(0, all::addAll);
    try (View view = Views.view(on.ready(db), journal)) {
      way.follow(view, all);
    }
    try (ViewDatabase file = on.ready(db)) {
      return Views.everything(file);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 4})
  void oneByOneAllAtOnceOrInRandomPiecesGiveTheSameRows(long seed) throws IOException {
    Histories histories = new Histories(seed);
    List<Change> changes = histories.changes(120);
    Path there = Files.createDirectories(folder.resolve("journal"));
    try (SegmentJournal journal = histories.journal(there)) {
      journal.append(changes);
      Map<String, List<String>> one =
          rows(journal, "one", (v, all) -> all.forEach(c -> v.follow(List.of(c))));
      Map<String, List<String>> whole = rows(journal, "whole", View::follow);
      Random random = new Random(seed);
      Map<String, List<String>> pieces =
          rows(
              journal,
              "pieces",
              (v, all) -> {
                for (int from = 0; from < all.size(); ) {
                  int to = Math.min(all.size(), from + 1 + random.nextInt(30));
                  v.follow(all.subList(from, to));
                  from = to;
                }
              });
      assertThat(one.get("person_row")).hasSizeGreaterThan(10);
      assertThat(one.get("case_row")).hasSizeGreaterThan(3);
      assertThat(one.get("dispute")).isNotEmpty();
      one.keySet().forEach(table -> assertThat(whole.get(table)).isEqualTo(one.get(table)));
      one.keySet().forEach(table -> assertThat(pieces.get(table)).isEqualTo(one.get(table)));
    }
  }

  @Test
  void whatTheViewHasAlreadyChangesNothing() throws IOException {
    Histories histories = new Histories(99);
    Path there = Files.createDirectories(folder.resolve("journal"));
    try (SegmentJournal journal = histories.journal(there)) {
      journal.append(histories.changes(80));
      Map<String, List<String>> once = rows(journal, "once", View::follow);
      Map<String, List<String>> twice =
          rows(
              journal,
              "twice",
              (v, all) -> {
                v.follow(all);
                v.follow(all);
              });
      assertThat(twice).isEqualTo(once);
    }
  }

  @Test
  void whatIsSavedWhileMuchIsFollowedComesBehindTheSliceThatIsWorkedOut() throws Exception {
    Histories histories = new Histories(5);
    Path there = Files.createDirectories(folder.resolve("journal"));
    try (SegmentJournal journal = histories.journal(there);
        View view = Views.view(on.ready(Files.createDirectories(folder.resolve("db"))), journal);
        ExecutorService officer = Executors.newSingleThreadExecutor()) {
      journal.append(histories.changes(700));
      List<Committed> all = new ArrayList<>();
      journal.replay(0, all::addAll);
      List<Committed> much = all.subList(0, all.size() - 1);
      AtomicReference<Future<?>> saved = new AtomicReference<>();
      Told told = new Told(much);
      told.first =
          () -> {
            AtomicReference<Thread> by = new AtomicReference<>();
            saved.set(
                officer.submit(
                    () -> {
                      by.set(Thread.currentThread());
                      view.follow(all.subList(all.size() - 1, all.size()));
                    }));
            await()
                .atMost(Duration.ofSeconds(60))
                .until(
                    () ->
                        by.get() != null
                            && Set.of(Thread.State.WAITING, Thread.State.BLOCKED)
                                .contains(by.get().getState()));
          };
      told.last =
          () ->
              assertThat(saved.get())
                  .as("shown before the last slice is worked out")
                  .succeedsWithin(Duration.ofSeconds(20));
      view.follow(told);
      assertThat(view.applied()).isEqualTo(all.getLast().sequence());
    }
  }

  /** A run that tells when its first and its last change are worked out. */
  private static final class Told extends AbstractList<Committed> {
    private final List<Committed> run;
    private int begins;
    private boolean ended;
    private Runnable first = () -> {};
    private Runnable last = () -> {};

    Told(List<Committed> run) {
      this.run = run;
    }

    @Override
    public Committed get(int i) {
      // The first is asked for once where the run is cut, before anything is worked out.
      if (i == 0 && ++begins == 2) {
        first.run();
      } else if (i == run.size() - 1 && begins > 1 && !ended) {
        ended = true;
        last.run();
      }
      return run.get(i);
    }

    @Override
    public int size() {
      return run.size();
    }
  }

  @Test
  void whatCameAheadOfOthersIsShownAtOnceAndLeavesTheSameRows() throws IOException {
    Histories histories = new Histories(7);
    Path there = Files.createDirectories(folder.resolve("journal"));
    try (SegmentJournal journal = histories.journal(there)) {
      journal.append(histories.changes(60));
      Map<String, List<String>> inOrder = rows(journal, "order", View::follow);
      Map<String, List<String>> ahead =
          rows(
              journal,
              "ahead",
              (v, all) -> {
                List<Committed> mixed = new ArrayList<>(all);
                java.util.Collections.shuffle(mixed, new Random(3));
                for (Committed c : mixed) {
                  v.follow(List.of(c));
                  assertThat(v.changes().find(c.change().id())).isPresent();
                }
                assertThat(v.applied()).isEqualTo(all.size());
              });
      inOrder.keySet().forEach(t -> assertThat(ahead.get(t)).as(t).isEqualTo(inOrder.get(t)));
    }
  }

  @Test
  void aChangeThatWasWrittenTwiceHoldsNobodyUp() throws IOException {
    Histories histories = new Histories(9);
    Path there = Files.createDirectories(folder.resolve("journal"));
    try (SegmentJournal journal = histories.journal(there)) {
      List<Change> changes = histories.changes(6);
      journal.append(changes.subList(0, 4));
      // As where a line went before the view had it, or where a part of it came later.
      journal.append(changes.subList(3, 4));
      journal.append(changes.subList(4, 6));
      List<Committed> all = new ArrayList<>();
      journal.replay(0, all::addAll);
      try (View whole =
              Views.view(on.ready(Files.createDirectories(folder.resolve("whole"))), journal);
          View one =
              Views.view(on.ready(Files.createDirectories(folder.resolve("one"))), journal)) {
        whole.follow(all);
        all.forEach(c -> one.follow(List.of(c)));
        assertThat(whole.applied()).isEqualTo(7);
        assertThat(one.applied()).isEqualTo(7);
        assertThat(whole.digest()).isEqualTo(one.digest());
      }
    }
  }

  @Test
  void whatCameAheadIsFollowedAgainAfterAnInterruption() throws IOException {
    Histories histories = new Histories(8);
    Path there = Files.createDirectories(folder.resolve("journal"));
    try (SegmentJournal journal = histories.journal(there)) {
      List<Committed> all = journal.append(histories.changes(60));
      Path db = Files.createDirectories(folder.resolve("db"));
      try (View view = Views.view(on.ready(db), journal)) {
        view.follow(all.subList(0, 20));
        view.follow(all.subList(50, 51));
        assertThat(view.applied()).isEqualTo(20);
      }
      try (View view = Views.view(on.ready(db), journal)) {
        assertThat(view.applied()).isEqualTo(20);
        journal.replay(view.applied(), view::follow);
        assertThat(view.applied()).isEqualTo(60);
      }
      try (ViewDatabase file = on.ready(db)) {
        assertThat(Views.everything(file)).isEqualTo(rows(journal, "right", View::follow));
      }
    }
  }

  @Test
  void anyNumberOfRecordsCanBeAskedForAtOnce() throws IOException {
    Histories histories = new Histories(7);
    Path there = Files.createDirectories(folder.resolve("journal"));
    try (SegmentJournal journal = histories.journal(there);
        View view = Views.view(on.ready(Files.createDirectories(folder.resolve("db"))), journal)) {
      journal.append(histories.changes(80)).forEach(c -> view.follow(List.of(c)));
      List<ChangeId> here = view.changes().after(0).stream().map(Changes.Row::id).toList();
      List<ChangeId> many = new ArrayList<>();
      // The database itself refuses a list of more than 65,536.
      for (int i = 0; i < 70_000; i++) {
        many.add(new ChangeId(new UUID(i, i)));
      }
      many.addAll(here);
      assertThat(view.changes().known(many)).containsExactlyInAnyOrderElementsOf(here);
      assertThat(view.changes().earliest(many)).isEqualTo(1);
    }
  }
}
