package org.sala.casework.packages.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.sala.casework.station.BehindTheDesk;
import org.sala.disk.Disk;
import org.sala.disk.WholeFile;

/**
 * A package as it came, written down while it is read for the first time, or not at all where
 * nothing is kept. It counts for nothing until it is kept, and is gone when it is closed before;
 * what a kill leaves of it lies where the next unlock clears up. Not thread-safe.
 */
@BehindTheDesk
public final class IncomingFile extends OutputStream {
  private final Optional<WholeFile> file;

  private IncomingFile(Optional<WholeFile> file) {
    this.file = file;
  }

  /** Returns a copy that writes nothing. */
  public static IncomingFile nowhere() {
    return new IncomingFile(Optional.empty());
  }

  /**
   * @param file a new file beside nothing else that counts
   */
  static IncomingFile at(Path file) throws IOException {
    return new IncomingFile(Optional.of(WholeFile.at(Disk.real(), file)));
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    if (file.isPresent()) {
      file.get().write(from, offset, length);
    }
  }

  /**
   * Makes it durable in a folder, under a name of its own.
   *
   * @return where it lies; empty where it was not written
   */
  Optional<Path> keep(Path folder, String name) throws IOException {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Path whole = folder.resolve(name);
    file.get().keep(whole);
    return Optional.of(whole);
  }

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      file.get().close();
    }
  }
}
