package org.sala.casework.joining;

import org.sala.domain.RevisionId;

/** What somebody decided of one field. */
public sealed interface Choice {
  /** One of the versions holds. */
  record Keep(RevisionId version) implements Choice {}

  /** Neither version holds, but this text. */
  record Other(String text) implements Choice {
    @Override
    public String toString() {
      return "Other";
    }
  }
}
