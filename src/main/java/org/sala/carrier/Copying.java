package org.sala.carrier;

/** Hears how far a copy is. */
@FunctionalInterface
public interface Copying {
  /**
   * Told now and then, on whichever thread copies.
   *
   * @param bytes of the file that are done; fewer than before where a part has to go again
   * @return false stops it
   */
  boolean goOn(long bytes);
}
