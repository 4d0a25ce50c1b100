package org.sala.casework.packages;

import org.sala.domain.RecordId;

/**
 * A package with something in it that somebody asked for.
 *
 * @param to whom it is for, or whom it came from, as people know them
 */
public record PackageWith(RecordId parcel, String to, long sequence, Packages.State state) {
  /** Returns whether the package has gone to somebody, who may have it still. */
  public boolean left() {
    return state != Packages.State.SEALED && state != Packages.State.SET_ASIDE;
  }
}
