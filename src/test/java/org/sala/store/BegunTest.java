package org.sala.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.domain.Change;
import org.sala.domain.Compartment;
import org.sala.domain.Piece;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.ScopeId;
import org.sala.domain.Value;
import org.sala.domain.wire.RevisionWire;
import org.sala.journal.SegmentJournal;

/** Where a record was begun, and by whom, stays known when its first change comes once more. */
@ParameterizedClass
@EnumSource(Databases.class)
class BegunTest {
  @Parameter Databases on;
  @TempDir Path folder;
  private final RecordId person = RecordId.of("01932b5c-7c3e-7d4a-8b1a-0123456789ab");

  private Revision revision(Compartment part, String field) {
    return RevisionWire.write(
        person,
        "person",
        List.of(),
        ScopeId.of("0b8c6c0e-65a6-4b43-9f3b-0d3f5a1e2c22"),
        part,
        Map.of(field, Value.text("f")),
        Optional.empty(),
        new byte[16]);
  }

  /**
   * The protected part stays behind, or an import was cut off on a server after its run: then the
   * same change comes once more, with what is new in it or nothing.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aChangeThatComesTwiceLosesNoBeginning(boolean more) throws Exception {
    Nonsense by = new Nonsense(4);
    Change whole =
        by.change(
            List.of(
                revision(Compartment.INVESTIGATION, "sex"),
                revision(Compartment.PROTECTION, "fears")));
    Change first =
        new Change(
            whole.header(),
            whole.signature(),
            List.of(
                whole.pieces().getFirst(), new Piece.Withheld(whole.revisions().getLast().id())));
    Path there = Files.createDirectories(folder.resolve("journal"));
    Path db = Files.createDirectories(folder.resolve("db"));
    try (SegmentJournal journal = new Histories(1).journal(there);
        View view = Views.view(on.ready(db), journal)) {
      view.follow(journal.append(List.of(more ? first : whole)));
      view.follow(journal.append(List.of(by.saying("case", Map.of("title", Value.text("x"))))));
      view.follow(journal.append(List.of(whole)));
      assertThat(view.records().begun("person")).extracting(Records.Begun::id).contains(person);
      assertThat(view.records().begun(List.of(person))).hasSize(1);
      assertThat(view.arrivals().begun("person")).containsValue(1);
      assertThat(view.records().unfinished("person", whole.header().station(), "number", 10))
          .hasSize(1);
      assertThat(view.changes().stands(whole.header().id(), 1)).as("where it came first").isTrue();
      assertThat(view.changes().stands(whole.header().id(), 3)).as("where it came again").isTrue();
      assertThat(view.changes().stands(whole.header().id(), 2)).isFalse();
    }
  }
}
