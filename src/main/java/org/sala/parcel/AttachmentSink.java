package org.sala.parcel;

import java.io.IOException;
import java.io.OutputStream;

/** Where the files of a package go. */
public interface AttachmentSink {
  /**
   * Somewhere to write an attachment to.
   *
   * @param digest SHA-256 that it should have, hexadecimal; compared by whoever takes it
   */
  OutputStream attachment(String digest, long size) throws IOException;
}
