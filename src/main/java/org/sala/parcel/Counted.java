package org.sala.parcel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells how much of a file has been read, and lets the reading be stopped. */
final class Counted extends FilterInputStream {
  private final long size;
  private final Progress progress;
  private long done;

  Counted(InputStream in, long size, Progress progress) {
    super(in);
    this.size = size;
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    count(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int n = super.read(into, from, length);
    count(Math.max(n, 0));
    return n;
  }

  private void count(int bytes) {
    if (progress.stopped()) {
      throw new ParcelFault(ParcelFault.Code.STOPPED, "reading");
    }
    done += bytes;
    progress.done(done, size);
  }
}
