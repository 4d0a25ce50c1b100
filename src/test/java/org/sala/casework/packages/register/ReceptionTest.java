package org.sala.casework.packages.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.Hall;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.People;

/** What has come is read a page at a time, however long packages have been coming. */
class ReceptionTest {
  private static final int ALL = 100;

  @TempDir Path folder;
  private Hall hall;

  @BeforeEach
  void twoStationsAndTheirHeadquarters() {
    hall = new Hall(folder);
  }

  @AfterEach
  void everybodyGoesHome() {
    hall.close();
  }

  private Importing.Outcome comes(Desk from, String wristband) {
    from.people()
        .register(List.of(new People.NewPerson(wristband, "", "Person Example", "f", "", "th")));
    return hall.hq.packages().take(hall.toHeadquarters(from));
  }

  private static Reception.Some asked(
      Desk desk, Optional<Desk> from, Reception.Which which, int most) {
    return desk.reception().came(from.map(d -> Desks.station(d).identity().station()), which, most);
  }

  private static Stream<String> numbers(Reception.Some some) {
    return some.came().stream().map(c -> c.letter() + c.sequence());
  }

  @Test
  void theLastComeFirstAndSoManyOfThem() {
    for (int i = 1; i <= 3; i++) {
      comes(hall.one, "A-" + i);
    }
    comes(hall.two, "B-1");
    assertThat(numbers(asked(hall.hq, Optional.empty(), Reception.Which.ALL, ALL)))
        .containsExactly("B1", "A3", "A2", "A1");
    Reception.Some two = asked(hall.hq, Optional.empty(), Reception.Which.ALL, 2);
    assertThat(numbers(two)).containsExactly("B1", "A3");
    assertThat(two.all()).as("those that are left are counted").isEqualTo(4);
    Reception.Some ofOne = asked(hall.hq, Optional.of(hall.one), Reception.Which.ALL, 1);
    assertThat(numbers(ofOne)).containsExactly("A3");
    assertThat(ofOne.all()).isEqualTo(3);
  }

  @Test
  void whatWaitsForPeopleStandsFirstHoweverOldItIs() {
    hall.revoke("Station B");
    assertThat(comes(hall.two, "B-1")).isInstanceOf(Importing.Outcome.Held.class);
    comes(hall.one, "A-1");
    comes(hall.one, "A-2");
    assertThat(numbers(asked(hall.hq, Optional.empty(), Reception.Which.ALL, 2)))
        .containsExactly("B1", "A2");
    Reception.Some waiting = asked(hall.hq, Optional.empty(), Reception.Which.WAITING, ALL);
    assertThat(numbers(waiting)).containsExactly("B1");
    assertThat(waiting.came()).allMatch(Reception.Came::waits);
    assertThat(waiting.all()).isEqualTo(1);
  }

  @Test
  void anAnswerThatWasTakenAlongIsNotLookedForAnyMore() {
    Importing.Outcome.Imported first = (Importing.Outcome.Imported) comes(hall.one, "A-1");
    Importing.Outcome.Imported second = (Importing.Outcome.Imported) comes(hall.one, "A-2");
    assertThat(hall.hq.reception().receiptsHere())
        .containsExactly(first.receipt().orElseThrow(), second.receipt().orElseThrow());
    hall.hq.packages().carry(first.receipt().orElseThrow(), hall.usb);
    assertThat(hall.hq.reception().receiptsHere()).containsExactly(second.receipt().orElseThrow());
    assertThat(numbers(asked(hall.hq, Optional.empty(), Reception.Which.UNANSWERED, ALL)))
        .containsExactly("A2");
    assertThat(Desks.came(hall.hq))
        .extracting(c -> c.receipt().map(Reception.Receipt::carried))
        .containsExactly(Optional.of(false), Optional.of(true));
    assertThat(Desks.came(hall.hq)).extracting(Reception.Came::takenBy).doesNotContain("");
  }
}
