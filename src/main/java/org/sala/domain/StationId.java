package org.sala.domain;

import java.util.Optional;
import java.util.UUID;

/** One installation; random, minted at first start. */
public record StationId(UUID value) implements Comparable<StationId> {

  /** Reads the text form; refuses anything else. */
  public static StationId of(String text) {
    return new StationId(UuidText.parse(text));
  }

  /** Reads an id from a text of anybody's; empty for one that is no id. */
  public static Optional<StationId> read(String text) {
    return Value.text(text).asRef().map(r -> new StationId(r.value()));
  }

  @Override
  public int compareTo(StationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
