package org.sala.casework.packages.take;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.packages.seal.WholeChanges;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Faults;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.domain.ChangeId;
import org.sala.parcel.ParcelFault;
import org.sala.store.Changes;

/** Takes what a package holds: its files, then the changes that name them. */
final class ContentIntake {
  private final Station station;
  private final Ledger ledger;
  private final Optional<IncomingAttachments> early;

  /**
   * @param early the files of the package, as far as they came while it was verified
   */
  ContentIntake(Station station, Ledger ledger, Optional<IncomingAttachments> early) {
    this.station = station;
    this.ledger = ledger;
    this.early = early;
  }

  /** Everything in it; nothing of it is in doubt. */
  ChangeIntake takeAll(Arrival arrival, Progress progress) {
    return take(arrival, here(arrival.changes()), NotTaken.nothing(), progress);
  }

  /** Files first, safely on the disk; then the changes that name them. */
  ChangeIntake take(
      Arrival arrival, Map<ChangeId, Changes.Here> here, NotTaken notTaken, Progress progress) {
    Set<ChangeId> not =
        notTaken.isEmpty()
            ? Set.of()
            : arrival.changes().stream()
                .map(Arrival.Told::id)
                .filter(notTaken::contains)
                .collect(Collectors.toSet());
    List<Arrival.Named> named =
        arrival.files().stream().filter(f -> !not.contains(f.change())).toList();
    try (IncomingAttachments files =
        early.orElseGet(() -> new IncomingAttachments(station, ledger))) {
      Progress first = ledger.untilLocked(progress);
      files.read(named, arrival, new PackageReading(station, ledger).reader(), first);
      if (first.stopped()) {
        throw new CaseworkFault(CaseworkFault.Code.STOPPED);
      }
      if (!new IntakeSpace(station).forView(arrival).fits()) {
        throw new CaseworkFault(CaseworkFault.Code.NO_SPACE);
      }
      ChangeIntake taken =
          new ChangeIntake(
              ledger,
              files,
              arrival.changes(),
              here,
              change -> WholeChanges.here(station, change).keySet(),
              not);
      files.together(
          () -> {
            try (taken) {
              read(arrival, taken, progress.toTheEnd());
            }
          });
      return taken;
    }
  }

  private void read(Arrival arrival, ChangeIntake taken, Progress progress) {
    if (arrival.few().isPresent()) {
      arrival.few().get().forEach(taken::add);
      taken.end();
      progress.done(1, 1);
      return;
    }
    try {
      new PackageReading(station, ledger)
          .reader()
          .changes(arrival.file(), arrival.verdict(), taken::add, progress.inParcel());
      taken.end();
    } catch (IOException e) {
      throw Faults.of(e);
    } catch (ParcelFault e) {
      throw Faults.of(e);
    }
  }

  /** Returns what the journal has of the changes. */
  Map<ChangeId, Changes.Here> here(List<Arrival.Told> changes) {
    Map<ChangeId, Changes.Here> here = new HashMap<>();
    List<ChangeId> ids = changes.stream().map(Arrival.Told::id).toList();
    Lots.of(ids).forEach(s -> here.putAll(station.view().changes().here(s)));
    return here;
  }
}
