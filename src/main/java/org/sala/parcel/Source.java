package org.sala.parcel;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a package is written from. Its lines are asked for twice and must be the same both times.
 */
public interface Source {

  /** Hands over each change as its line, without the end of line. */
  void changes(Consumer<byte[]> line);

  /** Hands over each audit entry as its line. */
  void audit(Consumer<byte[]> line);

  /** What is inside in words, for whoever opens it without Sala; at most in a partner's package. */
  default Optional<byte[]> contents() {
    return Optional.empty();
  }

  /** The attachments. */
  List<Attachment> attachments();

  /**
   * An attachment as it was taken in.
   *
   * @param digest SHA-256 of the plaintext, hexadecimal
   * @param crc CRC-32 of the plaintext
   */
  record Attachment(String digest, long size, long crc, Opener open) {}

  /** Opens an attachment's plaintext, decrypting as it is read. */
  interface Opener {
    InputStream open() throws IOException;
  }
}
