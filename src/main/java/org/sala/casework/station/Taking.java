package org.sala.casework.station;

import org.sala.domain.RecordId;

/** What came of taking a file in; but for the first, no record names anything of it. */
public sealed interface Taking {

  /** The file lies encrypted in the workspace, and this record names it. */
  record Taken(RecordId record) implements Taking {}

  /** The officer stopped the taking in. */
  record Stopped() implements Taking {}

  /** There is not enough room, or it ran out on the way. */
  record NoSpace(long needed, long free) implements Taking {}

  /** The file could not be read to its end, or is no file at all. */
  record Unreadable() implements Taking {}

  /** A photo was asked for, and this is no picture that can be shown. */
  record NotAPicture() implements Taking {}
}
