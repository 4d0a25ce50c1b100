package org.sala.domain;

import java.util.List;
import java.util.Optional;

/**
 * A kind of record and its fields, in the order in which they are written.
 *
 * @param sent whether such records ever leave the station
 */
public record Kind(String key, ScopeType scope, boolean sent, List<Field> fields) {

  public Kind {
    fields = List.copyOf(fields);
  }

  /** The field that a key of a revision belongs to; empty for one of a newer station. */
  public Optional<Field> field(String flatKey) {
    for (Field f : fields) {
      if (f.covers(flatKey)) {
        return Optional.of(f);
      }
    }
    return Optional.empty();
  }
}
