package org.sala.domain;

import java.util.UUID;

/** A record for life, minted offline as a UUIDv7. */
public record RecordId(UUID value) implements Comparable<RecordId> {

  /** Reads the text form; refuses anything else. */
  public static RecordId of(String text) {
    return new RecordId(UuidText.parse(text));
  }

  @Override
  public int compareTo(RecordId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
