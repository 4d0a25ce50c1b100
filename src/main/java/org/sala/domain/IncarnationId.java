package org.sala.domain;

import java.util.UUID;

/** The life of a station between two restores from backup; random. */
public record IncarnationId(UUID value) implements Comparable<IncarnationId> {

  /** Reads the text form; refuses anything else. */
  public static IncarnationId of(String text) {
    return new IncarnationId(UuidText.parse(text));
  }

  @Override
  public int compareTo(IncarnationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
