package org.sala.casework;

import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.domain.Value;
import org.sala.journal.SegmentJournal;
import org.sala.vault.ScopeKeys;

/**
 * How many keys of cases and people there are, and how many attached files are entered in their
 * index. They only ever become more: an erased one leaves a tombstone. Where they are fewer, files
 * are gone, cut, or of an older day, and what they sealed would be missing in silence: a change
 * whose key is not there is passed over.
 */
final class EntriesHeld {
  private EntriesHeld() {}

  /** Remembers what is on the disk now, in the state, which lies elsewhere. */
  static void note(Station station) {
    note(station.state(), StationState.KEYS_HELD, station.scopeKeys().held());
    note(station.state(), StationState.FILES_HELD, station.objects().held());
  }

  private static void note(StationState state, String name, int held) {
    if (held > state.whole(name)) {
      state.set(name, Value.whole(held));
    }
  }

  /** Whether there were more keys when this workspace was last opened or locked. */
  static boolean keysAreFewer(StationState state, ScopeKeys keys) {
    return keys.held() < state.whole(StationState.KEYS_HELD);
  }

  /** Whether there is none at all for what was written: also where nobody had counted before. */
  static boolean keysAreGone(SegmentJournal journal, ScopeKeys keys) {
    return keys.held() == 0 && journal.last() > 0;
  }

  /** Whether attached files were entered that are not any more: nobody can open them. */
  static boolean filesAreFewer(Station station) {
    return station.objects().held() < station.state().whole(StationState.FILES_HELD);
  }
}
