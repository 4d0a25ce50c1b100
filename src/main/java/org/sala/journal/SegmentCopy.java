package org.sala.journal;

import java.io.IOException;

/** Takes a journal's files byte for byte, while what they say is checked. */
public interface SegmentCopy {
  /** The next file begins; so many bytes of it come. */
  void file(String name, long length) throws IOException;

  /** The next bytes of it, of a frame that was found whole or of what does not count. */
  void bytes(byte[] bytes) throws IOException;
}
