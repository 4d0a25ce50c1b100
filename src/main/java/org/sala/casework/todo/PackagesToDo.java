package org.sala.casework.todo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.register.RefusedByReceiver;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.RecordId;

/** What has to be done about packages that left here. */
final class PackagesToDo {
  /** How long a receipt may still be on its way. */
  private static final Duration ANSWERED = Duration.ofDays(3);

  private PackagesToDo() {}

  /** One line for all that wait in quarantine, since the first of them came. */
  static List<ToDo> held(Station station) {
    List<RecordId> held = station.view().arrivals().waiting();
    if (held.isEmpty()) {
      return List.of();
    }
    long since =
        station.view().records().fields(held).values().stream()
            .flatMap(f -> Stored.moment(f, "received").stream())
            .mapToLong(m -> m.instant().toEpochMilli())
            .min()
            .orElse(0);
    return List.of(
        new ToDo(
            ToDo.What.HELD,
            Optional.empty(),
            Optional.empty(),
            ToDo.Whose.NOBODY,
            "",
            since,
            List.of(),
            new ToDo.About.Several(held.size())));
  }

  /** One line for all stations that something waits for, to be sealed or carried. */
  static List<ToDo> waiting(int stations, Instant now) {
    if (stations == 0) {
      return List.of();
    }
    return List.of(
        new ToDo(
            ToDo.What.UNSENT,
            Optional.empty(),
            Optional.empty(),
            ToDo.Whose.NOBODY,
            "",
            now.toEpochMilli(),
            List.of(),
            new ToDo.About.Several(stations)));
  }

  /** Stations of which nobody knows whether they have heard what was decided, a line each. */
  static List<ToDo> unheard(Station station) {
    return DecisionDelivery.unheard(station).stream()
        .map(
            u ->
                new ToDo(
                    ToDo.What.UNHEARD,
                    Optional.empty(),
                    Optional.empty(),
                    ToDo.Whose.NOBODY,
                    "",
                    u.since().instant().toEpochMilli(),
                    List.of(),
                    new ToDo.About.Unheard(u)))
        .toList();
  }

  /** What was refused stays until all of it has gone again, or somebody has read it. */
  static List<ToDo> refused(List<RefusedByReceiver.One> refused) {
    List<ToDo> all = new ArrayList<>();
    for (RefusedByReceiver.One r : refused) {
      PackageLine p = r.parcel();
      long came = p.received().or(p::sealed).map(m -> m.instant().toEpochMilli()).orElse(0L);
      all.add(
          new ToDo(
              ToDo.What.REFUSED,
              Optional.empty(),
              Optional.of(p),
              ToDo.Whose.NOBODY,
              "",
              came,
              List.of(),
              r.whole() ? ToDo.About.Nothing.ELSE : new ToDo.About.Several(r.changes())));
    }
    return all;
  }

  /**
   * Headquarters cannot answer what came spoiled, for then nobody has shown whose it is: the sender
   * has to miss the answer.
   */
  static List<ToDo> unanswered(List<PackageLine> packages, Instant now) {
    long late = now.minus(ANSWERED).toEpochMilli();
    List<ToDo> all = new ArrayList<>();
    for (PackageLine p : packages) {
      long carried = p.carried().map(m -> m.instant().toEpochMilli()).orElse(Long.MAX_VALUE);
      if (p.outgoing()
          && p.state() == PackageState.CARRIED
          && p.overtakenBy() == 0
          && p.answered()
          && carried <= late) {
        all.add(one(ToDo.What.UNANSWERED, p, carried));
      }
    }
    return all;
  }

  private static ToDo one(ToDo.What what, PackageLine p, long since) {
    return new ToDo(
        what, Optional.empty(), Optional.of(p), ToDo.Whose.NOBODY, "", since, List.of());
  }
}
