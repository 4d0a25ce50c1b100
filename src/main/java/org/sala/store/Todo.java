package org.sala.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The most urgent thing to do of a person, so that one index leads to all of them. */
record Todo(int rank, long millis) {

  /**
   * Returns that there is nothing to do so far; {@code changed} stands for the beginning of what
   * knows none.
   */
  static Todo none(long changed) {
    return new Todo(Need.NONE, changed);
  }

  /** The more urgent of this and another need that has been since then. */
  Todo or(Need need, @Nullable Long since) {
    return need.rank() < rank ? new Todo(need.rank(), since == null ? millis : since) : this;
  }

  /** The more urgent of this and what a triage has found of which nobody was told. */
  Todo or(String urgency, @Nullable Long since) {
    Todo most = this;
    for (String code : urgency.split(" ", -1)) {
      Optional<Need> need = Need.urgent(code);
      if (need.isPresent()) {
        most = most.or(need.get(), since);
      }
    }
    return most;
  }
}
