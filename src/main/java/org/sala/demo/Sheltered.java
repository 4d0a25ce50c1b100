package org.sala.demo;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sala.casework.Desk;
import org.sala.casework.Stay;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;

/** Who sleeps where in an invented house, and what its first shift hands on. */
final class Sheltered {
  private Sheltered() {}

  private static Stay.Placing bed(String room, String bed, Stay.Phone phone) {
    return new Stay.Placing("House of Examples", room, bed, Stay.Freedom.FREE, "", phone, "");
  }

  /**
   * All but the last two have beds; two who must not meet share a room until the next shift reads
   * the board.
   */
  static void house(Desk station, List<RecordId> people, Clock clock) {
    List<RecordId> beds = people.subList(0, Math.max(3, people.size() - 2));
    for (int i = 0; i < beds.size(); i++) {
      RecordId stay =
          station
              .stays()
              .begin(
                  beds.get(i),
                  bed(
                      Integer.toString(1 + i / 2),
                      i % 2 == 0 ? "A" : "B",
                      i % 2 == 0 ? Stay.Phone.OWN : Stay.Phone.SHARED));
      if (i == 0) {
        station.stays().reflect(stay, 45);
        station
            .stays()
            .next(
                stay,
                "Doctor looks at the hand",
                Optional.of(at(clock, Duration.ofHours(7))),
                "Nurse Example");
        station.stays().visited(stay, "Counsellor Example", true);
      }
    }
    station.handovers().handOver("Officer Day Example", "Lamp in room 1 is broken");
    station.pairs().apart(beds.get(0), beds.get(1), "She says that he counted them, example");
    RecordId last = station.stays().current(beds.getLast()).orElseThrow().id();
    station
        .stays()
        .place(
            last,
            new Stay.Placing(
                "House of Examples",
                "2",
                "C",
                Stay.Freedom.ACCOMPANIED,
                "Was followed to the market, example",
                Stay.Phone.ON_REQUEST,
                ""));
    station
        .stays()
        .next(
            last,
            "Call the uncle together",
            Optional.of(at(clock, Duration.ofHours(-2))),
            "Officer Day Example");
  }

  private static Moment at(Clock clock, Duration from) {
    return new Moment(clock.instant().plus(from), clock.getZone());
  }
}
