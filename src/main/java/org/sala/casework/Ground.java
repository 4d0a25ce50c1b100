package org.sala.casework;

import java.util.Optional;
import org.sala.journal.Journal;
import org.sala.store.View;
import org.sala.vault.ObjectFolder;
import org.sala.vault.ScopeKeys;

/**
 * What an opened workspace stands on: keys of scopes, attached files, journal and view, in its own
 * folder or together with others on a server.
 */
sealed interface Ground permits FolderGround, ServerGround {

  /** What came of opening. */
  sealed interface Opening {
    /**
     * Everything of the ground is open.
     *
     * @param others other programs at the same headquarters; empty where there are none
     */
    record Opened(
        ScopeKeys scopeKeys,
        ObjectFolder objects,
        Journal journal,
        View view,
        Optional<Others> others)
        implements Opening {}

    /** The ground could not be opened; nothing of it is open any more. */
    record Refused(Workplace.Entry why) implements Opening {}
  }

  Opening open();
}
