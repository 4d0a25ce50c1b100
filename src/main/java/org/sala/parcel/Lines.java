package org.sala.parcel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.sala.crypto.Sha256;

/**
 * Cuts an entry into its lines and hands them over in batches. Where a batch ends follows from the
 * lines alone, so that two readings of the same entry cut it alike.
 */
final class Lines {
  private static final int MOST_LINES = 64;
  private static final int MOST_BYTES = 256 << 10;

  private final To to;
  private ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private List<byte[]> lines = new ArrayList<>();
  private long first = 1;
  private int bytes;

  Lines(To to) {
    this.to = to;
  }

  /** Takes a batch. */
  interface To {
    void batch(Batch batch) throws IOException;
  }

  /** Some lines that follow one another; the first has this number in its entry. */
  record Batch(long first, List<byte[]> lines) {
    long bytes() {
      return lines.stream().mapToLong(line -> line.length).sum();
    }

    /** SHA-256 over the lines and their lengths. */
    byte[] digest() {
      MessageDigest digest = Sha256.start();
      for (byte[] line : lines) {
        digest.update(ByteBuffer.allocate(4).putInt(line.length).array());
        digest.update(line);
      }
      return digest.digest();
    }
  }

  void add(byte[] from, int length) throws IOException {
    int start = 0;
    for (int i = 0; i < length; i++) {
      if (from[i] == '\n') {
        begun.write(from, start, i - start);
        line(begun.toByteArray());
        begun = new ByteArrayOutputStream();
        start = i + 1;
      }
    }
    begun.write(from, start, length - start);
    if (begun.size() > Layout.LONGEST_LINE) {
      throw new IOException("a line is too long");
    }
  }

  private void line(byte[] line) throws IOException {
    lines.add(line);
    bytes += line.length;
    if (lines.size() == MOST_LINES || bytes >= MOST_BYTES) {
      hand();
    }
  }

  private void hand() throws IOException {
    Batch batch = new Batch(first, lines);
    first += lines.size();
    lines = new ArrayList<>();
    bytes = 0;
    to.batch(batch);
  }

  /** Hands over what is left; false when the last line has no end. */
  boolean end() throws IOException {
    if (!lines.isEmpty()) {
      hand();
    }
    boolean whole = begun.size() == 0;
    begun = new ByteArrayOutputStream();
    return whole;
  }
}
