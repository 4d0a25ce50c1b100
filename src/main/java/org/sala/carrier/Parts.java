package org.sala.carrier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import software.amazon.awssdk.services.s3.model.Part;

/** A file cut into parts; the cut depends on its size alone, so that every attempt cuts alike. */
record Parts(FileChannel file, long size, int length) {
  private static final int MOST_PARTS = 9_000;

  static Parts of(FileChannel file, long size, int smallest) {
    long needed = (size + MOST_PARTS - 1) / MOST_PARTS;
    long whole = needed <= smallest ? smallest : (needed + (1 << 20) - 1) >> 20 << 20;
    return new Parts(file, size, Math.toIntExact(whole));
  }

  int count() {
    return Math.toIntExact((size + length - 1) / length);
  }

  /** Where a part begins; numbers count from 1. */
  long begin(int number) {
    return (number - 1L) * length;
  }

  byte[] read(int number) throws IOException {
    byte[] part = new byte[(int) Math.min(length, size - begin(number))];
    ByteBuffer buffer = ByteBuffer.wrap(part);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, begin(number) + buffer.position()) < 0) {
        throw new IOException("the file became shorter");
      }
    }
    return part;
  }

  /** Returns the digest in base64, as stores write it. */
  static String sha256(byte[] bytes, int length) {
    MessageDigest digest = Digests.sha256();
    digest.update(bytes, 0, length);
    return Base64.getEncoder().encodeToString(digest.digest());
  }

  /** Whether the store holds this very part: by its SHA-256, or by the MD5 that it names it by. */
  boolean isThere(Part there) throws IOException {
    int number = there.partNumber() == null ? 0 : there.partNumber();
    if (number < 1 || number > count() || there.size() == null) {
      return false;
    }
    byte[] part = read(number);
    if (there.size() != part.length) {
      return false;
    }
    if (there.checksumSHA256() != null) {
      return there.checksumSHA256().equals(sha256(part, part.length));
    }
    MessageDigest md5 = Digests.md5();
    md5.update(part);
    return there.eTag() != null
        && there.eTag().replace("\"", "").equals(HexFormat.of().formatHex(md5.digest()));
  }
}
