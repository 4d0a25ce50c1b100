package org.sala.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Cuts commits of any length into runs of bounded size, and leaves out what is known already. */
final class Cutting implements Consumer<List<Committed>> {
  /** Changes that are handed over at once; fewer where they are large. */
  private static final int CHANGES = 500;

  /** Revisions that are handed over at once, as far as no change is cut. */
  private static final int REVISIONS = 5_000;

  private final long after;
  private final Consumer<List<Committed>> to;
  private final List<Committed> slice = new ArrayList<>();
  private int revisions;

  /**
   * @param after sequence of the last change that is left out
   */
  Cutting(long after, Consumer<List<Committed>> to) {
    this.after = after;
    this.to = to;
  }

  @Override
  public void accept(List<Committed> commit) {
    for (Committed c : commit) {
      if (c.sequence() > after) {
        slice.add(c);
        revisions += c.pieces().size();
        if (slice.size() >= CHANGES || revisions >= REVISIONS) {
          end();
        }
      }
    }
  }

  /** Hands over what is left. */
  void end() {
    if (!slice.isEmpty()) {
      to.accept(List.copyOf(slice));
      slice.clear();
      revisions = 0;
    }
  }
}
