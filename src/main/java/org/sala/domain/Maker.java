package org.sala.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.UUID;

/**
 * Who made a record, a change or a revision, as its id or nonce commits to it: the last bits are
 * the first of the SHA-256 over the others and the station, and of a revision its officer's key as
 * well. Nobody who comes later can pass for the maker of what is there, however he chooses what he
 * writes.
 */
public final class Maker {
  private static final byte[] RECORD = "sala record 1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CHANGE = "sala change 1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] REVISION = "sala revision 2".getBytes(StandardCharsets.US_ASCII);
  private static final int RECORD_BITS = 24;
  private static final int CHANGE_BITS = 40;

  /** Bytes of a nonce that are chance; those behind them tell who wrote. */
  private static final int CHANCE = 10;

  private Maker() {}

  /** Whether a station made a record; never of an id that was made before ids told it. */
  public static boolean is(StationId station, RecordId record) {
    return of(station, record.value()).equals(record.value());
  }

  /** Whether a station made a change. */
  public static boolean is(StationId station, ChangeId change) {
    return ofChange(station, change.value()).equals(change.value());
  }

  /**
   * Whether an officer of a station wrote a revision; never of one that was written before nonces
   * told both.
   *
   * @param author the key that the officer signed with
   * @param nonce the revision's 16 bytes
   */
  public static boolean wrote(StationId station, Fingerprint author, byte[] nonce) {
    return Arrays.equals(nonceOf(station, author, nonce), nonce);
  }

  /** A record's id with its last bits set for a station. */
  static UUID of(StationId station, UUID id) {
    return marked(RECORD, RECORD_BITS, station, id);
  }

  /** A change's id with its last bits set for a station. */
  static UUID ofChange(StationId station, UUID id) {
    return marked(CHANGE, CHANGE_BITS, station, id);
  }

  /** A nonce with its last bytes set for an officer of a station. */
  static byte[] nonceOf(StationId station, Fingerprint author, byte[] nonce) {
    byte[] made = nonce.clone();
    byte[] sum =
        sum(
            REVISION,
            station,
            ByteBuffer.allocate(32 + CHANCE).put(author.bytes()).put(nonce, 0, CHANCE).array());
    System.arraycopy(sum, 0, made, CHANCE, made.length - CHANCE);
    return made;
  }

  private static UUID marked(byte[] purpose, int bits, StationId station, UUID id) {
    long high = id.getMostSignificantBits();
    long low = id.getLeastSignificantBits() >>> bits << bits;
    long sum = ByteBuffer.wrap(sum(purpose, station, bytes(new UUID(high, low)))).getLong();
    return new UUID(high, low | sum >>> Long.SIZE - bits);
  }

  private static byte[] sum(byte[] purpose, StationId station, byte[] rest) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(purpose);
      digest.update(bytes(station.value()));
      return digest.digest(rest);
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
