package org.sala.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * The station that made a record, as the record's id commits to it: its last 24 bits are the first
 * of the SHA-256 over the others and that station. Nobody who comes later can pass for the maker of
 * an id that is there, however he chooses what he writes.
 */
public final class Maker {
  private static final byte[] PURPOSE = "sala record 1".getBytes(StandardCharsets.US_ASCII);
  private static final long OPEN = ~0xffffffL;

  private Maker() {}

  /** Whether a station made a record; never of an id that was made before ids told it. */
  public static boolean is(StationId station, RecordId record) {
    return of(station, record.value()).equals(record.value());
  }

  /** An id with its last bits set for a station. */
  static UUID of(StationId station, UUID id) {
    long high = id.getMostSignificantBits();
    long low = id.getLeastSignificantBits() & OPEN;
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(PURPOSE);
      digest.update(bytes(station.value()));
      byte[] sum = digest.digest(bytes(new UUID(high, low)));
      return new UUID(high, low | (ByteBuffer.wrap(sum).getInt() >>> 8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
