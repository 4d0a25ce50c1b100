package org.sala.merge;

import java.util.Comparator;
import java.util.List;
import org.sala.domain.Value;

/** Where a field stands: settled with one value, or disputed with several, all of them kept. */
public record FieldState(String key, List<Version> versions) {

  public FieldState {
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("a field that was never set has no state");
    }
    // Nearly every field has one version, and a rebuild makes a million of them.
    versions =
        versions.size() == 1
            ? List.copyOf(versions)
            : versions.stream().sorted(Comparator.comparing(Version::revision)).toList();
  }

  /** Whether people have to decide between different values. */
  public boolean disputed() {
    for (int i = 1; i < versions.size(); i++) {
      if (!versions.get(i).value().equals(value())) {
        return true;
      }
    }
    return false;
  }

  /** The different values, in the order of their revisions' ids (which favours nobody). */
  public List<Value> values() {
    return versions.size() == 1
        ? List.of(value())
        : versions.stream().map(Version::value).distinct().toList();
  }

  /** The first value; the only one when the field is settled. */
  public Value value() {
    return versions.getFirst().value();
  }
}
