package org.sala.domain;

import java.util.UUID;

/** One installation; random, minted at first start. */
public record StationId(UUID value) implements Comparable<StationId> {

  /** Reads the text form; refuses anything else. */
  public static StationId of(String text) {
    return new StationId(UuidText.parse(text));
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
