package org.sala.casework.sync;

import java.util.Optional;
import org.sala.domain.Moment;

/**
 * A carrier that was set up here; nothing of it opens it.
 *
 * @param id random, for as long as it is set up
 * @param place the folder, or the store's host and bucket
 * @param encrypted whether nobody on the way sees names and sizes; a folder has no way
 * @param lookFirst whether what comes waits there until somebody has looked at it
 * @param bytesPerSecond 0 for all that the line gives
 * @param last when something went over it the last time
 */
public record Configured(
    String id,
    Kind kind,
    String label,
    String place,
    boolean encrypted,
    boolean paused,
    boolean lookFirst,
    long bytesPerSecond,
    Optional<Moment> last) {

  /** The kinds of carriers. */
  public enum Kind {
    /** A stick or a share. */
    FOLDER,
    /** An S3-compatible object store. */
    STORE
  }
}
