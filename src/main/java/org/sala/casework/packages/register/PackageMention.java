package org.sala.casework.packages.register;

import org.sala.domain.RecordId;

/**
 * A package with something in it that somebody asked for.
 *
 * @param to whom it is for, or whom it came from, as people know them
 */
public record PackageMention(RecordId parcel, String to, long sequence, PackageState state) {
  /** Returns whether the package has gone to somebody, who may have it still. */
  public boolean left() {
    return state != PackageState.SEALED && state != PackageState.SET_ASIDE;
  }
}
