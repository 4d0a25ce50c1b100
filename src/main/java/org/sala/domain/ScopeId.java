package org.sala.domain;

import java.util.UUID;

/** The case, person or station that a record belongs to; random, so that it tells nothing. */
public record ScopeId(UUID value) implements Comparable<ScopeId> {

  /** Reads the text form; refuses anything else. */
  public static ScopeId of(String text) {
    return new ScopeId(UuidText.parse(text));
  }

  @Override
  public int compareTo(ScopeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
