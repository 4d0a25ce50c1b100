package org.sala.disk;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A file that comes to stand in its place whole or not at all: it is written beside it, synced and
 * moved there, and the folder synced. One that is closed before it was kept leaves nothing behind,
 * and hides nothing of why. What lies under the name beside is taken away first and never written
 * into: on a stick it may be a link to a file of whoever plugs it in. Used by one thread.
 */
public final class WholeFile extends OutputStream {
  private final Disk disk;
  private final Path beside;
  private final LongFile out;
  private boolean over;

  private WholeFile(Disk disk, Path beside) throws IOException {
    this.disk = disk;
    this.beside = beside;
    disk.delete(beside);
    this.out = disk.openLong(beside);
  }

  /** Written under a name that one program at a time uses: what a kill leaves there goes next. */
  public static WholeFile at(Disk disk, Path beside) throws IOException {
    return new WholeFile(disk, beside);
  }

  /** Starts a file that is written beside where it will stand. */
  public static WholeFile beside(Disk disk, Path place) throws IOException {
    return at(disk, place.resolveSibling(place.getFileName() + ".part"));
  }

  /** A small file where others write as well; what stood there is replaced, be it a link. */
  public static void write(Path place, byte[] content) throws IOException {
    Path beside = place.resolveSibling(".sala-" + UUID.randomUUID() + ".part");
    try (WholeFile file = at(Disk.real(), beside)) {
      file.write(content);
      file.keep(place);
    }
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    out.write(from, offset, length);
  }

  /**
   * Returns a stream into this file for whoever closes what it has written to: the file stays open.
   */
  public OutputStream content() {
    return new FilterOutputStream(this) {
      @Override
      public void write(byte[] from, int offset, int length) throws IOException {
        out.write(from, offset, length);
      }

      @Override
      public void close() {
        // Whoever made it keeps it, or does not.
      }
    };
  }

  /**
   * Puts all of the file on the disk, not yet in its place.
   *
   * @return where it can be read back
   */
  public Path written() throws IOException {
    out.finish();
    return beside;
  }

  /** Puts all of the file safely in its place. */
  public void keep(Path place) throws IOException {
    keep(place, true);
  }

  /**
   * Puts all of the file whole in its place.
   *
   * @param lasting whether it has to outlast a power cut: not where it goes elsewhere at once
   */
  public void keep(Path place, boolean lasting) throws IOException {
    out.finish(lasting);
    disk.replace(beside, place);
    over = true;
    if (lasting) {
      DurableFile.syncParent(disk, place);
    }
  }

  @Override
  public void close() throws IOException {
    if (over) {
      return;
    }
    over = true;
    Closeable leftOver = () -> disk.delete(beside);
    try (leftOver;
        out) {
      // The last is closed first: Windows takes away nothing that is open.
    }
  }
}
