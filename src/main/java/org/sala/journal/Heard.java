package org.sala.journal;

import java.util.List;
import org.sala.domain.ChangeHeader;

/**
 * Hears in order what an opening of a shared journal did not write itself. Called while the journal
 * is held, and while whoever else writes may be waiting: must be quick, and ask nothing of the
 * journal. What was heard before a fault is heard again.
 */
public interface Heard {
  /** Changes of others, and behind the checkpoint also those of earlier openings. */
  void changes(List<Committed> run);

  /**
   * Whether a change under this opening's own identity, which others have written, is none that was
   * ever written here: then another program works under the same identity.
   */
  default boolean isUnknown(ChangeHeader ours) {
    return false;
  }

  /** What programs share: of others, and of this one once it counts. */
  void state(byte[] content);
}
