package org.sala.casework.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.packages.register.ChangeOutcomes;
import org.sala.casework.packages.register.Doubt;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Station;
import org.sala.domain.Change;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;
import org.sala.domain.wire.RevisionWire;

/**
 * An id belongs to the station that made it: a laptop with another program signs its own words
 * under the id of another one's change, or under one of its own for the second time.
 */
class AnothersIdTest {
  @TempDir Path folder;

  /** So many edits of a case of the desk's own, one on top of the other. */
  private static List<Revision> edits(Desk by, RecordId of, int count) {
    Station s = Desks.station(by);
    List<Revision> made = new ArrayList<>();
    List<RevisionId> parents = List.copyOf(s.view().records().heads(of, Compartment.INVESTIGATION));
    for (int i = 0; i < count; i++) {
      Revision r =
          RevisionWire.write(
              of,
              "case",
              parents,
              s.scopeOf(of),
              Compartment.INVESTIGATION,
              Map.of("title", Value.text("Title " + i)),
              Optional.empty(),
              s.ids().nonce(s.me()));
      made.add(r);
      parents = List.of(r.id());
    }
    return made;
  }

  private static RecordId opened(Desk by) {
    return by.cases().open(new Cases.NewCase("Another case", "rescue", "normal", "", ""));
  }

  /** With as many parts as the other one's change, or with fewer. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void nobodyKeepsAnothersChangeOutByTakingItsId(int fewer) {
    try (Hall hall = new Hall(folder)) {
      RecordId person = hall.person(hall.heard(), Consents.Answer.YES);
      Change theirs = Signed.making(hall.one, person);
      int parts = Math.max(1, theirs.pieces().size() - fewer);
      RecordId own = opened(hall.two);
      // Its own view has the other one's change not, and sends this one as its own.
      Desks.take(
          hall.two, List.of(Signed.under(hall.two, theirs.id(), edits(hall.two, own, parts))));

      Importing.Outcome outcome = hall.hq.packages().take(Signed.report(hall, hall.two));
      assertThat(outcome).isInstanceOf(Importing.Outcome.Refused.class);
      assertThat(((Importing.Outcome.Refused) outcome).checked().findings())
          .anyMatch(f -> f.startsWith("CHANGE_ID_OF_ANOTHER"));
      assertThat(hall.report(hall.one).held()).isZero();
      assertThat(hall.hq.people().find(person)).isPresent();
      assertThat(Desks.station(hall.hq).view().records().find(own)).isEmpty();
      assertThat(Hall.plan(hall.one).changes()).isEmpty();
    }
  }

  @Test
  void ofTwoChangesUnderOneIdTheSecondIsRefusedAndToldSo() {
    try (Hall hall = new Hall(folder)) {
      hall.heard();
      RecordId own = opened(hall.two);
      hall.report(hall.two);
      ChangeId id = Desks.station(hall.two).ids().change();
      List<Revision> first = edits(hall.two, own, 1);
      List<Revision> second = edits(hall.two, own, 2);
      Desks.take(hall.hq, List.of(Signed.under(hall.two, id, first)));
      Desks.take(hall.two, List.of(Signed.under(hall.two, id, second)));
      hall.report(hall.two);

      assertThat(ids(hall.hq, own)).contains(first.getFirst().id());
      assertThat(ids(hall.hq, own)).doesNotContain(second.get(0).id(), second.get(1).id());
      assertThat(Desks.came(hall.hq).getFirst().doubts()).contains(Doubt.CHANGE_ID_TWICE);
      assertThat(
              Desks.station(hall.two).view().records().fieldsOfKind("receipt").values().stream()
                  .filter(f -> ChangeOutcomes.of(f).containsKey(id.toString()))
                  .map(f -> ChangeOutcomes.of(f).get(id.toString())))
          .containsExactly(ChangeOutcomes.REFUSED);
    }
  }

  private static List<RevisionId> ids(Desk at, RecordId of) {
    return Desks.station(at).view().records().revisions(of).stream().map(r -> r.id()).toList();
  }
}
