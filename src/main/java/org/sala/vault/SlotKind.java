package org.sala.vault;

import java.util.Optional;

/** Says whose slot it is. */
public enum SlotKind {
  /** An officer's: gives the workspace and this officer's own keys. */
  OFFICER("officer"),
  /** The recovery sheet's: gives the workspace, never a signing key. */
  RECOVERY("recovery"),
  /** The agency's: as the recovery sheet's, kept at headquarters. */
  AGENCY("agency");

  private final String code;

  SlotKind(String code) {
    this.code = code;
  }

  /** The word in the key file. */
  String code() {
    return code;
  }

  static Optional<SlotKind> of(String code) {
    for (SlotKind kind : values()) {
      if (kind.code.equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
