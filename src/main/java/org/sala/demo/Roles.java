package org.sala.demo;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.sala.casework.Desk;
import org.sala.casework.people.Involvements;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;

/** What people's parts in the case became during the night. All invented. */
final class Roles {
  private Roles() {}

  /** The last tells of a loss, then of being forced later on; the one before is held. */
  static void write(Desk station, List<RecordId> people, Clock clock) {
    Involvements involvements = station.involvements();
    RecordId last = people.getLast();
    Involvements.Part part = involvements.of(last).getFirst();
    involvements.edit(
        part.id(),
        new Involvements.Written(
            "witness", "said", "", "said", "11/2023", "", "40 000 baht, by two transfers"),
        "asked again in the own language");
    involvements.turn(
        part.id(),
        "3/2024",
        new Involvements.Written(
            "witness", "said", "said", "said", "", "", "40 000 baht, by two transfers"),
        "taken across the river then");
    Moment since = new Moment(clock.instant().minus(Duration.ofHours(26)), clock.getZone());
    station
        .people()
        .edit(
            people.get(people.size() - 2),
            Map.of("detained", since.toValue()),
            "said by the army liaison");
  }
}
