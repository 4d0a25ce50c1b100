package org.sala.crypto;

import java.io.IOException;
import java.io.InputStream;

/** Turns whatever the decrypting channel throws at spoiled bytes into an {@link IOException}. */
final class CheckedStream extends InputStream {
  private final InputStream from;

  CheckedStream(InputStream from) {
    this.from = from;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int n = read(one, 0, 1);
    return n < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    try {
      return from.read(to, offset, length);
    } catch (RuntimeException e) {
      throw new IOException("the encrypted file is altered or cut short", e);
    }
  }

  @Override
  public void close() throws IOException {
    from.close();
  }
}
