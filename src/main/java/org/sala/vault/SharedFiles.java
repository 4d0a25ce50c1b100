package org.sala.vault;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where several programs of one headquarters keep files together that are sealed before they come
 * here. A file is known by the SHA-256 of its bytes, and is never changed.
 */
public interface SharedFiles {
  /** Keeps a file; it is durable there when this returns. One that is there already stays. */
  void keep(String sha256, Path file) throws IOException;

  /**
   * Brings a file that is kept there, checked against its name.
   *
   * @param to where it goes; nothing is there, and nothing is left there when this fails
   * @return false where no such file is kept, or it is not what it was
   */
  boolean fetch(String sha256, Path to) throws IOException;
}
