package org.sala.casework;

import java.util.List;
import java.util.Optional;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.OlderFiles;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.domain.AuditEntry;

/**
 * How a workspace is locked: keys are wiped, files are closed, the lock is given back. All of it is
 * done even where a part fails, for a full disk or a stick that was pulled out must not keep keys
 * in memory; the first failure is thrown then.
 */
final class Locking {
  private final Station station;
  private final AuditTrail audit;
  private final Optional<Others> others;

  Locking(Station station, AuditTrail audit, Optional<Others> others) {
    this.station = station;
    this.audit = audit;
    this.others = others;
  }

  /**
   * Locks, in an order in which nothing that goes is asked for any more.
   *
   * @param carrying ends what carries by itself
   * @param drafts closes what was typed and not saved
   * @param preferences closes how the officer likes it
   */
  void lock(Runnable carrying, Runnable drafts, Runnable preferences) {
    Throwable failed = null;
    for (Runnable step : steps(carrying, drafts, preferences)) {
      try {
        step.run();
      } catch (RuntimeException | Error e) {
        // Out of memory as well: the steps that follow wipe the keys.
        if (e instanceof RuntimeException r && isOfServer(r)) {
          // The yellow line says so, and the door will: there is nothing left to do here.
          continue;
        }
        if (failed == null) {
          failed = e;
        } else {
          failed.addSuppressed(e);
        }
      }
    }
    switch (failed) {
      case Error e -> throw e;
      case RuntimeException e -> throw e;
      case null, default -> {
        // Every step was taken.
      }
    }
  }

  private List<Runnable> steps(Runnable carrying, Runnable drafts, Runnable preferences) {
    return List.of(
        carrying,
        audit::stopChecking,
        this::noteLocked,
        audit::close,
        () -> others.ifPresent(Others::stop),
        () -> ClockLook.keep(station),
        this::left,
        station.view()::close,
        this::forgetView,
        station.journal()::close,
        station.objects()::close,
        station.scopeKeys()::close,
        () -> others.ifPresent(Others::close),
        drafts,
        preferences,
        station.keys()::close,
        this::destroyView,
        station.folder()::close);
  }

  private boolean isOfServer(RuntimeException e) {
    return others.isPresent()
        && FaultSeen.in(e)
            .map(CaseworkFault::code)
            .filter(
                c -> c == CaseworkFault.Code.SERVER_AWAY || c == CaseworkFault.Code.SERVER_DIFFERS)
            .isPresent();
  }

  /** Where the server is away or differs it is written nowhere, as after a crash. */
  private void noteLocked() {
    if (others.filter(o -> o.isAway() || o.isDifferent()).isEmpty()) {
      audit.note(AuditEntry.Act.LOCKED, OlderFiles.standing(station));
    }
  }

  /** A view on a server goes on without this program. */
  private void left() {
    if (others.isEmpty()) {
      Viewing.left(station.state(), station.view());
      EntriesHeld.note(station);
    }
  }

  /** What was erased is in no view that is left behind: its key goes with the others. */
  private void forgetView() {
    if (station.state().flag(StationState.VIEW_ANEW)) {
      Viewing.forget(station.state(), station.tools());
    }
  }

  /** Minutes of writing over a large view need no key, and so none waits for them. */
  private void destroyView() {
    if (station.state().flag(StationState.VIEW_ANEW)) {
      Viewing.destroy(station.folder(), station.tools());
    }
  }
}
