package org.sala.parcel;

import org.sala.domain.Change;

/**
 * A change whose author's signature was checked with the author's key. Only the reader of packages
 * makes one, so whoever holds one need not ask again.
 */
public final class Authentic {
  private final Change change;

  Authentic(Change change) {
    this.change = change;
  }

  public Change change() {
    return change;
  }

  @Override
  public String toString() {
    return "Authentic " + change.id();
  }
}
