package org.sala.parcel;

import org.sala.domain.AttachedFile;
import org.sala.domain.Change;
import org.sala.domain.Revision;

/**
 * What a reader remembers of a package's changes before its signature is looked at, which comes
 * last: which changes there are, of which revisions, and which files they name; not what they say.
 * Whoever has a recipient's public key can write as many as a stick holds, so that there is a
 * bound. It is some hundreds of thousands of changes; a laptop that was in the field for months
 * writes fewer.
 */
public final class Remembered {
  /** The most that a package may have be remembered, by the bytes that its parts count. */
  static final long MOST = 384L << 20;

  private static final int CHANGE = 600;
  private static final int REVISION = 150;
  private static final int FILE = 900;

  private long bytes;

  /**
   * Counts one change more.
   *
   * @return whether all that was counted is within the bound
   */
  public boolean add(Change change) {
    return add(weight(change));
  }

  boolean add(long weight) {
    bytes += weight;
    return bytes <= MOST;
  }

  /** What one change counts. */
  static long weight(Change change) {
    long weight = CHANGE + (long) REVISION * change.pieces().size();
    for (Revision r : change.revisions()) {
      weight += (long) FILE * AttachedFile.in(r).size();
    }
    return weight;
  }
}
