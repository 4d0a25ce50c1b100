package org.sala.journal;

import java.util.List;

/** Whoever keeps a view of the journal; the store's view is one. Called on the write lane only. */
public interface Follower {

  /** Sequence of the last change that the view holds; 0 for an empty view. */
  long applied();

  /**
   * Takes the next changes of the journal, in order. What was taken stays taken: {@link #applied()}
   * says how far.
   */
  void follow(List<Committed> run);
}
