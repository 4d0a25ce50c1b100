package org.sala.parcel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A failing disk under the decryption, which must not look like a spoiled package. */
final class DiskTroubleException extends IOException {
  private static final long serialVersionUID = 1L;
  private final IOException trouble;

  DiskTroubleException(IOException trouble) {
    super(trouble);
    this.trouble = trouble;
  }

  IOException trouble() {
    return trouble;
  }

  /** A file whose own trouble is told apart; closing it leaves the rest to be digested. */
  static InputStream apart(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public void close() {
        // Closed by whoever opened the file.
      }

      @Override
      public int read() throws IOException {
        try {
          return super.read();
        } catch (IOException e) {
          throw new DiskTroubleException(e);
        }
      }

      @Override
      public int read(byte[] to, int offset, int length) throws IOException {
        try {
          return super.read(to, offset, length);
        } catch (IOException e) {
          throw new DiskTroubleException(e);
        }
      }
    };
  }
}
