package org.sala.parcel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was found wrong with one package; after many of one kind, one more says nothing new. */
final class Findings {
  private static final int MOST_OF_ONE_KIND = 100;

  private final List<Finding> all = new ArrayList<>();
  private final Map<Finding.Code, Integer> counts = new EnumMap<>(Finding.Code.class);

  void add(Finding finding) {
    if (counts.merge(finding.code(), 1, Integer::sum) <= MOST_OF_ONE_KIND) {
      all.add(finding);
    }
  }

  void add(Finding.Code code) {
    add(Finding.of(code));
  }

  void add(Finding.Code code, String detail) {
    add(Finding.of(code, detail));
  }

  boolean has(Finding.Code code) {
    return counts.containsKey(code);
  }

  List<Finding> all() {
    return all;
  }
}
