package org.sala.domain;

import java.util.UUID;

/** One act of one officer. */
public record ChangeId(UUID value) implements Comparable<ChangeId> {

  /** Reads the text form; refuses anything else. */
  public static ChangeId of(String text) {
    return new ChangeId(UuidText.parse(text));
  }

  @Override
  public int compareTo(ChangeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
