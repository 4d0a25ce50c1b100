package org.sala.casework.packages.take;

import java.util.Optional;
import java.util.function.Supplier;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Sharing;
import org.sala.casework.station.Station;
import org.sala.domain.StationId;

/**
 * Among several programs of one headquarters one alone decides what becomes of a package, and of
 * the packages of one station they decide one after the other: whether two are of two copies is
 * seen only by whoever finds the first written down.
 */
final class IntakeLock {
  private final Station station;
  private final Ledger ledger;

  IntakeLock(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  /**
   * Does something with a package that nobody else does anything with meanwhile.
   *
   * @param of whose it is, where that could be read
   * @throws CaseworkFault {@code IN_HAND} where another program has the package, {@code STOPPED}
   *     where the turn of its station was not waited for
   */
  <T> T with(String digest, Optional<StationId> of, Progress progress, Supplier<T> what) {
    Optional<Sharing> others = station.state().sharing();
    if (others.isEmpty()) {
      return what.get();
    }
    try (Sharing.InHand hand =
        others
            .get()
            .take(digest)
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.IN_HAND))) {
      hand.stillOurs();
      return of.isPresent() ? inTurn(others.get(), of.get(), progress, what) : what.get();
    }
  }

  private <T> T inTurn(Sharing others, StationId of, Progress progress, Supplier<T> what) {
    Progress until = ledger.untilLocked(progress);
    while (!until.stopped()) {
      Optional<Sharing.InHand> turn = others.takeInTurn("packages of " + of);
      if (turn.isPresent()) {
        try (Sharing.InHand ours = turn.get()) {
          ours.stillOurs();
          return what.get();
        }
      }
    }
    throw new CaseworkFault(CaseworkFault.Code.STOPPED);
  }
}
