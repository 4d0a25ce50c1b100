package org.sala.ui.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sala.casework.screening.Screenings;
import org.sala.domain.RecordId;

/** Which screening a finding rests on that is written on the person's page. */
class FindingCardTest {
  private static final RecordId PERSON = new RecordId(new UUID(0, 9));

  private static Screenings.Line line(int n, Screenings.State state, int sections) {
    return new Screenings.Line(
        new RecordId(new UUID(0, n)),
        PERSON,
        "A-001",
        "scam-compound",
        state,
        Optional.empty(),
        Optional.empty(),
        sections,
        7,
        "",
        0,
        0);
  }

  private static Optional<Long> number(Screenings.Line... lines) {
    return FindingCard.closed(List.of(lines)).map(r -> r.value().getLeastSignificantBits());
  }

  @Test
  void theLastClosedOneInWhichSomethingWasAnsweredIsTaken() {
    Screenings.Line told = line(1, Screenings.State.CLOSED, 2);
    Screenings.Line later = line(2, Screenings.State.CLOSED, 1);
    Screenings.Line empty = line(3, Screenings.State.CLOSED, 0);
    Screenings.Line stopped = line(4, Screenings.State.STOPPED, 5);
    assertThat(number(told, later, empty, stopped)).hasValue(2L);
    assertThat(number(empty, told)).hasValue(1L);
    assertThat(number(empty, stopped)).as("and is refused with words").hasValue(3L);
    assertThat(number(stopped)).isEmpty();
  }
}
