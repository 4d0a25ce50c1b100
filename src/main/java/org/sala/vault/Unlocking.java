package org.sala.vault;

import java.util.Optional;

/** What came of trying a handle and a passphrase on a key file. */
public sealed interface Unlocking {

  /**
   * The slot opened.
   *
   * @param officer empty when it is the recovery slot: it gives back the workspace, never a signing
   *     key
   */
  record Opened(String slot, WorkspaceKeys keys, Optional<OfficerKeys> officer)
      implements Unlocking {}

  record WrongPassphrase() implements Unlocking {}

  record KeyFileDamaged() implements Unlocking {}

  record KeyFileTooNew() implements Unlocking {}
}
