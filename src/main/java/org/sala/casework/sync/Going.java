package org.sala.casework.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sala.carrier.Carrier;
import org.sala.carrier.FolderCarrier;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageLists;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.station.Station;
import org.sala.domain.RecordId;

/** What of this workspace goes onto a carrier by itself. */
final class Going {
  /** A danger of the day before calls nobody any more. */
  private static final Duration ALARMS = Duration.ofDays(1);

  private final Station station;
  private final PackageLists packages;
  private final Carrier carrier;

  Going(Station station, Packages packages, Carrier carrier) {
    this.station = station;
    this.packages = packages.lines();
    this.carrier = carrier;
  }

  /**
   * Returns the packages that go onto the carrier, in the order in which they were sealed. What
   * lies there and is not written down as carried was sent by one who was cut off then, and is
   * among it.
   *
   * @param there names and sizes of the files there
   */
  List<PackageLine> past(Map<String, Long> there) {
    Instant since = station.now().instant().minus(DecisionDelivery.ON_THE_WAY);
    Map<RecordId, PackageLine> all = new LinkedHashMap<>();
    if (station.state().flag("isHeadquarters")) {
      // Answers that are too old to go by themselves, to packages that lie there still: a station
      // that had its answer would have taken them away or sealed later ones.
      for (PackageLine p : packages.answersTo(there.keySet(), since)) {
        boolean lies = Objects.equals(there.get(p.fileName()), p.size());
        if (!(lies && p.state() == PackageState.CARRIED)) {
          all.put(p.id(), p);
        }
      }
    }
    for (PackageLine p : packages.going(since, there)) {
      if (goes(p)) {
        all.put(p.id(), p);
      }
    }
    return List.copyOf(all.values());
  }

  /**
   * Returns whether a package goes onto every carrier: it waits for its receipt, and no later
   * package holds all of it. Nobody receipts an answer.
   */
  private boolean goes(PackageLine p) {
    // What is for another agency is handed over by people, and lies on no carrier of ours.
    if (!p.outgoing() || p.overtakenBy() > 0 || p.abroad()) {
      return false;
    }
    if (p.alarm()) {
      return carrier instanceof FolderCarrier && sealedWithin(p, ALARMS);
    }
    return switch (p.state()) {
      case SEALED -> true;
      case CARRIED -> p.purpose().equals("report") || isOnTheWay(p);
      default -> false;
    };
  }

  /**
   * Returns whether an answer is still on its way; while it is, it goes onto every carrier that
   * comes, for the station may bring any of them.
   */
  private boolean isOnTheWay(PackageLine p) {
    return p.carried()
        .or(p::sealed)
        .filter(s -> s.instant().plus(DecisionDelivery.ON_THE_WAY).isAfter(station.now().instant()))
        .isPresent();
  }

  private boolean sealedWithin(PackageLine p, Duration time) {
    return p.sealed()
        .filter(s -> s.instant().plus(time).isAfter(station.now().instant()))
        .isPresent();
  }
}
