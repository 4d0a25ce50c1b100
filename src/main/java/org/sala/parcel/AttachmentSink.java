package org.sala.parcel;

import java.io.IOException;
import java.io.OutputStream;

/** Where the files of a package go. */
public interface AttachmentSink {
  /**
   * A file inside a package, before it is read.
   *
   * @param digest SHA-256 that it should have, hexadecimal
   * @param size bytes that it should have
   * @param crc32 CRC-32 that it should have
   * @param compared whether the verdict of this reading tells if it has them; if not, whoever takes
   *     it compares
   */
  record Enclosed(String digest, long size, long crc32, boolean compared) {}

  /** Somewhere to write an attachment to. */
  OutputStream attachment(Enclosed file) throws IOException;
}
