package org.sala.casework.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.house.Pairs;
import org.sala.casework.station.Ledger;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/**
 * What a trusted laptop writes by hand of two people whom another one has told apart, or linked.
 */
class EndedElsewhereTest {
  @TempDir Path folder;
  private TwoPeople two;
  private Hall hall;
  private RecordId person;
  private RecordId other;

  @BeforeEach
  void twoAreThere() {
    two = new TwoPeople(folder);
    hall = two.hall;
    person = two.person;
    other = two.other;
  }

  @AfterEach
  void everybodyGoesHome() {
    two.close();
  }

  private void agrees(RecordId pair) {
    two.byHand(pair, Kinds.PAIR, Map.of("agreed", Desks.station(hall.two).now().toValue()));
  }

  private static Pairs.Pair pair(Desk at, RecordId person) {
    List<Pairs.Pair> all = at.pairs().of(Set.of(person));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  @Test
  void aYesThatWasWrittenBeforeAnybodyAskedEndsNoKeepingApart() {
    RecordId apart = hall.one.pairs().apart(person, other, "A threat, example");
    hall.report(hall.one);
    hall.give(hall.one, hall.two);
    agrees(apart);
    hall.report(hall.two);
    hall.hq.pairs().end(apart, "They have made it up, example");
    assertThat(pair(hall.hq, person).inForce()).isTrue();
    assertThat(pair(hall.hq, person).waits()).as("for somebody who has read why").isTrue();
    hall.secondOfficer();
    assertThat(hall.hq.pairs().agree(apart, "nine", "phrase of nine".toCharArray()).name())
        .isEqualTo("DONE");
    assertThat(hall.hq.pairs().of(Set.of(person))).isEmpty();
  }

  @Test
  void twoWhoAreHeldToBeOneStayOneThoughAnotherLaptopTakesThatBack() {
    hall.report(hall.one);
    hall.hq.samePeople().same(person, other, "The same scar, example");
    RecordId link = Desks.station(hall.hq).view().records().ofKind("sameperson").getFirst().id();
    Desks.take(hall.two, List.of(AnyOrder.changes(hall.hq).getLast()));
    two.byHand(link, Kinds.SAME_PERSON, Map.of("word", Value.text("DIFFERENT")));
    two.byHand(link, Kinds.SAME_PERSON, Map.of("word", Value.text("OPEN")));
    Desks.take(
        hall.hq,
        AnyOrder.changes(hall.two).stream()
            .filter(c -> Ledger.records(c).equals(List.of(link)))
            .toList());
    assertThat(Desks.station(hall.hq).view().records().revisions(link)).hasSize(3);
    assertThat(same(hall.hq, person)).isTrue();
    assertThat(
            new AnyOrder(folder)
                .same(
                    AnyOrder.changes(hall.hq),
                    Set.of(link),
                    at ->
                        Desks.station(at).view().samePeople().said(Set.of(person)).stream()
                            .map(s -> "" + s.same())
                            .toList()
                            .toString()))
        .isEqualTo("[true]");
    hall.hq.samePeople().takeBack(person, other, "Another scar, example");
    assertThat(same(hall.hq, person)).as("where it was said").isFalse();
  }

  private static boolean same(Desk at, RecordId person) {
    return Desks.station(at).view().samePeople().said(Set.of(person)).stream()
        .anyMatch(s -> s.same());
  }
}
