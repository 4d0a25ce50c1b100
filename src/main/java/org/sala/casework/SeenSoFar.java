package org.sala.casework;

import java.time.Duration;
import java.util.OptionalLong;
import org.sala.casework.station.Sharing;
import org.sala.casework.station.StationState;
import org.sala.casework.station.Tools;
import org.sala.journal.TableJournal;

/** Keeps now and then how far the journal was seen: so much cannot be set back unseen any more. */
final class SeenSoFar {
  private static final long BETWEEN_NANOS = Duration.ofSeconds(10).toNanos();

  private final TableJournal journal;
  private final StationState state;
  private final Tools tools;
  private long kept = System.nanoTime();

  SeenSoFar(TableJournal journal, StationState state, Tools tools) {
    this.journal = journal;
    this.state = state;
    this.tools = tools;
  }

  /** Keeps it where that was not done for a while; what fails is tried again after as long. */
  void keep() {
    if (System.nanoTime() - kept > BETWEEN_NANOS) {
      kept = System.nanoTime();
      state.journalRead(
          journal.checkpoint(),
          state
              .sharing()
              .map(Sharing::ownNumber)
              .map(OptionalLong::of)
              .orElse(OptionalLong.empty()),
          tools.now());
    }
  }
}
