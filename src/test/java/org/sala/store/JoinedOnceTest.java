package org.sala.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sala.domain.Change;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;
import org.sala.domain.Value;
import org.sala.domain.wire.RevisionWire;
import org.sala.journal.Committed;
import org.sala.journal.SegmentJournal;

/**
 * However much one change brings of a record, its lineage is read back once; and not at all where
 * an edit stands on the only head.
 */
@ParameterizedClass
@EnumSource(Databases.class)
class JoinedOnceTest {
  private static final int BEFORE = 30;
  private static final int MORE = 600;

  private static final String CHILD = "2020-01-01";
  private static final String ADULT = "1950-01-01";

  @Parameter Databases on;
  @TempDir Path folder;
  private final RecordId person = RecordId.of("01932b5c-7c3e-7d4a-8b1a-0123456789ab");
  private final ScopeId scope = ScopeId.of("0b8c6c0e-65a6-4b43-9f3b-0d3f5a1e2c22");
  private Optional<Revision> last = Optional.empty();
  private int made;

  /** The next of a chain of edits of a birth date. */
  private Revision next(String kind, String day) {
    byte[] nonce = new byte[16];
    nonce[0] = (byte) made;
    nonce[1] = (byte) (made++ >>> 8);
    List<RevisionId> parents = last.map(r -> List.of(r.id())).orElse(List.of());
    Revision r =
        RevisionWire.write(
            person,
            kind,
            parents,
            scope,
            Compartment.INVESTIGATION,
            Map.of(
                "birth",
                Value.parts(
                    Map.of("precision", "day", "earliest", day, "latest", day, "typed", day))),
            Optional.empty(),
            nonce);
    last = Optional.of(r);
    return r;
  }

  private List<Revision> chain(int length, String kind) {
    List<Revision> chain = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      // After the first each takes protection away once more.
      chain.add(next(kind, made == 0 ? CHILD : ADULT));
    }
    return chain;
  }

  @Test
  void aLongChainInOneChangeReadsWhatWasThereOnce() throws Exception {
    Nonsense by = new Nonsense(2);
    Change before = by.change(chain(BEFORE, "person"));
    Change chain = by.change(chain(MORE, "person"));
    // Of another home, so that each could be its maker's word: they count for nothing.
    Change strange = by.change(chain(MORE, "case"));
    Path there = Files.createDirectories(folder.resolve("journal"));
    Path db = Files.createDirectories(folder.resolve("db"));
    AtomicInteger read = new AtomicInteger();
    Map<String, List<String>> rows;
    try (SegmentJournal journal = new Histories(1).journal(there)) {
      try (View view =
          new View(
              on.ready(db),
              at -> {
                read.incrementAndGet();
                return journal.revision(at);
              })) {
        view.follow(journal.append(List.of(before)));
        assertThat(read).hasValue(0);
        view.follow(journal.append(List.of(chain)));
        assertThat(read).hasValue(BEFORE);
        view.follow(journal.append(List.of(strange)));
        assertThat(read).hasValue(2 * BEFORE + MORE);
      }
      try (ViewDatabase file = on.ready(db)) {
        rows = Views.everything(file);
      }
    }
    // A child's date stands beside an adult's until two have signed (decision 247).
    assertThat(rows.get("field")).hasSize(2);
    assertThat(rows.get("revision")).hasSize(BEFORE + 2 * MORE);
    assertThat(rows.get("head")).hasSize(1).first().asString().contains(lastOf(chain));
  }

  @Test
  void anEditOnTheOnlyHeadReadsNothingOfWhatCameFirst() throws Exception {
    Nonsense by = new Nonsense(3);
    Path there = Files.createDirectories(folder.resolve("journal"));
    Path db = Files.createDirectories(folder.resolve("db"));
    AtomicInteger read = new AtomicInteger();
    List<String> fields;
    try (SegmentJournal journal = new Histories(1).journal(there)) {
      List<Committed> all = new ArrayList<>();
      try (View view =
          new View(
              on.ready(db),
              at -> {
                read.incrementAndGet();
                return journal.revision(at);
              })) {
        for (int i = 0; i < BEFORE; i++) {
          // A child's date, an adult's beside it, a child's on top of both, and so on.
          String day = i % 2 == 0 ? CHILD : ADULT;
          List<Committed> one = journal.append(List.of(by.change(List.of(next("person", day)))));
          view.follow(one);
          all.addAll(one);
        }
        assertThat(read).hasValue(0);
      }
      try (ViewDatabase file = on.ready(db)) {
        fields = Views.everything(file).get("field");
      }
      Path again = Files.createDirectories(folder.resolve("again"));
      try (View whole = new View(on.ready(again), journal::revision)) {
        whole.catchUp(all);
      }
      try (ViewDatabase file = on.ready(again)) {
        assertThat(fields).hasSize(2).isEqualTo(Views.everything(file).get("field"));
      }
    }
  }

  private static String lastOf(Change change) {
    return change.revisions().getLast().id().hex();
  }
}
