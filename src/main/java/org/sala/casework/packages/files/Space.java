package org.sala.casework.packages.files;

/**
 * What something needs on a disk, and what is there.
 *
 * @param needed bytes
 * @param free bytes
 */
public record Space(long needed, long free) {
  /** Returns whether it fits, with something left. */
  public boolean fits() {
    return needed < free;
  }
}
