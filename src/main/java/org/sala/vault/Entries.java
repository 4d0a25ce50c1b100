package org.sala.vault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries of one length at places that count from 0: in slabs of this workspace, or where several
 * programs of one headquarters keep them together. What they hold is sealed before it comes here.
 */
public interface Entries {
  /** The entry at a place; null where it is lost. */
  byte @Nullable [] get(int place);

  /** How many places there are, as far as is known here. */
  int size();

  /**
   * Appends durably. Where others append as well, theirs may lie before, between and behind: who
   * asks looks at every place from the former {@link #size} on. Two may have the same first bytes:
   * of those that are whole the first counts.
   */
  void append(List<byte[]> fresh) throws IOException;

  /** Writes over an entry where it stands. */
  void put(int place, byte[] entry) throws IOException;

  /** Looks for what others have appended; {@link #size} is larger then. */
  void look() throws IOException;

  /** All that are whole, in their order, sealed as they lie: what is carried elsewhere. */
  default List<byte[]> whole() {
    List<byte[]> all = new ArrayList<>();
    for (int place = 0; place < size(); place++) {
      byte[] entry = get(place);
      if (entry != null) {
        all.add(entry);
      }
    }
    return all;
  }

  /** Places of which no whole entry is left. */
  int lost();

  /** Places that were healed when this was opened. */
  int mended();

  /** Whether one copy alone is left of some places, and the disk did not take a second one. */
  default boolean isHalf() {
    return false;
  }
}
