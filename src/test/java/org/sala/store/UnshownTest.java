package org.sala.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sala.domain.Change;
import org.sala.domain.Kinds;
import org.sala.domain.Piece;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;
import org.sala.domain.wire.Bounds;
import org.sala.domain.wire.RevisionWire;
import org.sala.journal.Committed;
import org.sala.journal.JournalFault;
import org.sala.journal.Position;
import org.sala.journal.SegmentJournal;

/** No change in a journal keeps a view from opening, whatever is in it; in either database. */
@ParameterizedClass
@EnumSource(Databases.class)
class UnshownTest {
  @Parameter Databases on;
  @TempDir Path folder;

  private static List<Committed> replayed(SegmentJournal journal) {
    List<Committed> all = new ArrayList<>();
    journal.replay(0, all::addAll);
    return all;
  }

  private Map<String, List<String>> followed(String name, SegmentJournal journal, int at)
      throws IOException {
    Path db = Files.createDirectories(folder.resolve(name));
    try (View view = Views.view(on.ready(db), journal)) {
      List<Committed> all = replayed(journal);
      for (int from = 0; from < all.size(); from += at) {
        view.follow(all.subList(from, Math.min(all.size(), from + at)));
      }
      assertThat(view.applied()).isEqualTo(journal.last());
      assertThat(view.unshown()).isPositive();
    }
    try (ViewDatabase file = on.ready(db)) {
      return Views.everything(file);
    }
  }

  @Test
  void nonsenseIsFollowedReopenedAndRebuiltAndGivesTheSameRows() throws IOException {
    Path there = Files.createDirectories(folder.resolve("journal"));
    try (SegmentJournal journal = new Histories(3).journal(there)) {
      journal.append(new Histories(3).changes(60));
      List<Change> nonsense = new Nonsense(11).ofEveryField();
      assertThat(nonsense).hasSizeGreaterThan(300);
      journal.append(nonsense);
      journal.append(new Histories(4).changes(60));
    }
    try (SegmentJournal again = new Histories(3).journal(there)) {
      Map<String, List<String>> one = followed("one", again, 7);
      Map<String, List<String>> whole = followed("whole", again, 100_000);
      one.keySet()
          .forEach(table -> assertThat(whole.get(table)).as(table).isEqualTo(one.get(table)));
      assertThat(one.get("change_log")).hasSize((int) again.last());
    }
  }

  @Test
  void whatIsTooLongIsLeftOutAndCountedAndTheRestOfTheChangeStands() throws IOException {
    Path there = Files.createDirectories(folder.resolve("journal"));
    Nonsense nonsense = new Nonsense(5);
    String name = "x".repeat(Bounds.LONGEST_NAME);
    Value most = Value.text("x".repeat(Bounds.LONGEST_VALUE - 2));
    Change within = nonsense.saying("case", Map.of("title", Value.text("One"), name, most));
    Change beyond =
        nonsense.saying(
            "case",
            Map.of(
                "title",
                Value.text("Two"),
                name + "x",
                Value.text("name"),
                "",
                Value.text("none"),
                "place",
                Value.text("x".repeat(Bounds.LONGEST_VALUE - 1))));
    try (SegmentJournal journal = new Histories(1).journal(there);
        View view = Views.view(on.ready(Files.createDirectories(folder.resolve("db"))), journal)) {
      view.follow(journal.append(List.of(within, beyond)));
      assertThat(view.unshown()).isEqualTo(1);
      assertThat(view.records().fields(record(within))).containsOnlyKeys("title", name);
      assertThat(view.records().fields(record(beyond))).containsOnlyKeys("title");
      assertThat(view.cases().count("", 100)).isEqualTo(2);
    }
  }

  /** A failure that nobody foresaw: a change that is built on it, as another program would. */
  @Test
  void aChangeThatCannotBeWorkedOutIsPassedAloneAndToldAgainAfterReopening() throws IOException {
    Path there = Files.createDirectories(folder.resolve("journal"));
    Path db = Files.createDirectories(folder.resolve("db"));
    Nonsense nonsense = new Nonsense(6);
    List<Change> all = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      all.add(nonsense.saying("case", Map.of("title", Value.text("Case " + i))));
    }
    try (SegmentJournal journal = new Histories(1).journal(there)) {
      List<Committed> run = journal.append(all);
      Set<RevisionId> odd = Set.of(all.get(4).revisions().getFirst().id());
      try (View view = new View(on.ready(db), tripping(journal, odd))) {
        // Read back because it was written beside what is there.
        Change beside = beside(nonsense, all.get(4));
        view.follow(run);
        view.follow(journal.append(List.of(beside)));
        assertThat(view.unshown()).isEqualTo(1);
        assertThat(view.applied()).isEqualTo(10);
        assertThat(view.changes().find(beside.id())).isPresent();
        assertThat(view.cases().count("", 100)).isEqualTo(9);
        view.follow(
            journal.append(List.of(nonsense.saying("case", Map.of("title", Value.text("On"))))));
        assertThat(view.cases().count("", 100)).isEqualTo(10);
      }
      try (View view = Views.view(on.ready(db), journal)) {
        assertThat(view.unshown()).isEqualTo(1);
      }
    }
  }

  /** A journal that cannot be read is no change that cannot be shown: it is told, and retried. */
  @Test
  void whatADiskOrAKeyDidIsNeverPassed() throws IOException {
    Path there = Files.createDirectories(folder.resolve("journal"));
    Path db = Files.createDirectories(folder.resolve("db"));
    Nonsense nonsense = new Nonsense(7);
    Change one = nonsense.saying("case", Map.of("title", Value.text("One")));
    try (SegmentJournal journal = new Histories(1).journal(there);
        View view =
            new View(
                on.ready(db),
                at -> {
                  throw new JournalFault(JournalFault.Code.IO, "reading");
                })) {
      view.follow(journal.append(List.of(one)));
      List<Committed> beside = journal.append(List.of(beside(nonsense, one)));
      assertThatThrownBy(() -> view.follow(beside)).isInstanceOf(JournalFault.class);
      assertThat(view.unshown()).isZero();
      assertThat(view.applied()).isEqualTo(1);
    }
  }

  private static Function<Position, Optional<Revision>> tripping(
      SegmentJournal journal, Set<RevisionId> on) {
    return at -> {
      Optional<Revision> read = journal.revision(at);
      if (read.filter(r -> on.contains(r.id())).isPresent()) {
        throw new ArithmeticException("as a reader that takes no such value");
      }
      return read;
    };
  }

  private static Change beside(Nonsense nonsense, Change one) {
    Revision r = one.revisions().getFirst();
    return nonsense.change(
        List.of(
            RevisionWire.write(
                r.record(),
                Kinds.CASE.key(),
                List.of(),
                r.scope(),
                r.compartment(),
                Map.of("title", Value.text("Beside")),
                Optional.empty(),
                new byte[16])));
  }

  private static RecordId record(Change change) {
    return ((Piece.Whole) change.pieces().getFirst()).revision().record();
  }
}
