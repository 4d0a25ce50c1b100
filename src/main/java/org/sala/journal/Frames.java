package org.sala.journal;

import java.io.IOException;
import java.util.Optional;

/** Frames in their order, each verified before it is given out; ends at the first bad one. */
interface Frames {

  /**
   * A frame that is as it was written.
   *
   * @param body empty where the key of its scope is not held
   */
  record Read(Frame frame, Position at, Optional<byte[]> body) {}

  /** The next frame; empty at the end and at the first bad one. */
  Optional<Read> next() throws IOException;

  /** Segment of the last good frame, and the place behind it. */
  Position behind();

  /** Sequence that the next frame will have. */
  long sequence();

  /** Hash of the last good frame. */
  byte[] previous();
}
