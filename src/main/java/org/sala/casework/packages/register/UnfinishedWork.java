package org.sala.casework.packages.register;

import java.nio.file.Path;
import java.util.List;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.domain.Value;

/**
 * Work with packages that did not come to its end, because somebody locked or the power went. What
 * was to be taken in is gone on with after the next unlock: it is named before it begins. A sealing
 * is somebody's own word on what leaves, so whoever unlocks next is told that it did not.
 */
public final class UnfinishedWork {
  private static final String TAKING_IN = "takingIn";
  private static final String SEALING = "sealingStopped";

  private final StationState state;
  private final Ledger ledger;

  public UnfinishedWork(Station station, Ledger ledger) {
    this.state = station.state();
    this.ledger = ledger;
  }

  /** What an officer has said is to be taken in, in its order; what was named before is over. */
  public void takes(List<Path> files) {
    if (!files.isEmpty() || !takingIn().isEmpty()) {
      state.set(
          TAKING_IN,
          files.isEmpty()
              ? Value.Nothing.HERE
              : Value.texts(files.stream().map(Path::toAbsolutePath).map(Path::toString).toList()));
    }
  }

  /** What was to be taken in and was not, or nobody knows: taking it once more does no harm. */
  public List<Path> takingIn() {
    return state.texts(TAKING_IN).stream().map(Path::of).toList();
  }

  /** Whether the lock was what stopped something. */
  public boolean isLocking() {
    return ledger.isEnding();
  }

  /** Passes on why a sealing ended, and remembers it where that was the lock. */
  public CaseworkFault sealing(CaseworkFault why) {
    if (ledger.isEnding() && why.code() == CaseworkFault.Code.STOPPED) {
      state.set(SEALING, Value.flag(true));
    }
    return why;
  }

  /** Whether the lock stopped a sealing; told once. */
  public boolean sealingStopped() {
    boolean stopped = state.flag(SEALING);
    if (stopped) {
      state.remove(SEALING);
    }
    return stopped;
  }
}
