package org.sala.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.sala.crypto.Secret;
import org.sala.crypto.Sha256;
import org.sala.domain.IncarnationId;
import org.sala.domain.StationId;

/**
 * The first 176 bytes of a segment: magic and format, station, incarnation, segment number,
 * sequence of its first frame, salt, hash of the last frame of the segment before, and a MAC under
 * a key derived from the workspace key and the salt.
 */
record SegmentHeader(
    StationId station,
    IncarnationId incarnation,
    int number,
    long firstSequence,
    byte[] salt,
    byte[] previous) {
  static final int LENGTH = 8 + 16 + 16 + 4 + 8 + 32 + 32 + 28 + 32;
  private static final byte[] MAGIC = "SALAJRN1".getBytes(StandardCharsets.US_ASCII);
  private static final int BODY = LENGTH - 32;

  byte[] write(Secret workspace) {
    ByteBuffer out = ByteBuffer.allocate(LENGTH);
    out.put(MAGIC);
    put(out, station.value());
    put(out, incarnation.value());
    out.putInt(number).putLong(firstSequence).put(salt).put(previous).put(new byte[28]);
    byte[] body = java.util.Arrays.copyOf(out.array(), BODY);
    return out.put(mac(workspace, body)).array();
  }

  /** What a segment's beginning says. */
  sealed interface Reading {
    record Good(SegmentHeader header) implements Reading {}

    record TooNew() implements Reading {}

    /** Shorter than a header, or not as it was written. */
    record Bad() implements Reading {}
  }

  static Reading read(FileChannel file, Secret workspace) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(LENGTH);
    while (in.hasRemaining() && file.read(in, in.position()) >= 0) {
      // Reads until the header is whole or the file ends.
    }
    return in.hasRemaining() ? new Reading.Bad() : read(in.array(), workspace);
  }

  static Reading read(byte[] written, Secret workspace) {
    if (written.length != LENGTH) {
      return new Reading.Bad();
    }
    ByteBuffer in = ByteBuffer.wrap(written);
    byte[] magic = new byte[MAGIC.length];
    in.get(magic);
    if (!java.util.Arrays.equals(magic, MAGIC)) {
      boolean newer = new String(magic, 0, 7, StandardCharsets.US_ASCII).equals("SALAJRN");
      return newer && magic[7] > MAGIC[7] && magic[7] <= '9'
          ? new Reading.TooNew()
          : new Reading.Bad();
    }
    SegmentHeader header =
        new SegmentHeader(
            new StationId(uuid(in)),
            new IncarnationId(uuid(in)),
            in.getInt(),
            in.getLong(),
            bytes(in, 32),
            bytes(in, 32));
    byte[] body = java.util.Arrays.copyOf(written, BODY);
    byte[] mac = java.util.Arrays.copyOfRange(written, BODY, LENGTH);
    return java.security.MessageDigest.isEqual(mac, header.mac(workspace, body))
        ? new Reading.Good(header)
        : new Reading.Bad();
  }

  /** What the first frame names as its previous one: the whole header. */
  byte[] hash(Secret workspace) {
    return Sha256.of(write(workspace));
  }

  Secret key(Secret workspace) {
    return workspace.derive(salt, "sala journal segment v1");
  }

  private byte[] mac(Secret workspace, byte[] body) {
    try (Secret key = workspace.derive(salt, "sala journal header v1")) {
      return key.mac(body);
    }
  }

  static Optional<Integer> numberOf(String fileName) {
    return fileName.matches("segment-\\d{8}")
        ? Optional.of(Integer.parseInt(fileName.substring(8)))
        : Optional.empty();
  }

  static String fileName(int number) {
    return String.format(java.util.Locale.ROOT, "segment-%08d", number);
  }

  private static void put(ByteBuffer out, UUID id) {
    out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }

  private static UUID uuid(ByteBuffer in) {
    return new UUID(in.getLong(), in.getLong());
  }

  private static byte[] bytes(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}
