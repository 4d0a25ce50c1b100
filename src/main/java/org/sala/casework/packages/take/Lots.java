package org.sala.casework.packages.take;

import java.util.ArrayList;
import java.util.List;

/** Cuts what the view is asked for into lots, so that no question to it grows with a package. */
final class Lots {
  private static final int AT_ONCE = 1000;

  private Lots() {}

  /** Returns all of them in their order, a thousand at a time. */
  static <T> List<List<T>> of(List<T> all) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      parts.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
    return parts;
  }
}
