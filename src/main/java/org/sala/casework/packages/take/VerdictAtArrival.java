package org.sala.casework.packages.take;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.packages.register.Doubt;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.station.Station;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;

/**
 * Judges a package that came here before by the day that it came: who is taken back later takes
 * nothing back of what had arrived.
 */
final class VerdictAtArrival {
  private static final Set<PackageState> TAKEN = Set.of(PackageState.IMPORTED, PackageState.PARTLY);

  private final Station station;

  VerdictAtArrival(Station station) {
    this.station = station;
  }

  /**
   * @param today what is found by the lists of today
   */
  PackageCheck judged(PackageCheck today) {
    Optional<EarlierPackages.Earlier> earlier =
        new EarlierPackages(station).of(today.digest()).filter(e -> e.received().isPresent());
    if (earlier.isEmpty()) {
      return today;
    }
    EarlierPackages.Earlier e = earlier.get();
    return today.cameBefore(
        e.received().orElseThrow(),
        e.state(),
        TAKEN.contains(e.state()) && !admitted(e.id()),
        e.doubts().stream().map(Doubt::name).collect(Collectors.toSet()));
  }

  /** Whether people let it in: then it was in doubt when it came, and still is. */
  private boolean admitted(RecordId parcel) {
    return station.view().records().pointingTo(parcel, "parcel").stream()
        .anyMatch(r -> r.kind().equals(Kinds.ADMISSION.key()));
  }
}
