package org.sala.casework.station;

import java.nio.file.Path;

/** What came of a paper or a table that was saved as a file; but for the first, none is there. */
public sealed interface Printed {
  /** The file stands there whole. */
  record Written(Path file) implements Printed {}

  record Stopped() implements Printed {}

  record NoSpace(long needed, long free) implements Printed {}

  /** Nothing can be written at that place, or it is inside of the workspace. */
  record NotThere() implements Printed {}
}
